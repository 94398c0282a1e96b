import { errorSentences } from '@meja/core/api/error-sentences.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { escapeHtml, renderGalat, type Halaman } from './halaman.ts'

/** A form that the script sends once the browser's passkey has answered; hidden where there is none. */
function renderPasskey(
  aksi: 'masuk' | 'daftar',
  pilihan: object | null,
  tombol: string,
  kelas = 'kedua',
): string {
  if (pilihan === null) return ''
  return `<form method="post" hidden data-aksi="${aksi}" data-pilihan="${escapeHtml(JSON.stringify(pilihan))}">
<input type="hidden" name="passkey"><p class="galat" role="alert" hidden>Passkey tidak jadi dipakai. Coba lagi, atau lanjutkan dengan cara lain di halaman ini.</p>
<button type="submit" class="${kelas}">${tombol}</button></form>`
}

/** The sign-in form; the same sentence whether the name or the password is wrong. */
export function renderSignIn(
  galat: ErrorCode | null,
  namaPengguna: string,
  pilihan: object | null,
): Halaman {
  const passkey = renderPasskey('masuk', pilihan, 'Masuk dengan passkey')
  return {
    judul: 'Masuk',
    skrip: pilihan !== null,
    isi: `<h1>Masuk</h1><p class="redup">Setelah masuk, halaman ini kembali ke aplikasi.</p>${renderGalat(galat)}
<form method="post"><label for="nama">Nama pengguna atau NIP</label>
<input id="nama" name="namaPengguna" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="60" value="${escapeHtml(namaPengguna)}"${namaPengguna ? '' : ' autofocus'}>
<label for="sandi">Kata sandi</label>
<input id="sandi" name="kataSandi" type="password" autocomplete="current-password" required maxlength="200"${namaPengguna ? ' autofocus' : ''}>
<button type="submit">Masuk</button></form>${passkey === '' ? '' : `<div data-passkey hidden><p class="atau">atau</p></div>${passkey}`}`,
    kaki: 'Belum punya kata sandi, atau lupa? Minta surat kode kepada pengelola kepegawaian, lalu <a href="/aktivasi">buka akun dengan kode</a>.',
  }
}

/** After the password: a code of the app, a passkey, or a recovery code. */
export function renderKedua(
  galat: ErrorCode | null,
  ada: { readonly totp: boolean; readonly pilihan: object | null },
): Halaman {
  const passkey = renderPasskey(
    'masuk',
    ada.pilihan,
    'Lanjutkan dengan passkey',
    ada.totp ? 'kedua' : '',
  )
  const kode = ada.totp
    ? 'Kode 6 angka dari aplikasi autentikator, atau kode cadangan'
    : 'Kode cadangan'
  return {
    judul: 'Langkah kedua',
    skrip: ada.pilihan !== null,
    isi: `<h1>Langkah kedua</h1><p class="redup">Kata sandi Anda benar. Buktikan sekali lagi bahwa ini Anda.</p>${renderGalat(galat)}
${ada.totp ? '' : passkey}${ada.totp || passkey === '' ? '' : '<p class="atau">atau</p>'}
<form method="post"><label for="kode">${kode}</label>
<input id="kode" name="kode" class="kode" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required maxlength="20" autofocus>
<button type="submit"${ada.totp ? '' : ' class="kedua"'}>Lanjutkan</button></form>${ada.totp && passkey !== '' ? `<div data-passkey hidden><p class="atau">atau</p></div>${passkey}` : ''}`,
    kaki: 'Kehilangan semuanya? Datang sendiri kepada dua pengelola dengan kartu identitas; mereka mencatat pemulihan akun.',
  }
}

/** The first sign-in of a pengelola after the rule holds: without a second factor nobody goes on. */
export function renderDaftar(
  galat: ErrorCode | null,
  isi: { readonly qr: string; readonly rahasia: string; readonly pilihan: object | null },
): Halaman {
  const passkey = renderPasskey('daftar', isi.pilihan, 'Buat passkey di perangkat ini')
  return {
    judul: 'Pasang langkah kedua',
    skrip: isi.pilihan !== null,
    isi: `<h1>Pasang langkah kedua</h1><p class="redup">Akun pengelola dibuka dengan kata sandi dan satu bukti lagi. Ini dilakukan sekali saja.</p>${renderGalat(galat)}
<ol><li>Buka aplikasi autentikator di ponsel Anda.</li><li>Pindai gambar ini.</li><li>Ketik kode 6 angka yang muncul.</li></ol>
<div class="qr">${isi.qr}</div>
<details><summary>Tidak bisa memindai?</summary><p class="kecil">Ketik kunci ini di aplikasinya: <code>${escapeHtml(isi.rahasia.match(/.{1,4}/g)?.join(' ') ?? '')}</code></p></details>
<form method="post"><label for="kode">Kode dari aplikasi</label>
<input id="kode" name="kode" class="kode" inputmode="numeric" autocomplete="one-time-code" required maxlength="10" autofocus>
<button type="submit">Pasang dan lanjutkan</button></form>${passkey === '' ? '' : `<div data-passkey hidden><p class="atau">atau, tanpa ponsel</p></div>${passkey}`}`,
  }
}

/** Shown once; whoever leaves without them makes new ones in the account's own page. */
export function renderKodeCadangan(kode: readonly string[], aksi: string): Halaman {
  return {
    judul: 'Kode cadangan',
    isi: `<h1>Simpan kode cadangan</h1><p class="redup">Bila ponsel atau passkey hilang, satu kode membuka akun Anda satu kali. Kode ini tidak ditampilkan lagi: cetak atau salin sekarang, simpan terkunci, jangan di ponsel yang sama.</p>
<ul class="cadangan">${kode.map((satu) => `<li><code>${satu}</code></li>`).join('')}</ul>
<form method="post" action="${escapeHtml(aksi)}"><button type="submit" autofocus>Sudah saya simpan, lanjutkan</button></form>`,
  }
}

export function renderSignInFailed(kode: ErrorCode): Halaman {
  const { terjadi, lanjut } = errorSentences.id[kode]
  return { judul: 'Masuk', isi: `<h1>${terjadi}</h1><p role="alert">${lanjut}</p>` }
}
