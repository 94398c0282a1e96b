import type { JenisPesan } from '@meja/core/api/pesan.ts'

type Dwibahasa = { readonly id: string; readonly en: string }
type Templat = { readonly subjek: Dwibahasa; readonly isi: Dwibahasa }

/**
 * What a message says. Mail is read by others on its way: nothing in here tells whose account it is,
 * what the record says, or what something was changed to.
 */
const templat: Readonly<Record<JenisPesan, Templat>> = {
  surel_kode: {
    subjek: { id: 'Kode verifikasi surel Meja ASN', en: 'Meja ASN e-mail code' },
    isi: {
      id: 'Kode verifikasi surel Anda: {kode}\nBerlaku 30 menit, satu kali. Ketik di Meja ASN, halaman Keamanan akun. Tidak meminta kode ini? Abaikan: tanpa kode, alamat ini tidak dipakai.',
      en: 'Your e-mail verification code: {kode}\nGood for 30 minutes, once. Enter it in Meja ASN under Account security. You did not ask for it? Ignore it: without the code this address is not used.',
    },
  },
  sandi_diubah: {
    subjek: { id: 'Kata sandi Meja ASN diganti', en: 'Meja ASN password changed' },
    isi: {
      id: 'Kata sandi akun Meja ASN Anda baru saja diganti. Bukan Anda? Temui pengelola kepegawaian Anda sekarang, dengan kartu identitas.',
      en: 'The password of your Meja ASN account has just been changed. Not by you? See your personnel officers now, with a proof of identity.',
    },
  },
  surel_diubah: {
    subjek: { id: 'Surel akun Meja ASN diganti', en: 'Meja ASN e-mail changed' },
    isi: {
      id: 'Akun Meja ASN Anda tidak memakai alamat ini lagi. Bukan Anda yang menggantinya? Temui pengelola kepegawaian Anda sekarang, dengan kartu identitas.',
      en: 'Your Meja ASN account no longer uses this address. Not changed by you? See your personnel officers now, with a proof of identity.',
    },
  },
  nomor_hp_diubah: {
    subjek: { id: 'Nomor HP akun Meja ASN diganti', en: 'Meja ASN mobile number changed' },
    isi: {
      id: 'Nomor HP akun Meja ASN Anda baru saja diganti. Bukan Anda? Temui pengelola kepegawaian Anda sekarang, dengan kartu identitas.',
      en: 'The mobile number of your Meja ASN account has just been changed. Not by you? See your personnel officers now, with a proof of identity.',
    },
  },
  akun_dipulihkan: {
    subjek: { id: 'Akun Meja ASN dipulihkan', en: 'Meja ASN account recovered' },
    isi: {
      id: 'Akun Meja ASN Anda baru saja dibuka kembali dengan dua surat pemulihan. Bukan Anda? Temui pengelola kepegawaian Anda sekarang, dengan kartu identitas.',
      en: 'Your Meja ASN account has just been opened again with two recovery letters. Not by you? See your personnel officers now, with a proof of identity.',
    },
  },
}

/** Both languages in one message: nobody's choice of language is known to the server. */
export function writeNaskah(jenis: JenisPesan, alamatServer: string, kode: string | null) {
  const { subjek, isi } = templat[jenis]
  const isikan = (teks: string) => teks.replace('{kode}', kode ?? '')
  return {
    subjek: `${subjek.id} / ${subjek.en}`,
    teks: [
      isikan(isi.id),
      `Meja ASN: ${alamatServer}`,
      '---',
      isikan(isi.en),
      `Meja ASN: ${alamatServer}`,
      '',
    ].join('\n\n'),
  }
}
