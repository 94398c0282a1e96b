// Runs in the page of the packaged app, bundled by cache.ts.
import { Dexie } from 'dexie'
import { Sandi } from '../../../renderer/offline/sandi.ts'
import { SegelTabel } from '../../../renderer/offline/segel-tabel.ts'

type Kasus = { id: string; nip: string; isi: unknown }
type Ukuran = { tulis: number[]; baca: number[]; daftar: number[] }

const BATCH = 500
const HALAMAN = 50
const BACAAN = 300
const DAFTAR = 40

/** Of the size and shape of a real case: about 2 KB of JSON. */
function buildKasus(nomor: number): Kasus {
  const nip = String(197_000_000_000_000_000n + BigInt(nomor))
  const isian = Object.fromEntries(
    Array.from({ length: 14 }, (_, satu) => [
      `isian${satu}`,
      `Nilai ke-${satu} dari kasus ${nomor}`,
    ]),
  )
  const dokumen = Array.from({ length: 3 }, (_, satu) => ({
    id: crypto.randomUUID(),
    namaBerkas: `sk-${nomor}-${satu}.pdf`,
    sha256: 'a'.repeat(64),
    halaman: 2,
  }))
  const isi = { nama: `Pegawai Nomor ${nomor}`, sebelum: isian, sesudah: isian, dokumen }
  return { id: crypto.randomUUID(), nip, isi }
}

async function openSegel() {
  const kunci = () => crypto.getRandomValues(new Uint8Array(32))
  const sandi = await Sandi.open({ sandi: kunci(), cari: kunci() })
  const segel = new SegelTabel({
    sandi,
    aturan: { kasus: { kunci: 'id', cari: ['nip'] } },
    versi: 1,
    onRusak: () => {
      throw new Error('baris rusak')
    },
  })
  const db = new Dexie('ukur-segel', { chromeTransactionDurability: 'strict' })
  db.use(segel.createMiddleware())
  db.version(1).stores({ kasus: 'id, cari_nip' })
  return { db, prepare: (baris: Kasus[]) => segel.prepare('kasus', baris) }
}

function openPolos() {
  const db = new Dexie('ukur-polos', { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ kasus: 'id, nip' })
  return { db, prepare: async () => {} }
}

async function time(kerja: () => Promise<unknown>): Promise<number> {
  const mulai = performance.now()
  await kerja()
  return performance.now() - mulai
}

async function ukurTembolok(jumlah: number): Promise<{ segel: Ukuran; polos: Ukuran }> {
  const semua = Array.from({ length: jumlah }, (_, nomor) => buildKasus(nomor))
  const pihak = [
    { toko: await openSegel(), ukuran: { tulis: [], baca: [], daftar: [] } as Ukuran },
    { toko: openPolos(), ukuran: { tulis: [], baca: [], daftar: [] } as Ukuran },
  ]
  for (let awal = 0; awal < jumlah; awal += BATCH) {
    for (const { toko, ukuran } of pihak) {
      const baris = semua.slice(awal, awal + BATCH)
      ukuran.tulis.push(
        await time(async () => {
          await toko.prepare(baris)
          await toko.db.table('kasus').bulkPut(baris)
        }),
      )
    }
  }
  for (let kali = 0; kali < BACAAN; kali += 1) {
    const { id = '' } = semua[(kali * 7919) % jumlah] ?? {}
    for (const { toko, ukuran } of pihak) {
      ukuran.baca.push(await time(() => toko.db.table('kasus').get(id)))
    }
  }
  for (let kali = 0; kali < DAFTAR; kali += 1) {
    for (const { toko, ukuran } of pihak) {
      ukuran.daftar.push(
        await time(() => toko.db.table('kasus').orderBy(':id').limit(HALAMAN).toArray()),
      )
    }
  }
  const [segel, polos] = pihak
  if (segel === undefined || polos === undefined) throw new Error('tidak ada pihak')
  return { segel: segel.ukuran, polos: polos.ukuran }
}

Object.assign(globalThis, { ukurTembolok })
