import { parentPort, workerData } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { batasBarisImpor } from '@meja/core/api/impor.ts'
import { cleanSel, type Sel } from '@meja/core/domain/sel-impor.ts'
import type { JawabanLembar } from './read-sheet.ts'

/** A workbook is a ZIP; anything else that is asked here is text. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

type Angka = { readonly angka: string }

function buildSel(nilai: unknown): Sel {
  if (nilai === null || nilai === undefined) return null
  if (nilai instanceof Date) return { jenis: 'tanggal', teks: nilai.toISOString().slice(0, 10) }
  if (typeof nilai === 'object') return { jenis: 'angka', teks: (nilai as Angka).angka }
  if (typeof nilai === 'boolean') return { jenis: 'teks', teks: nilai ? 'ya' : 'tidak' }
  return { jenis: 'teks', teks: String(nilai) }
}

async function readXlsx(bytes: Uint8Array): Promise<Sel[][]> {
  const baris: unknown[][] = await readSheet(Buffer.from(bytes), {
    // The digits as they stand in the file: a number would already be rounded.
    parseNumber: (teks): Angka => ({ angka: teks }),
  })
  return baris.map((satu) => satu.map((nilai) => cleanSel(buildSel(nilai))))
}

/** UTF-8 where it is; else what old spreadsheets write. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function findPemisah(judul: string): string {
  const jumlah = (tanda: string) => judul.split(tanda).length
  return [';', '\t', ','].reduce((a, b) => (jumlah(b) > jumlah(a) ? b : a))
}

function readCsv(bytes: Uint8Array): Sel[][] {
  const teks = decode(bytes)
  if (teks.includes('\0')) throw new Error('bukan teks')
  const baris: string[][] = parse(teks, {
    bom: true,
    delimiter: findPemisah(teks.split(/\r?\n/, 1).join('')),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 4_000_000,
    to: batasBarisImpor + 2,
  })
  return baris.map((satu) => satu.map((nilai) => cleanSel(buildSel(nilai))))
}

async function read(bytes: Uint8Array): Promise<JawabanLembar> {
  try {
    const baris = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes)
    return baris.length > batasBarisImpor + 1 ? { galat: 'berkas_terlalu_besar' } : { baris }
  } catch {
    return { galat: 'berkas_rusak' }
  }
}

parentPort?.postMessage(await read(new Uint8Array(workerData as Uint8Array)))
