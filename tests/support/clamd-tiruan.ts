import { createServer, type Socket } from 'node:net'
import { findFreePort } from './server.ts'

/**
 * A stand-in for clamd that speaks INSTREAM: it finds what contains `tanda`. No virus and no real
 * signature is involved; what it shows is the protocol and what we do with each answer.
 */
export type ClamdTiruan = {
  readonly url: string
  /** Bytes of the last file that arrived. */
  readonly getTerakhir: () => Buffer
  readonly close: () => Promise<void>
}

/** The file in the chunks of one INSTREAM command, once its end has come. */
function readKiriman(masuk: Buffer): Buffer | undefined {
  const perintah = Buffer.from('zINSTREAM\0')
  if (!masuk.subarray(0, perintah.length).equals(perintah)) return undefined
  const bagian: Buffer[] = []
  let tempat = perintah.length
  while (tempat + 4 <= masuk.length) {
    const panjang = masuk.readUInt32BE(tempat)
    if (panjang === 0) return Buffer.concat(bagian)
    bagian.push(masuk.subarray(tempat + 4, tempat + 4 + panjang))
    tempat += 4 + panjang
  }
  return undefined
}

export async function startClamdTiruan(
  jawab: (isi: Buffer) => string | null,
): Promise<ClamdTiruan> {
  let terakhir = Buffer.alloc(0)
  const terbuka = new Set<Socket>()
  const server = createServer((socket) => {
    terbuka.add(socket)
    let masuk = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('close', () => terbuka.delete(socket))
    socket.on('data', (bagian) => {
      masuk = Buffer.concat([masuk, bagian])
      const isi = readKiriman(masuk)
      if (isi === undefined) return
      terakhir = Buffer.from(isi)
      const jawaban = jawab(isi)
      if (jawaban === null) socket.destroy()
      else socket.end(`${jawaban}\0`)
    })
  })
  const port = await findFreePort()
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `tcp://127.0.0.1:${port}`,
    getTerakhir: () => terakhir,
    async close() {
      for (const socket of terbuka) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
