// `node scripts/assist/export-demo.ts PROVINCE TARGET`: the demo province as a corpus for `npm run assist`,
// with papers of other templates, containers and turns than any corpus made elsewhere. It knows no boxes.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDeskripsi } from '@meja/core/domain/jenis-riwayat.ts'
import { getLabelRujukan } from '@meja/core/reference/tabel-isian.ts'
import type { Kebenaran, Provinsi } from '../demo/provinsi.ts'

/** Kinds of value that papers print in words of their own, or not at all. */
const NOT_PRINTED = new Set([
  'jenisKp',
  'jenisDiklat',
  'tingkat',
  'jumlahJp',
  'kodePos',
  'hasilKerja',
  'perilaku',
  'pejabatPenetap',
])

/** Kinds of the record by the names that a corpus has for them. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  rujukan: 'teks',
  tahun: 'angka',
  bilangan: 'angka',
}

const [province = '', target = ''] = process.argv.slice(2)
const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(province, name), 'utf8'))
const provinsi = readJson<Provinsi>('provinsi.json')
const kebenaran = readJson<Kebenaran>('kebenaran.json')
mkdirSync(target, { recursive: true })

const records = []
const truth = []
for (const [at, satu] of kebenaran.usulan.entries()) {
  if (!satu.terbaca) continue
  const usulan = provinsi.usulan.find(({ id }) => id === satu.usulanId)
  const dokumen = provinsi.dokumen.find(({ id }) => id === usulan?.dokumenIds[0])
  const pegawai = provinsi.pegawai.find(({ id }) => id === usulan?.pegawaiId)
  if (usulan === undefined || dokumen === undefined || pegawai === undefined) continue
  const id = `${String(at + 1).padStart(3, '0')}-${usulan.jenis}`
  const file = `${id}.${dokumen.ekstensi}`
  copyFileSync(
    join(province, 'berkas', `${dokumen.sha256}.${dokumen.ekstensi}`),
    join(target, file),
  )
  const fields: Record<string, { type: string; value: string }> = {}
  const facts: object[] = []
  const add = (key: string, type: string, typed: string, paper: string): void => {
    fields[key] = { type, value: typed }
    const planted = typed === paper ? null : (satu.ditanam?.jenis ?? 'other')
    facts.push({ key, type, value: paper, printed: paper, boxes: [], planted })
  }
  const namaSendiri = 'nama' in usulan.sesudah
  const awalan = namaSendiri ? 'pegawai1_' : ''
  add(`${awalan}nip`, 'nip', pegawai.nip, satu.pemilik.nip)
  const { gelarDepan, nama, gelarBelakang } = pegawai.dataUtama
  const bergelar = `${gelarDepan ? `${gelarDepan} ` : ''}${nama}${gelarBelakang ? `, ${gelarBelakang}` : ''}`
  const orangLain = satu.ditanam?.jenis === 'orang'
  add(`${awalan}nama`, 'nama', bergelar, orangLain ? satu.pemilik.nama : bergelar)
  for (const { kunci, tipe, rujukan } of getDeskripsi(usulan.jenis).isian) {
    const [typed, paper] = [usulan.sesudah[kunci], satu.kertas[kunci]]
    if (!typed || !paper || NOT_PRINTED.has(kunci)) continue
    const show = (nilai: string) =>
      rujukan === undefined ? nilai : getLabelRujukan(rujukan, nilai)
    add(kunci, KIND_NAMES[tipe] ?? tipe, show(typed), show(paper))
  }
  records.push({ id, kind: usulan.jenis, file, fields })
  truth.push({ id, kind: usulan.jenis, profile: satu.profil, dpi: satu.dpi, fields: facts })
}
writeFileSync(join(target, 'records.json'), JSON.stringify(records, null, 1))
writeFileSync(join(target, 'truth.json'), JSON.stringify(truth, null, 1))
