import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Client } from 'pg'
import type { Akun } from './kantor.ts'

/** One message as the mail server got it. */
export type SuratMasuk = { readonly ke: string; readonly dari: string; readonly isi: string }

export type ServerSurat = {
  readonly url: string
  readonly masuk: SuratMasuk[]
  readonly server: SMTPServer
  readonly close: () => Promise<void>
}

/** Quoted-printable and folded headers as a reader's program shows them. */
export function readTeks(isi: string): string {
  return Buffer.from(
    isi
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, heks: string) => String.fromCharCode(parseInt(heks, 16))),
    'latin1',
  ).toString('utf8')
}

/** A real mail server on this machine, which keeps what it takes; `tolak` decides on each recipient. */
export async function startSmtp(
  pilihan: SMTPServerOptions = {},
  alamat = '127.0.0.1',
  port = 0,
): Promise<ServerSurat> {
  const masuk: SuratMasuk[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(aliran, sesi, selesai) {
      const potong: Buffer[] = []
      aliran.on('data', (satu: Buffer) => potong.push(satu))
      aliran.on('end', () => {
        const { mailFrom, rcptTo } = sesi.envelope
        const dari = mailFrom === false ? '' : mailFrom.address
        const isi = Buffer.concat(potong).toString('latin1')
        for (const { address } of rcptTo) masuk.push({ ke: address, dari, isi })
        selesai()
      })
    },
    ...pilihan,
  })
  // A client that hangs up in the middle is what some tests are about.
  server.on('error', () => {})
  await new Promise<void>((resolve) => {
    server.listen(port, alamat, resolve)
  })
  const letak = server.server.address()
  if (letak === null || typeof letak === 'string') throw new Error('server surat tanpa port')
  const skema = pilihan.secure === true ? 'smtps' : 'smtp'
  return {
    url: `${skema}://${alamat}:${letak.port}`,
    masuk,
    server,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}

/** The code in a message's own words: a Message-ID may hold digits that look like one. */
export function findKode(isi: string): string | undefined {
  const badan = readTeks(isi.slice(isi.indexOf('\r\n\r\n')))
  return /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(badan)?.[0]
}

/** A refusal with a code, as smtp-server wants it said. */
export function refuse(kode: number): Error {
  return Object.assign(new Error('Tidak diterima'), { responseCode: kode })
}

/** As if the owner had entered the code that came to this address. */
export async function proveSurel(owner: Client, { id }: Akun, surel: string): Promise<void> {
  await owner.query('begin')
  await owner.query(`select set_config('meja.akun_id', $1, true)`, [id])
  await owner.query('update akun set surel = $2 where id = $1', [id, surel])
  await owner.query('update akun set surel_diverifikasi_pada = now() where id = $1', [id])
  await owner.query('commit')
}
