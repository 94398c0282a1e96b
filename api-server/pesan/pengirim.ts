import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

/** What came of handing a message to the mail server; the words of its refusal stay outside. */
export type HasilKirim = {
  readonly hasil:
    'terkirim' | 'ditolak' | 'tertunda' | 'tak_terjangkau' | 'pengaturan' | 'tak_pasti'
  /** Code of the mail server's reply, when it gave one. */
  readonly balasan: number | null
}

export type Surat = {
  readonly id: string
  readonly alamat: string
  readonly subjek: string
  readonly teks: string
}

export type Pengirim = { readonly send: (surat: Surat) => Promise<HasilKirim> }

type Sambungan = {
  readonly pilihan: SMTPConnection.Options
  readonly masuk: { readonly user: string; readonly pass: string } | null
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Who reads along between here and the mail server would read codes: only this very machine may do without TLS. */
export function readSambungan(alamat: string): Sambungan {
  const url = new URL(alamat)
  const secure = url.protocol === 'smtps:'
  const dekat = loopback.has(url.hostname)
  return {
    pilihan: {
      host: url.hostname.replaceAll(/[[\]]/g, ''),
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !dekat,
      ignoreTLS: !secure && dekat,
      tls: { minVersion: 'TLSv1.2' },
      connectionTimeout: 30_000,
      greetingTimeout: 30_000,
      socketTimeout: 60_000,
    },
    masuk:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  }
}

type Galat = Error & {
  readonly code?: string | undefined
  readonly responseCode?: number | undefined
}

/** Who we are to the mail server, or how safely we speak to it: the next message would meet the same. */
function isPengaturan({ code, message, responseCode }: Galat): boolean {
  return (
    /^E(AUTH|NOAUTH|TLS|REQUIRETLS|CONFIG)$/.test(code ?? '') ||
    [530, 534, 535, 538].includes(responseCode ?? 0) ||
    // The library has no code for a certificate that nobody vouches for.
    (responseCode === undefined && /certificate|SSL/i.test(message))
  )
}

/** `tertulis`: some of the message has left this machine. */
export function judgeGalat(galat: Galat, tertulis: boolean): HasilKirim {
  const balasan = galat.responseCode ?? null
  if (isPengaturan(galat)) return { hasil: 'pengaturan', balasan }
  if (balasan !== null) return { hasil: balasan >= 500 ? 'ditolak' : 'tertunda', balasan }
  // Silence after the message: it may have been taken. Once at most is the promise.
  return { hasil: tertulis ? 'tak_pasti' : 'tak_terjangkau', balasan: null }
}

/** One message over one connection. The library's errors name addresses: none leaves this function. */
function deliver(
  { pilihan, masuk }: Sambungan,
  amplop: { readonly from: string; readonly to: string },
  isi: Buffer,
): Promise<HasilKirim> {
  return new Promise((resolve) => {
    const sambungan = new SMTPConnection(pilihan)
    let tertulis = false
    // Read only once the mail server has said that it listens (354).
    const aliran = Readable.from(
      (function* () {
        tertulis = true
        yield isi
      })(),
    )
    const gagal = (galat: Galat) => {
      resolve(judgeGalat(galat, tertulis))
      sambungan.close()
    }
    const send = () =>
      sambungan.send({ from: amplop.from, to: [amplop.to] }, aliran, (galat) => {
        if (galat) return gagal(galat)
        resolve({ hasil: 'terkirim', balasan: null })
        sambungan.quit()
      })
    sambungan.on('error', gagal)
    sambungan.once('end', () => gagal(new Error('sambungan berakhir')))
    sambungan.connect((galat) => {
      if (galat) return gagal(galat)
      if (masuk === null) return send()
      sambungan.login({ credentials: masuk }, (ditolak) => (ditolak ? gagal(ditolak) : send()))
    })
  })
}

/** Hands messages to the mail server of this installation (SMTP_URL, SMTP_SENDER). */
export function createPengirim(alamat: string, pengirim: string, publicUrl: string): Pengirim {
  const sambungan = readSambungan(alamat)
  const { hostname } = new URL(publicUrl)
  return {
    async send({ id, alamat: ke, subjek, teks }) {
      const isi = await new MailComposer({
        from: { name: 'Meja ASN', address: pengirim },
        to: ke,
        subject: subjek,
        text: teks,
        // The same for every attempt: a mailbox that got it twice may show it once.
        messageId: `<${id}@${hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
        .compile()
        .build()
      return deliver(sambungan, { from: pengirim, to: ke }, isi)
    },
  }
}
