import { formatKode } from '@meja/core/domain/kode-sekali.ts'
import { formatNip } from '@meja/core/domain/nip.ts'
import { writeAudit } from '../../database/audit.ts'
import type { Transaksi } from '../../database/connection.ts'
import type { Identity } from '../../database/identity.ts'
import { findKode, type BagianKode } from '../../faktor/kode-surat.ts'
import type { KunciFaktor } from '../../faktor/kunci-faktor.ts'
import { Kertas, lebarIsi, tepi, warna } from '../../cetak/kertas.ts'
import { MejaError } from '../../meja-error.ts'
import { findKodeTerbuka, listKodeUnit } from './queries.ts'

/** What one letter says. */
export type Surat = {
  readonly nama: string
  readonly nip: string
  readonly unit: string
  readonly kantor: string
  readonly kode: string
  readonly bagian: BagianKode
  readonly jenis: 'aktivasi' | 'pemulihan'
  readonly kedaluwarsa: Date
}

type BarisKode = NonNullable<Awaited<ReturnType<typeof findKodeTerbuka>>>

/** Whose half this login may print: an invitation is an administrator's, a recovery has two hands. */
function findBagian(baris: BarisKode, { akunId, peran }: Identity): BagianKode | null {
  if (baris.jenis === 'aktivasi') return peran === 'administrator' ? 1 : null
  if (baris.dicatatOleh === akunId) return 1
  return baris.disaksikanOleh === akunId ? 2 : null
}

function buildSurat(kunci: KunciFaktor, baris: BarisKode, bagian: BagianKode): Surat | null {
  const sidik = bagian === 1 ? baris.sidikPertama : baris.sidikKedua
  const kode = sidik === null ? null : findKode(kunci, baris.id, bagian, sidik)
  return kode === null ? null : { ...baris, kode: formatKode(kode), bagian }
}

export async function prepareSurat(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  identity: Identity,
  kodeId: string,
): Promise<Surat> {
  const baris = await findKodeTerbuka(transaksi, kodeId)
  const bagian = baris === undefined ? null : findBagian(baris, identity)
  if (baris === undefined || bagian === null) throw new MejaError('tidak_ditemukan')
  const surat = buildSurat(kunci, baris, bagian)
  if (surat === null) throw new MejaError('tidak_ditemukan')
  await writeAudit(transaksi, identity.akunId, 'akun.kode_cetak', `akun:${baris.akunId}`, {
    kode: kodeId,
    bagian,
  })
  return surat
}

export async function prepareSuratUnit(
  transaksi: Transaksi,
  kunci: KunciFaktor,
  { akunId }: Identity,
  unit: string,
): Promise<Surat[]> {
  const semua = (await listKodeUnit(transaksi, unit)).flatMap(
    (baris) => buildSurat(kunci, baris, 1) ?? [],
  )
  if (semua.length === 0) throw new MejaError('tidak_ditemukan')
  await writeAudit(transaksi, akunId, 'akun.kode_cetak', `unit:${unit}`, { surat: semua.length })
  return semua
}

const tanggal = new Intl.DateTimeFormat('id-ID', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Jakarta',
})

function listParagraf({ jenis, bagian }: Surat, alamat: string): string[] {
  const buka = `Buka ${alamat}/aktivasi di peramban Anda sendiri.`
  if (jenis === 'pemulihan') {
    return [
      `Dua pengelola sudah melihat Anda dan kartu identitas Anda. Ini surat ${bagian === 1 ? 'pertama' : 'kedua'} dari dua; masing-masing dipegang pengelola yang berbeda dan diserahkan langsung kepada Anda.`,
      `${buka} Isi NIP, tanggal lahir, dan kode dari kedua surat, lalu tentukan kata sandi baru.`,
      'Semua perangkat yang masuk dengan akun Anda akan keluar, dan langkah kedua dipasang lagi.',
    ]
  }
  return [
    'Akun Meja ASN Anda sudah disiapkan. Hanya Anda yang membukanya: tidak ada orang lain yang melihat atau menentukan kata sandi Anda.',
    `${buka} Isi NIP, tanggal lahir, dan kode ini, lalu tentukan kata sandi, surel, dan nomor HP Anda.`,
    'Nama pengguna Anda ada di halaman terakhir pembukaan akun; untuk akun pegawai, itulah NIP Anda.',
  ]
}

/** One letter to a page, to be folded: the code is on the inside. */
export async function drawSurat(surat: readonly Surat[], alamat: string): Promise<Buffer> {
  const kertas = await Kertas.open('Surat kode akun', new Date())
  for (const [nomor, satu] of surat.entries()) {
    // Nothing fits below a letter: each begins a page.
    if (nomor > 0) kertas.ensureRoom(700)
    const tulis = (tag: string, teks: string, ukuran: number, jarak: number, tebal = false) => {
      const gaya = { ukuran, tebal, warna: warna.teks }
      const y = kertas.y
      kertas.write(tag, teks, { x: tepi.kiri, y, lebar: lebarIsi }, gaya)
      kertas.moveTo(y + kertas.measure(teks, lebarIsi, gaya) + jarak)
    }
    tulis('P', 'Rahasia: hanya untuk yang namanya tercantum', 9, 28)
    tulis('P', satu.nama, 13, 2, true)
    tulis('P', `NIP ${formatNip(satu.nip)}`, 11, 2)
    tulis('P', `${satu.unit}, ${satu.kantor}`, 11, 40)
    tulis(
      'H1',
      satu.jenis === 'aktivasi' ? 'Kode pembuka akun' : 'Kode pemulihan akun',
      16,
      14,
      true,
    )
    for (const paragraf of listParagraf(satu, alamat)) tulis('P', paragraf, 11, 10)
    const y = kertas.y + 14
    kertas.drawPita(y, 58)
    kertas.write(
      'P',
      satu.kode,
      { x: tepi.kiri, y: y + 17, lebar: lebarIsi },
      { ukuran: 22, tebal: true, rata: 'center' },
    )
    kertas.moveTo(y + 76)
    tulis('P', `Berlaku sampai ${tanggal.format(satu.kedaluwarsa)} WIB, satu kali.`, 11, 10)
    tulis(
      'P',
      'Bila lipatan surat ini sudah terbuka sebelum Anda terima, jangan dipakai: minta surat baru. Robek setelah akun terbuka.',
      11,
      0,
    )
  }
  return kertas.finish((nomor, jumlah) => ({
    kiri: ['Meja ASN', 'Pasal 30 ayat (2) huruf i dan j Peraturan Gubernur Jawa Timur 73/2020'],
    kanan: `${nomor} / ${jumlah}`,
  }))
}
