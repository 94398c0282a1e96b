import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { errorSentences } from '@meja/core/api/error-sentences.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'

/** The one script of these pages: it speaks with the browser's passkeys and sends the form. */
export const alamatSkrip = '/masuk/aset/passkey.js'

/** The only style of the pages; its hash stands in the CSP. Colours are those of the portal. */
const style = `
:root{color-scheme:light dark;--latar:#f7f5f1;--kartu:#fdfcfa;--teks:#38342f;--tegas:#1f1c19;--redup:#655f56;--garis:#dcd7cc;--tepi:#928a7c;--aksen:oklch(51.1% .096 186.391);--balik:#fff;--merah:oklch(44.4% .177 26.899);--pita:#efece6}
@media(prefers-color-scheme:dark){:root{--latar:#171a1a;--kartu:#1c2020;--teks:#e7e5e4;--tegas:#f4f6f5;--redup:#a3a9a6;--garis:#343a3a;--tepi:#6d7675;--aksen:oklch(76% .095 185);--balik:#1c1917;--merah:oklch(70.4% .191 22.216);--pita:#252a2a}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;background:var(--latar);color:var(--teks);font:15px/1.5 Inter,system-ui,sans-serif}
main{width:min(420px,100%);padding:28px 20px}
.merek{display:flex;align-items:center;gap:10px;margin:0 0 20px;font-weight:600;color:var(--tegas)}.merek svg{width:32px;height:32px}
.kartu{background:var(--kartu);border:1px solid var(--garis);border-radius:8px;padding:24px}
h1{font-size:22px;line-height:28px;letter-spacing:-.01em;margin:0 0 4px;color:var(--tegas);text-wrap:balance}h2{font-size:15px;margin:20px 0 6px;color:var(--tegas)}
p{margin:0 0 16px;text-wrap:pretty}.redup{color:var(--redup)}.kecil{font-size:13px}
label{display:block;font-weight:500;margin-bottom:4px;color:var(--tegas)}.bantu{display:block;font-size:13px;color:var(--redup);margin:-10px 0 14px}
input{width:100%;min-height:44px;padding:9px 12px;margin-bottom:16px;border:1px solid var(--tepi);border-radius:4px;background:transparent;color:var(--tegas);font:inherit}
input.kode{font-size:20px;letter-spacing:.12em;font-variant-numeric:tabular-nums}
:is(input,button,a,summary):focus-visible{outline:2px solid var(--aksen);outline-offset:2px}
button,.tombol{display:block;width:100%;min-height:44px;padding:10px 16px;border:1px solid var(--aksen);border-radius:4px;background:var(--aksen);color:var(--balik);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button.kedua,.tombol.kedua{background:transparent;border-color:var(--tepi);color:var(--tegas)}
a{color:var(--aksen)}.galat{border-left:3px solid var(--merah);padding:2px 0 2px 12px;color:var(--merah)}
.atau{display:flex;align-items:center;gap:12px;margin:18px 0;color:var(--redup);font-size:13px}.atau::before,.atau::after{content:'';flex:1;border-top:1px solid var(--garis)}
.qr{width:196px;padding:10px;margin:0 auto 12px;background:#fff;border-radius:4px}.qr svg{display:block;width:100%;height:auto}
code{font:14px/1.6 ui-monospace,monospace;overflow-wrap:anywhere;color:var(--tegas)}
.cadangan{display:grid;grid-template-columns:1fr 1fr;gap:4px 16px;list-style:none;margin:0 0 16px;padding:14px 16px;background:var(--pita);border-radius:4px}
ol{margin:0 0 16px;padding-left:20px}li{margin-bottom:2px}details{margin-bottom:16px}summary{cursor:pointer;color:var(--aksen)}
.kaki{margin:16px 0 0;font-size:13px;color:var(--redup)}[hidden]{display:none}
@media(max-width:400px){.kartu{padding:20px 16px}main{padding:20px 12px}}`

const hashStyle = createHash('sha256').update(style).digest('base64')

const lambang =
  '<svg viewBox="0 0 32 32" fill="none" aria-hidden="true"><rect x="2" y="2" width="28" height="28" rx="7" fill="var(--aksen)"/><path d="M10 8h8l4 4v12H10z" fill="var(--kartu)"/><path d="m13 17 2.5 2.5L20 15" stroke="var(--aksen)" stroke-width="2" stroke-linecap="round"/></svg>'

export function escapeHtml(teks: string): string {
  return teks.replaceAll(/[&<>"']/g, (huruf) => `&#${huruf.charCodeAt(0)};`)
}

export type Halaman = {
  readonly judul: string
  /** HTML of the card; whatever came from outside is escaped by whoever wrote it. */
  readonly isi: string
  /** HTML below the card. */
  readonly kaki?: string
  readonly skrip?: boolean
}

/** What happened and what to do next, as the first thing that is read. */
export function renderGalat(galat: ErrorCode | null): string {
  if (galat === null) return ''
  const { terjadi, lanjut } = errorSentences.id[galat]
  return `<p class="galat" role="alert">${terjadi} ${lanjut}</p>`
}

function renderPage({ judul, isi, kaki, skrip }: Halaman): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${judul} - Meja ASN</title><style>${style}</style>${skrip === true ? `<script src="${alamatSkrip}" defer></script>` : ''}</head><body><main><p class="merek">${lambang}Meja ASN</p><div class="kartu">${isi}</div>${kaki === undefined ? '' : `<p class="kaki">${kaki}</p>`}</main></body></html>`
}

/** The answer to a form is a redirect to the desktop's loopback port, which form-action must allow. */
function getCsp(publicUrl: string, skrip: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${hashStyle}'`,
    ...(skrip ? [`script-src ${publicUrl}${alamatSkrip}`] : []),
    "form-action 'self' http://127.0.0.1:*",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

export type SendHalaman = (reply: FastifyReply, status: number, halaman: Halaman) => FastifyReply

export function buildSendHalaman(publicUrl: string): SendHalaman {
  return (reply, status, halaman) =>
    reply
      .code(status)
      .header('content-security-policy', getCsp(publicUrl, halaman.skrip === true))
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .type('text/html; charset=utf-8')
      .send(renderPage(halaman))
}
