import { crc32 } from 'node:zlib'

/** Frames of an append-only file: mark, length, checksum, content. */
const tanda = Buffer.from('MJ1\n')
const panjangKepala = 12
const isiTerbesar = 8 * 1024 * 1024

export function encodeBingkai(isi: Uint8Array): Buffer {
  const kepala = Buffer.alloc(panjangKepala)
  tanda.copy(kepala)
  kepala.writeUInt32BE(isi.length, 4)
  kepala.writeUInt32BE(crc32(isi), 8)
  return Buffer.concat([kepala, isi])
}

export type BingkaiTerbaca = {
  readonly isi: readonly Buffer[]
  /** Places where something stood that is no whole frame, other than a cut-off end. */
  readonly rusak: number
  /** Up to here the file is whole; what follows was being written when the power went. */
  readonly utuhSampai: number
}

/** Reads what is whole, and looks for the next mark behind what is not. */
export function decodeBingkai(berkas: Buffer): BingkaiTerbaca {
  const isi: Buffer[] = []
  let rusak = 0
  let letak = 0
  let utuhSampai = 0
  while (letak < berkas.length) {
    const bingkai = findBingkai(berkas, letak)
    if (bingkai !== null) {
      isi.push(bingkai)
      letak += panjangKepala + bingkai.length
      utuhSampai = letak
      continue
    }
    const berikut = berkas.indexOf(tanda, letak + 1)
    if (berikut === -1) break
    rusak += 1
    letak = berikut
  }
  return { isi, rusak, utuhSampai }
}

function findBingkai(berkas: Buffer, letak: number): Buffer | null {
  const awal = letak + panjangKepala
  if (awal > berkas.length || !berkas.subarray(letak, letak + 4).equals(tanda)) return null
  const panjang = berkas.readUInt32BE(letak + 4)
  if (panjang > isiTerbesar || awal + panjang > berkas.length) return null
  const isi = berkas.subarray(awal, awal + panjang)
  return crc32(isi) === berkas.readUInt32BE(letak + 8) ? isi : null
}
