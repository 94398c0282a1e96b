import type { Resi } from '@meja/core/api/resi.ts'
import type { Kasus, Keputusan, RingkasUsulan } from '@meja/core/api/verifikasi.ts'

/** Invented people and papers; ids are shaped as the contract wants them. */
export function buildId(nomor: number): string {
  return `00000000-0000-4000-8000-${String(nomor).padStart(12, '0')}`
}

export const SHA_PINDAIAN = 'a'.repeat(64)
export const SHA_LAIN = 'b'.repeat(64)

export function buildKasus(nomor: number, ubah: Partial<Kasus> = {}): Kasus {
  return {
    id: buildId(nomor),
    versi: 1,
    status: 'diajukan',
    jenis: 'pangkat',
    aksi: 'koreksi',
    diajukanPada: '2026-11-20T08:00:00+07:00',
    pegawai: {
      id: buildId(nomor + 500),
      nip: '196608011988031001',
      nama: `Pegawai ${nomor}, S.Pd.`,
      unitKerja: 'SMA Contoh 1',
      perangkatDaerah: 'Dinas Pendidikan',
      jabatan: 'Guru Ahli Madya',
      golongan: 'III/d',
    },
    versiRiwayat: 3,
    sebelum: { nomorSk: '823.3/1243', golongan: 'III/c', gajiPokok: null },
    sesudah: { nomorSk: '823.3/1234', golongan: 'III/d', gajiPokok: null },
    alasan: null,
    sumber: 'ess',
    dokumen: [
      {
        id: buildId(nomor + 900),
        jenis: 'SK_KP',
        namaBerkas: 'sk-kp.pdf',
        tipeMedia: 'application/pdf',
        ukuran: 1000,
        sha256: SHA_PINDAIAN,
        halaman: 2,
        kembar: 0,
        versi: 1,
        menggantikan: null,
        digantikanOleh: null,
        mutu: null,
      },
    ],
    temuan: [],
    keputusanTerakhir: null,
    ...ubah,
  }
}

export function buildRingkas(kasus: Kasus): RingkasUsulan {
  const { id, versi, status, jenis, aksi, pegawai, diajukanPada } = kasus
  return {
    id,
    versi,
    status,
    jenis,
    aksi,
    pegawai: { id: pegawai.id, nip: pegawai.nip, nama: pegawai.nama, unitKerja: pegawai.unitKerja },
    perangkatDaerah: pegawai.perangkatDaerah,
    diajukanPada,
    jumlahDokumen: kasus.dokumen.length,
  }
}

export function buildResi(keputusan: Keputusan): Resi {
  return {
    keputusanId: buildId(7000),
    transactionId: keputusan.transactionId,
    usulanId: keputusan.usulanId,
    hasil: keputusan.hasil,
    status: 'valid',
    versi: keputusan.versiDilihat.usulan + 1,
    diterimaPada: '2026-11-24T09:00:00+07:00',
    sidik: SHA_LAIN,
    sidikPindaian: SHA_LAIN,
    tandaTangan: { idKunci: '0123456789abcdef', nilai: `${'A'.repeat(86)}==` },
  }
}

/** A complete "sesuai" on this case; nobody looks at its evidence here. */
export function buildKeputusan(kasus: Kasus, nomor: number): Keputusan {
  return {
    transactionId: buildId(nomor),
    usulanId: kasus.id,
    versiDilihat: { usulan: kasus.versi, riwayat: kasus.versiRiwayat },
    hasil: 'sesuai',
    penilaian: [{ kunci: 'golongan', nilai: 'sesuai' }],
    asli: { metode: 'asli', tempat: 'Loket 2' },
    bukti: [],
    diputuskanPada: '2026-11-24T08:00:00+07:00',
  }
}
