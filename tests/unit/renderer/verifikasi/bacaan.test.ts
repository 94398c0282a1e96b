import { describe, expect, it, vi } from 'vitest'
import type { HalamanTerbaca, Kata } from '@meja/core/domain/perbandingan/kata.ts'
import { kunciPemilik } from '@meja/core/domain/jenis-riwayat.ts'
import { useBacaanStore } from '../../../../renderer/features/verifikasi/bacaan-store.ts'
import { buildKasus } from './contoh-kasus.ts'
import { setUpMeja } from './meja-palsu.ts'

/** `label : value` lines as a reader gives them. */
function buildBacaan(
  baris: readonly (readonly [label: string, nilai: string])[],
): HalamanTerbaca[] {
  const kata: Kata[] = baris.flatMap(([label, nilai], i) => {
    let x = 100
    return `${label} : ${nilai}`.split(' ').map((teks) => {
      const letak = [x, 100 + i * 60, x + teks.length * 20, 130 + i * 60] as const
      x = letak[2] + 10
      return { teks, keyakinan: 95, letak, kotak: letak }
    })
  })
  return [{ nomor: 1, lebar: 1000, tinggi: 2000, kata }]
}

const pindaian = buildBacaan([
  ['Nomor', '823.3/1234'],
  ['Nama', 'PEGAWAI SATU'],
  ['NIP', '19660801 198803 1 001'],
  ['Golongan Ruang', 'III/c'],
])

async function openDesk(jumlah = 1) {
  const kasus = Array.from({ length: jumlah }, (_, nol) => {
    const satu = buildKasus(nol + 1)
    return { ...satu, pegawai: { ...satu.pegawai, nama: 'Pegawai Satu, S.Pd.' } }
  })
  const desk = setUpMeja(kasus)
  desk.server.bacaan = () => pindaian
  await desk.antrean.loadAntrean()
  desk.meja.open(kasus[0]?.id ?? null)
  const bacaan = useBacaanStore()
  await vi.waitFor(() => expect(bacaan.bacaan.has(kasus[0]?.id ?? '')).toBe(true))
  return { ...desk, bacaan, kasus }
}

describe('what the scan says', () => {
  it('stands beside each field, with the difference marked before the person looks', async () => {
    const { meja } = await openDesk()
    const status = [...(meja.bacaan ?? [])].map(([kunci, satu]) => [kunci, satu.status])
    expect(Object.fromEntries(status)).toEqual({
      [kunciPemilik]: 'sama',
      nomorSk: 'sama',
      golongan: 'beda',
    })
    expect(meja.bacaan?.get('golongan')?.terbaca).toBe('III/c')
  })

  it('shows where the active field’s value stands, in shares of the page', async () => {
    const { meja } = await openDesk()
    meja.kunciAktif = 'golongan'
    expect(meja.sorot).toMatchObject({ makna: 'beda', tempat: [{ halaman: 1 }] })
    expect(meja.sorot?.tempat[0]?.awal.y).toBeCloseTo(280 / 2000, 2)
    meja.kunciAktif = 'nomorSk'
    expect(meja.sorot?.makna).toBe('sama')
  })

  it('asks one key more for a decision against it, and none for one with it', async () => {
    const { meja } = await openDesk()
    expect(meja.confirmNilai('golongan', 'sesuai')).toBe(false)
    expect(meja.penegasan).toEqual({ kunci: 'golongan', nilai: 'sesuai' })
    expect(meja.confirmNilai('golongan', 'sesuai')).toBe(true)
    expect(meja.confirmNilai('golongan', 'tidak_sesuai')).toBe(true)
    expect(meja.confirmNilai('nomorSk', 'sesuai')).toBe(true)
    expect(meja.confirmNilai('nomorSk', 'tidak_sesuai')).toBe(false)
  })

  it('forgets an unconfirmed judgement when another field is looked at', async () => {
    const { meja } = await openDesk()
    meja.confirmNilai('golongan', 'sesuai')
    meja.kunciAktif = 'nomorSk'
    expect(meja.penegasan).toBeNull()
  })

  it('is read for the case on the desk and for the next ones, each scan once', async () => {
    const { bacaan, kasus, server } = await openDesk(3)
    await vi.waitFor(() => expect(bacaan.bacaan.size).toBe(3))
    expect([...bacaan.bacaan.keys()]).toEqual(kasus.map(({ id }) => id))
    // The three invented cases share one scan: it lies in the cache under its hash.
    expect(server.dibaca).toHaveLength(1)
  })

  it('leaves the desk as it was where the engine does not start', async () => {
    const { bacaan, meja, server, kasus } = await openDesk()
    bacaan.clear()
    server.bacaan = () => {
      throw Object.assign(new Error('mesin'), { sebab: 'mesin' })
    }
    await bacaan.readKasus(kasus[0] ?? buildKasus(1))
    expect(bacaan.mati).toBe(true)
    expect(meja.bacaan).toBeNull()
    expect(meja.confirmNilai('golongan', 'sesuai')).toBe(true)
  })
})
