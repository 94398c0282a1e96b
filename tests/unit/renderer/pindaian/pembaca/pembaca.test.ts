import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Pembaca } from '../../../../../renderer/ui/pindaian/pembaca/pembaca.ts'
import type {
  JawabanBaca,
  PermintaanBaca,
} from '../../../../../renderer/ui/pindaian/pembaca/pesan-baca.ts'
import { createSimpananMemori } from '../../../../../renderer/ui/pindaian/pembaca/simpanan-bacaan.ts'
import {
  findLebarAsli,
  listUkuranGambarPdf,
} from '../../../../../renderer/ui/pindaian/pembaca/ukuran-asli.ts'

type Naskah = (permintaan: PermintaanBaca, send: (jawaban: JawabanBaca) => void) => void

/** A worker made of a script: what it answers to each request. */
class PekerjaBacaPalsu extends EventTarget {
  readonly permintaan: PermintaanBaca[] = []
  berhenti = false
  readonly #answer: Naskah

  constructor(answer: Naskah) {
    super()
    this.#answer = answer
  }
  postMessage(permintaan: PermintaanBaca): void {
    this.permintaan.push(permintaan)
    this.#answer(permintaan, (data) => {
      if (!this.berhenti) this.dispatchEvent(new MessageEvent('message', { data }))
    })
  }
  terminate(): void {
    this.berhenti = true
  }
}

function openPembaca(naskah: Naskah) {
  const pekerja: PekerjaBacaPalsu[] = []
  const pembaca = new Pembaca(() => {
    const satu = new PekerjaBacaPalsu(naskah)
    pekerja.push(satu)
    return satu as unknown as Worker
  })
  return { pembaca, pekerja }
}

const readPage: Naskah = ({ id }, send) => {
  send({ id, tahap: 'siap' })
  send({ id, tahap: 'halaman', halaman: { nomor: 1, lebar: 10, tinggi: 10, kata: [] } })
  send({ id, tahap: 'selesai' })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the reader', () => {
  it('reads one document after the other with one worker', async () => {
    const { pembaca, pekerja } = openPembaca(readPage)
    const hasil = await Promise.all([
      pembaca.read('application/pdf', new ArrayBuffer(8)),
      pembaca.read('image/jpeg', new ArrayBuffer(8)),
    ])
    expect(hasil.map((halaman) => halaman.length)).toEqual([1, 1])
    expect(pekerja).toHaveLength(1)
  })

  it('gives up a page that takes too long, and reads the next document with a new worker', async () => {
    const { pembaca, pekerja } = openPembaca((permintaan, send) => {
      if (pekerja.length === 1) send({ id: permintaan.id, tahap: 'siap' })
      else readPage(permintaan, send)
    })
    const macet = pembaca.read('application/pdf', new ArrayBuffer(8)).catch((e: unknown) => e)
    const lanjut = pembaca.read('application/pdf', new ArrayBuffer(8))
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await macet).toMatchObject({ sebab: 'dokumen_tidak_dapat_ditampilkan' })
    expect(await lanjut).toHaveLength(1)
    expect(pekerja[0]?.berhenti).toBe(true)
  })

  it('says that the engine does not start, when it does not', async () => {
    const { pembaca } = openPembaca(() => {})
    const gagal = pembaca.read('application/pdf', new ArrayBuffer(8)).catch((e: unknown) => e)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await gagal).toMatchObject({ sebab: 'mesin' })
  })

  it('ends at once what is not wanted any more', async () => {
    const { pembaca, pekerja } = openPembaca(({ id }, send) => send({ id, tahap: 'siap' }))
    const batal = new AbortController()
    const gagal = pembaca
      .read('application/pdf', new ArrayBuffer(8), batal.signal)
      .catch((e: unknown) => e)
    batal.abort()
    expect(await gagal).toMatchObject({ sebab: 'batal' })
    expect(pekerja[0]?.berhenti).toBe(true)
  })

  it('passes on why a document could not be read', async () => {
    const { pembaca } = openPembaca(({ id }, send) => {
      send({ id, tahap: 'siap' })
      send({ id, tahap: 'gagal', kode: 'berkas_terkunci' })
    })
    await expect(pembaca.read('application/pdf', new ArrayBuffer(8))).rejects.toMatchObject({
      sebab: 'berkas_terkunci',
    })
  })
})

it('readings are kept under the hash of what was read, the last few of them', async () => {
  const simpanan = createSimpananMemori(2)
  for (const sha of ['a', 'b', 'c']) await simpanan.put(sha, [])
  expect(await simpanan.find('a')).toBeUndefined()
  expect(await simpanan.find('c')).toEqual([])
  await simpanan.clear()
  expect(await simpanan.find('c')).toBeUndefined()
})

it('a scan in a PDF is read with its own pixels', () => {
  const pdf = new TextEncoder().encode(
    '%PDF-1.7\n3 0 obj << /Type /XObject /Subtype /Image /Width 1654 /Height 2339 /Filter /DCTDecode >> stream\n' +
      '4 0 obj << /Subtype /Image /Width 40 /Height 40 >> stream\n',
  )
  const gambar = listUkuranGambarPdf(pdf.buffer)
  expect(gambar).toEqual([{ lebar: 1654, tinggi: 2339 }])
  expect(findLebarAsli(gambar, 1, { lebar: 794, tinggi: 1123 })).toBe(1654)
  expect(findLebarAsli(gambar, 1, { lebar: 1123, tinggi: 794 })).toBe(2339)
  expect(findLebarAsli(gambar, 1, { lebar: 500, tinggi: 500 })).toBeUndefined()
})
