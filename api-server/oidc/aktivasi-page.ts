import { errorSentences } from '@meja/core/api/error-sentences.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { formatNip } from '@meja/core/domain/nip.ts'
import { panjangSandi } from '@meja/core/domain/sandi.ts'
import { escapeHtml, renderGalat, type Halaman } from './halaman.ts'

export type IsianKode = {
  readonly nip: string
  readonly tanggalLahir: string
  readonly kode: string
  readonly kodeKedua: string
}

/** First the code: who holds the letter, and knows what only its owner and the record know. */
export function renderKode(galat: ErrorCode | null, isian: IsianKode): Halaman {
  const nilai = (teks: string) => `value="${escapeHtml(teks)}"`
  const kedua = isian.kodeKedua !== ''
  return {
    judul: 'Buka akun dengan kode',
    isi: `<h1>Buka akun dengan kode</h1><p class="redup">Kode ada di surat yang diserahkan pengelola kepegawaian kepada Anda. Hanya Anda yang menentukan kata sandinya.</p>${renderGalat(galat)}
<form method="post" action="/aktivasi" autocomplete="off">
<label for="nip">NIP</label><input id="nip" name="nip" inputmode="numeric" required maxlength="30" ${nilai(isian.nip)}${isian.nip === '' ? ' autofocus' : ''}>
<label for="lahir">Tanggal lahir</label><input id="lahir" name="tanggalLahir" type="date" required ${nilai(isian.tanggalLahir)}>
<label for="kode">Kode di surat</label><input id="kode" name="kode" class="kode" autocapitalize="characters" spellcheck="false" required maxlength="30" ${nilai(isian.kode)}>
<details${kedua ? ' open' : ''}><summary>Saya memulihkan akun dan menerima dua surat</summary>
<p class="kecil redup">Isi kode surat pertama di atas, dan kode surat kedua di sini.</p>
<label for="kedua">Kode di surat kedua</label><input id="kedua" name="kodeKedua" class="kode" autocapitalize="characters" spellcheck="false" maxlength="30" ${nilai(isian.kodeKedua)}></details>
<button type="submit">Lanjutkan</button></form>`,
    kaki: 'Surat hilang atau kedaluwarsa? Minta surat baru; kode yang lama mati saat surat baru dibuat.',
  }
}

export type Pemilik = {
  readonly nama: string
  readonly nip: string
  readonly namaPengguna: string
  readonly jenis: 'aktivasi' | 'pemulihan'
}

export type GalatIsian = 'sandi_lemah' | 'sandi_berbeda' | 'surel' | 'nomor_hp'

function describeGalat(galat: GalatIsian | null): string {
  if (galat === null) return ''
  if (galat === 'sandi_lemah') {
    const { terjadi, lanjut } = errorSentences.id.sandi_lemah
    return `<p class="galat" role="alert">${terjadi} ${lanjut}</p>`
  }
  const kalimat = {
    sandi_berbeda: 'Kedua kata sandi tidak sama. Ketik keduanya lagi.',
    surel: 'Alamat surel itu tidak lengkap. Contoh: nama@contoh.go.id.',
    nomor_hp: 'Nomor HP itu tidak lengkap. Contoh: 0812 3456 7890.',
  } as const
  return `<p class="galat" role="alert">${kalimat[galat]}</p>`
}

/** Then the password, which nobody else has seen or chosen. */
export function renderSandiBaru(
  galat: GalatIsian | null,
  pemilik: Pemilik,
  kode: IsianKode,
  kontak: { readonly surel: string; readonly nomorHp: string },
): Halaman {
  const pulih = pemilik.jenis === 'pemulihan'
  const wajib = pulih ? '' : ' required'
  const bawa = Object.entries(kode)
    .map(([nama, isi]) => `<input type="hidden" name="${nama}" value="${escapeHtml(isi)}">`)
    .join('')
  return {
    judul: 'Kata sandi baru',
    isi: `<h1>${escapeHtml(pemilik.nama)}</h1><p class="redup">NIP ${formatNip(pemilik.nip)}. Bukan Anda? Tutup halaman ini dan kembalikan suratnya kepada pengelola.</p>${describeGalat(galat)}
<form method="post" action="/aktivasi/sandi">${bawa}<input type="hidden" name="username" autocomplete="username" value="${escapeHtml(pemilik.namaPengguna)}">
<label for="sandi">Kata sandi baru</label><input id="sandi" name="kataSandi" type="password" autocomplete="new-password" required minlength="${panjangSandi.paling_sedikit}" maxlength="${panjangSandi.paling_banyak}" autofocus aria-describedby="bantu-sandi"><span class="bantu" id="bantu-sandi">Sedikitnya ${panjangSandi.paling_sedikit} karakter. Empat kata yang tidak berhubungan mudah diingat dan sulit ditebak.</span>
<label for="ulang">Kata sandi baru, sekali lagi</label><input id="ulang" name="ulang" type="password" autocomplete="new-password" required maxlength="${panjangSandi.paling_banyak}">
<label for="surel">Surel</label><input id="surel" name="surel" type="email" autocomplete="email" maxlength="254"${wajib} value="${escapeHtml(kontak.surel)}">
<label for="hp">Nomor HP</label><input id="hp" name="nomorHp" type="tel" autocomplete="tel" maxlength="30"${wajib} value="${escapeHtml(kontak.nomorHp)}"><span class="bantu">${pulih ? 'Kosongkan bila tidak berubah. ' : ''}Hanya Anda yang dapat melihat dan mengubahnya.</span>
<button type="submit">${pulih ? 'Pulihkan akun' : 'Buka akun'}</button></form>`,
  }
}

export function renderSelesai(pemilik: Pemilik, portal: boolean): Halaman {
  const pulih = pemilik.jenis === 'pemulihan'
  return {
    judul: 'Akun siap',
    isi: `<h1>Akun Anda siap</h1><p>Nama pengguna Anda <code>${escapeHtml(pemilik.namaPengguna)}</code>, dengan kata sandi yang baru Anda tentukan.${pulih ? ' Semua perangkat yang tadinya masuk sudah keluar, dan langkah kedua dipasang lagi saat masuk.' : ''} Robek suratnya: kodenya sudah mati.</p>${portal ? '<a class="tombol" href="/masuk">Masuk</a>' : '<p class="redup">Tutup halaman ini, lalu masuk dari aplikasi.</p>'}`,
  }
}
