import { describe, expect, it } from 'vitest'
import { errorCodes, getStatusHttp, isDapatDiulang } from '@meja/core/api/errors.ts'
import { errorSentences, formatErrorLine } from '@meja/core/api/error-sentences.ts'

/** Read by whoever starts the programs on a machine, who needs the technical name. */
const untukPengelolaMesin = new Set([
  'node_terlalu_lama',
  'paket_sistem_kurang',
  'pemasangan_gagal',
  'port_terpakai',
  'elektron_tidak_ada',
  'jendela_tidak_terbuka',
])

const istilahTeknis =
  /\b(HTTP|JSON|API|token|request|response|timeout|null|undefined|database|query|cache|hash|SHA|schema|endpoint|server error|stack|exception|payload|transactionId|[A-Z]+_[A-Z_]+|4\d\d|5\d\d)\b/

const menyalahkan = /\b(Anda salah|kesalahan Anda|Anda gagal|Anda lupa|seharusnya Anda)\b/i

describe.each(errorCodes)('the sentence of %s', (kode) => {
  it.each(['id', 'en'] as const)(
    'says what happened, what is safe, what to do next (%s)',
    (bahasa) => {
      const { terjadi, aman, lanjut } = errorSentences[bahasa][kode]
      for (const kalimat of [terjadi, aman, lanjut]) {
        expect(kalimat).toMatch(/^[A-Z].*\.$/)
        expect(kalimat.length).toBeLessThanOrEqual(140)
        // Shown by vue-i18n, which would read these as its own signs.
        expect(kalimat).not.toMatch(/[{}|@]/)
      }
      expect(new Set([terjadi, aman, lanjut]).size).toBe(3)
    },
  )

  it('blames nobody', () => {
    expect(Object.values(errorSentences.id[kode]).join(' ')).not.toMatch(menyalahkan)
  })
})

it('a person who works at a desk needs no dictionary', () => {
  const bertele = errorCodes.filter(
    (kode) =>
      !untukPengelolaMesin.has(kode) &&
      istilahTeknis.test(Object.values(errorSentences.id[kode]).join(' ')),
  )
  expect(bertele).toEqual([])
})

it('a line for a terminal ends with the code for the help desk', () => {
  expect(formatErrorLine('luring')).toBe(
    `${errorSentences.id.luring.terjadi} ${errorSentences.id.luring.aman} ${errorSentences.id.luring.lanjut} [luring]`,
  )
})

it('no two codes say the same happened', () => {
  for (const bahasa of ['id', 'en'] as const) {
    const semua = errorCodes.map((kode) => errorSentences[bahasa][kode].terjadi)
    expect(semua.filter((satu, nomor) => semua.indexOf(satu) !== nomor)).toEqual([])
  }
})

it('what never crosses HTTP has status 0, all else one of the 4xx and 5xx', () => {
  const lain = errorCodes.filter(
    (kode) => getStatusHttp(kode) !== 0 && !/^[45]\d\d$/.test(String(getStatusHttp(kode))),
  )
  expect(lain).toEqual([])
})

it('what a person must look at is never repeated by the outbox', () => {
  const diulang = errorCodes.filter((kode) => getStatusHttp(kode) !== 0 && isDapatDiulang(kode))
  expect(diulang).toEqual([
    'terlalu_sering',
    'kesalahan_server',
    'basis_data_tak_terjangkau',
    'luring',
    'server_tertinggal',
    'pemindai_tak_terjangkau',
    'penyimpanan_tak_terjangkau',
  ])
})
