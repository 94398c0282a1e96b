import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import {
  getDeskripsi,
  kodeJenisRiwayat,
  type Isian,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import { PROJECT_ROOT } from './project-root.ts'

export const HALAMAN_MODEL = 'docs/requirements/model-rekam.md'

function renderIsian({ kunci, wajib, peka }: Isian): string {
  return `${wajib ? `**${kunci}**` : kunci}${peka === true ? '°' : ''}`
}

function renderBaris(jenis: JenisRiwayat): string {
  const satu = getDeskripsi(jenis)
  const sifat = [
    satu.kelas,
    ...(satu.perluAdministrator ? ['second check'] : []),
    ...(satu.rahasia ? ['confidential'] : []),
    ...(satu.tunggal ? ['one row'] : []),
  ].join(', ')
  const bukti = satu.bukti.join(', ') + (satu.wajibBukti ? '' : ' (not required)')
  const isian = satu.isian.map(renderIsian).join(', ')
  return `| ${jenis}: ${satu.label.id} | ${satu.kelompok} | ${sifat} | ${satu.pasal} | ${isian} | ${bukti} |`
}

/** The requirements table of the record, derived from the descriptions and never edited by hand. */
export async function renderModelRekam(): Promise<string> {
  const teks = `# The record, kind by kind

Written by \`node scripts/model-rekam.ts\` from \`core/domain/jenis-riwayat.ts\`; a test refuses it when it is stale.
Class: S the employee, F the facilitator on behalf too, A administrators only. **Required**; ° masked for others.

| Kind | Group | Class | Article | Fields | Proofs |
| --- | --- | --- | --- | --- | --- |
${kodeJenisRiwayat.map(renderBaris).join('\n')}
`
  return format(teks, { parser: 'markdown', printWidth: 100 })
}

if (import.meta.main) writeFileSync(join(PROJECT_ROOT, HALAMAN_MODEL), await renderModelRekam())
