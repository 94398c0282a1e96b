import { checkKeputusan, type HambatanKeputusan } from '@meja/core/domain/keputusan.ts'
import type { HasilKeputusan } from '@meja/core/domain/status-usulan.ts'
import type { Kasus } from '@meja/core/api/verifikasi.ts'
import { buildKeputusan, type Draf } from './draf.ts'

/** Where the desk goes when the person asks for a decision that may not be taken yet. */
export type Sasaran =
  | { readonly tempat: 'halaman'; readonly dokumenId: string; readonly halaman: number }
  | { readonly tempat: 'isian'; readonly kunci: string }
  | { readonly tempat: 'alasan'; readonly kunci: string }
  | { readonly tempat: 'asli' }
  | { readonly tempat: 'kembalikan' }
  | { readonly tempat: 'muatUlang' }

/** One missing thing, in the words of locales/verifikasi `kurang.*`. */
export type PesanHambatan = {
  readonly pesan: string
  readonly nilai: Readonly<Record<string, string | number>>
  readonly sasaran: Sasaran
}

function formatHalaman(halaman: readonly number[]): string {
  if (halaman.length < 4) return halaman.join(', ')
  return `${halaman[0]}, ${halaman[1]} … ${halaman.at(-1)}`
}

function describeHambatan(kasus: Kasus, draf: Draf, satu: HambatanKeputusan): PesanHambatan {
  switch (satu.kode) {
    case 'pindaian_berubah':
      return {
        pesan: 'pindaianBerubah',
        nilai: {},
        sasaran: { tempat: 'muatUlang' },
      }
    case 'halaman_belum_dilihat': {
      const urutan = kasus.dokumen.findIndex(({ id }) => id === satu.dokumenId) + 1
      return {
        pesan: kasus.dokumen.length > 1 ? 'halamanDokumen' : 'halaman',
        nilai: { halaman: formatHalaman(satu.halaman), dokumen: urutan },
        sasaran: {
          tempat: 'halaman',
          dokumenId: satu.dokumenId,
          halaman: satu.halaman[0] ?? 1,
        },
      }
    }
    case 'penilaian_belum_lengkap':
      return {
        pesan: 'penilaian',
        nilai: { jumlah: satu.kunci.length },
        sasaran: { tempat: 'isian', kunci: satu.kunci[0] ?? '' },
      }
    case 'ada_yang_tidak_sesuai':
      return {
        pesan: 'tidakSesuai',
        nilai: { jumlah: satu.kunci.length },
        sasaran: { tempat: 'kembalikan' },
      }
    case 'bukti_kurang':
      return { pesan: 'buktiKurang', nilai: {}, sasaran: { tempat: 'kembalikan' } }
    case 'rekam_bertentangan':
      return { pesan: 'bertentangan', nilai: {}, sasaran: { tempat: 'kembalikan' } }
    case 'asli_belum_dinyatakan':
      return {
        pesan: draf.asli.metode === null ? 'asli' : 'asliTempat',
        nilai: {},
        sasaran: { tempat: 'asli' },
      }
    case 'alasan_belum_lengkap': {
      const kunci = satu.kunci[0] ?? ''
      const adaYangGagal = Object.values(draf.penilaian).some(({ nilai }) => nilai !== 'sesuai')
      return adaYangGagal
        ? {
            pesan: draf.penilaian[kunci]?.alasan === 'lainnya' ? 'catatanLainnya' : 'alasan',
            nilai: { jumlah: satu.kunci.length },
            sasaran: { tempat: 'alasan', kunci },
          }
        : { pesan: 'tidakAdaAlasan', nilai: {}, sasaran: { tempat: 'isian', kunci } }
    }
  }
}

/**
 * With a field that fails, "sesuai" is out of reach whatever else is missing: then the way is to
 * judge the rest and return the case, not to leaf through pages.
 */
function isDidahulukan({ kode }: HambatanKeputusan): boolean {
  return kode === 'penilaian_belum_lengkap' || kode === 'ada_yang_tidak_sesuai'
}

/** What is still missing for this decision, in the order in which the desk leads to it. */
export function listPesanHambatan(
  kasus: Kasus,
  draf: Draf,
  hasil: HasilKeputusan,
): PesanHambatan[] {
  const keputusan = buildKeputusan(kasus, draf, hasil, { transactionId: '', pada: new Date(0) })
  const hambatan = checkKeputusan(kasus, keputusan)
  const gagal = hambatan.some(({ kode }) => kode === 'ada_yang_tidak_sesuai')
  return (gagal ? hambatan.filter(isDidahulukan) : hambatan).map((satu) =>
    describeHambatan(kasus, draf, satu),
  )
}
