import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { Sandi } from '../../../../renderer/offline/sandi.ts'
import { SegelTabel } from '../../../../renderer/offline/segel-tabel.ts'

async function openDatabase(nama: string, versi = 1) {
  const kunci = () => new Uint8Array(32).fill(3)
  const sandi = await Sandi.open({ sandi: kunci(), cari: kunci() })
  const segel = new SegelTabel({
    sandi,
    aturan: { orang: { kunci: 'id', cari: ['nip'] } },
    versi,
    onRusak: () => {},
  })
  const db = new Dexie(nama)
  db.use(segel.createMiddleware())
  for (let satu = 1; satu <= versi; satu += 1) db.version(satu).stores({ orang: 'id, cari_nip' })
  await db.open()
  return { db, segel }
}

describe('the middleware under Dexie', () => {
  it('refuses a row that nobody has sealed before the transaction', async () => {
    const { db } = await openDatabase('segel-1')
    await expect(db.table('orang').put({ id: 'a', nip: '1' })).rejects.toThrow('belum disegel')
    expect(await db.table('orang').count()).toBe(0)
  })

  it('takes sealed rows within one transaction with others', async () => {
    const { db, segel } = await openDatabase('segel-2')
    const baris = [
      { id: 'a', nip: '1' },
      { id: 'b', nip: '2' },
    ]
    await segel.prepare('orang', baris)
    await db.transaction('rw', 'orang', async () => {
      await db.table('orang').bulkPut(baris)
      await db.table('orang').delete('a')
    })
    expect(await db.table('orang').toArray()).toEqual([{ id: 'b', nip: '2' }])
  })

  it('still opens what an older version of the schema has sealed', async () => {
    const lama = await openDatabase('segel-3')
    const baris = { id: 'a', nip: '1' }
    await lama.segel.prepare('orang', [baris])
    await lama.db.table('orang').put(baris)
    lama.db.close()
    const { db } = await openDatabase('segel-3', 2)
    expect(await db.table('orang').get('a')).toEqual(baris)
  })

  it('gives equal marks to equal values of one column only', async () => {
    const { segel } = await openDatabase('segel-4')
    expect(await segel.mark('orang', 'nip', '1')).toBe(await segel.mark('orang', 'nip', '1'))
    expect(await segel.mark('orang', 'nip', '1')).not.toBe(await segel.mark('orang', 'nama', '1'))
  })
})
