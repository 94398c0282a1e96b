import { connect, type Socket } from 'node:net'
import { MejaError } from '../../meja-error.ts'

const batasWaktu = 60_000
const potongan = 64 * 1024

function openSocket(url: URL): Socket {
  return url.protocol === 'unix:'
    ? connect(decodeURIComponent(url.pathname))
    : connect(Number(url.port || 3310), url.hostname.replace(/^\[|\]$/g, ''))
}

/** One file through clamd's INSTREAM: chunks with their length before them, an empty one at the end. */
function askClamd(url: URL, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = openSocket(url)
    const jawaban: Buffer[] = []
    socket.setTimeout(batasWaktu, () => socket.destroy(new Error('clamd diam')))
    socket.on('data', (bagian) => jawaban.push(bagian))
    socket.once('error', reject)
    socket.once('close', () => resolve(Buffer.concat(jawaban).toString('utf8')))
    socket.once('connect', () => {
      socket.write('zINSTREAM\0')
      for (let awal = 0; awal < bytes.length; awal += potongan) {
        const isi = bytes.subarray(awal, awal + potongan)
        const panjang = Buffer.alloc(4)
        panjang.writeUInt32BE(isi.length)
        socket.write(panjang)
        socket.write(isi)
      }
      socket.write(Buffer.alloc(4))
    })
  })
}

/**
 * Refuses a file in which clamd finds something (`berkas_terinfeksi`). When it does not answer, or
 * answers anything but a verdict, nobody knows: the upload is refused too, and can be repeated.
 */
export async function scanVirus(clamavUrl: string, bytes: Uint8Array): Promise<void> {
  const jawaban = await askClamd(new URL(clamavUrl), bytes).catch(() => '')
  const [hasil = ''] = jawaban.split('\0')
  if (/^stream: .+ FOUND$/.test(hasil)) throw new MejaError('berkas_terinfeksi')
  if (hasil !== 'stream: OK') throw new MejaError('pemindai_tak_terjangkau')
}
