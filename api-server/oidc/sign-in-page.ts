import { errorSentences } from '@meja/core/api/error-sentences.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'

/** The only style of the page; its hash stands in the CSP, so nothing else can be injected. */
export const styleMasuk = `
:root{color-scheme:light dark;--latar:#f6f5f1;--kartu:#fff;--teks:#1f2a2c;--redup:#5a6769;--garis:#d9d6cc;--aksen:#0f5e63;--merah:#9b2c1f}
@media(prefers-color-scheme:dark){:root{--latar:#15191a;--kartu:#1e2425;--teks:#e7e9e6;--redup:#a3adad;--garis:#384041;--aksen:#5fc2c4;--merah:#f2a091}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--latar);color:var(--teks);font:15px/1.5 system-ui,sans-serif}
main{width:min(360px,calc(100vw - 32px));background:var(--kartu);border:1px solid var(--garis);border-radius:8px;padding:32px}
h1{font-size:20px;margin:0 0 4px}p{margin:0 0 20px;color:var(--redup)}label{display:block;font-weight:600;margin-bottom:4px}
input{width:100%;padding:10px 12px;margin-bottom:16px;border:1px solid var(--garis);border-radius:6px;background:transparent;color:inherit;font:inherit}
input:focus-visible,button:focus-visible{outline:2px solid var(--aksen);outline-offset:2px}
button{width:100%;padding:10px;border:0;border-radius:6px;background:var(--aksen);color:var(--kartu);font:inherit;font-weight:600;cursor:pointer}
.galat{border-left:3px solid var(--merah);padding-left:12px;color:var(--merah)}`

function escapeHtml(teks: string): string {
  return teks.replaceAll(/[&<>"']/g, (huruf) => `&#${huruf.charCodeAt(0)};`)
}

function renderPage(isi: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Masuk - Meja ASN</title><style>${styleMasuk}</style></head><body><main>${isi}</main></body></html>`
}

/** The sign-in form; the same sentence whether the name or the password is wrong. */
export function renderSignIn(galat: ErrorCode | null, namaPengguna: string): string {
  const kalimat = galat && errorSentences.id[galat]
  const pesan = kalimat
    ? `<p class="galat" role="alert">${kalimat.terjadi} ${kalimat.lanjut}</p>`
    : ''
  return renderPage(`<h1>Masuk ke Meja ASN</h1><p>Setelah masuk, halaman ini kembali ke aplikasi.</p>${pesan}
<form method="post"><label for="nama">Nama pengguna</label>
<input id="nama" name="namaPengguna" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="60" value="${escapeHtml(namaPengguna)}"${namaPengguna ? '' : ' autofocus'}>
<label for="sandi">Kata sandi</label>
<input id="sandi" name="kataSandi" type="password" autocomplete="current-password" required maxlength="200"${namaPengguna ? ' autofocus' : ''}>
<button type="submit">Masuk</button></form>`)
}

export function renderSignInFailed(kode: ErrorCode): string {
  const { terjadi, lanjut } = errorSentences.id[kode]
  return renderPage(`<h1>${terjadi}</h1><p role="alert">${lanjut}</p>`)
}
