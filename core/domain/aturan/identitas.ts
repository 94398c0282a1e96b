import { findTmtMasuk } from '../masa-kerja.ts'
import { getJenisPegawai } from '../nilai-turunan.ts'
import { checkNik, type TemuanNik } from '../nik.ts'
import { checkNip, type DataPembandingNip, type TemuanNip } from '../nip.ts'
import { getNilai, listRiwayat, type RekamPegawai } from '../rekam.ts'
import type { Konteks } from './aturan.ts'

function isKelamin(teks: string | undefined): teks is 'L' | 'P' {
  return teks === 'L' || teks === 'P'
}

/** Leaves out what the record does not say, so that nothing is compared with nothing. */
function getPembandingNip(rekam: RekamPegawai, hariIni: string): DataPembandingNip {
  const identitas = listRiwayat(rekam, 'identitas').at(-1)?.isi
  const jenis = getJenisPegawai(rekam, hariIni)
  const kelamin = getNilai(identitas, 'jenisKelamin')
  const tanggalLahir = getNilai(identitas, 'tanggalLahir')
  const tmtCpns = getNilai(listRiwayat(rekam, 'cpns').at(-1)?.isi, 'tmtCpns')
  const tmtPns = getNilai(listRiwayat(rekam, 'pns').at(-1)?.isi, 'tmtPns')
  const tmtPppk = jenis.startsWith('PPPK') ? findTmtMasuk(rekam) : undefined
  return {
    hariIni,
    jenisPegawai: jenis === 'CPNS' ? 'CPNS' : jenis.startsWith('PPPK') ? 'PPPK' : 'PNS',
    ...(isKelamin(kelamin) && { jenisKelamin: kelamin }),
    ...(tanggalLahir !== undefined && { tanggalLahir }),
    ...(tmtCpns !== undefined && { tmtCpns }),
    ...(tmtPns !== undefined && { tmtPns }),
    ...(tmtPppk !== undefined && { tmtPppk }),
  }
}

/** The person's NIK beside the person, and each child's and spouse's beside their own dates. */
export function listTemuanNik({ rekam }: Konteks): (TemuanNik & { riwayatId: string })[] {
  const identitas = listRiwayat(rekam, 'identitas').at(-1)?.isi
  const pemilik = listRiwayat(rekam, 'kartu_keluarga').map((satu) => [satu, identitas] as const)
  const keluarga = (['pasangan', 'anak'] as const).flatMap((jenis) =>
    listRiwayat(rekam, jenis).map((satu) => [satu, satu.isi] as const),
  )
  return [...pemilik, ...keluarga].flatMap(([satu, orang]) => {
    const nik = getNilai(satu.isi, 'nik')
    if (nik === undefined) return []
    const tanggalLahir = getNilai(orang, 'tanggalLahir')
    const kelamin = getNilai(orang, 'jenisKelamin')
    const temuan = checkNik(nik, {
      ...(tanggalLahir !== undefined && { tanggalLahir }),
      ...(isKelamin(kelamin) && { jenisKelamin: kelamin }),
    })
    return temuan.map((salah) => ({ ...salah, riwayatId: satu.id }))
  })
}

/** The number beside what the record says: NIP-01 to NIP-17 (nip.md section 3). */
export function listTemuanNip({ rekam, hariIni }: Konteks): TemuanNip[] {
  return checkNip(rekam.nip, getPembandingNip(rekam, hariIni))
}
