import { describe, expect, it, vi } from 'vitest'
import { Denyut } from '../../../electron/denyut.ts'
import type { KabarIngatan } from '../../../electron/kunci/buku-kiriman.ts'
import type { ApiUtama } from '../../../electron/api-utama.ts'

const perintah = '00000000-0000-4000-8000-0000000000aa'
const ingatan = { zaman: '00000000-0000-4000-8000-0000000000cc', puncak: 7 }
const idKomputer = '00000000-0000-4000-8000-0000000000bb'

function createDenyut(kunci: string | null) {
  const server = { kunci, luring: false, kabar: [] as unknown[] }
  const desk = {
    terkunci: false,
    belumTerkirim: 2,
    asliDiMeja: 1,
    ditolak: 1,
    tertuaPada: '2026-11-24T08:00:00+07:00',
  }
  const onPerintah = vi.fn<() => void>(() => {
    desk.terkunci = true
  })
  const api: ApiUtama = async (_, body) => {
    if (server.luring) throw new Error('luring')
    server.kabar.push(body)
    return { kunci: server.kunci, ...ingatan } as never
  }
  const onIngatan = vi.fn<(satu: KabarIngatan) => void>()
  const getKeadaan = async () => ({ ...desk })
  return {
    denyut: new Denyut({ api, idKomputer, versi: '0.1.0', getKeadaan, onPerintah, onIngatan }),
    server,
    desk,
    onPerintah,
    onIngatan,
  }
}

describe('the heartbeat of a workstation', () => {
  it('tells how it stands, and nothing of anybody', async () => {
    const { denyut, server } = createDenyut(null)
    await denyut.beat()
    expect(server.kabar).toEqual([
      {
        komputer: idKomputer,
        versi: '0.1.0',
        pada: expect.stringMatching(/^\d{4}-.*Z$/),
        terkunci: false,
        belumTerkirim: 2,
        asliDiMeja: 1,
        ditolak: 1,
        tertuaPada: '2026-11-24T08:00:00+07:00',
        dijalankan: null,
      },
    ])
  })

  it('closes the screen when an administrator wants it, and says so once it is closed', async () => {
    const { denyut, server, onPerintah } = createDenyut(perintah)
    await denyut.beat()
    expect(onPerintah).toHaveBeenCalledOnce()
    server.kunci = null
    await denyut.beat()
    await denyut.beat()
    expect(server.kabar).toMatchObject([
      { dijalankan: null },
      { terkunci: true, dijalankan: perintah },
      { dijalankan: null },
    ])
    expect(onPerintah).toHaveBeenCalledOnce()
  })

  it('hears how far the server remembers, and whether it had been away', async () => {
    const { denyut, server, onIngatan } = createDenyut(null)
    await denyut.beat()
    server.luring = true
    await denyut.beat()
    server.luring = false
    await denyut.beat()
    await denyut.beat()
    expect(onIngatan.mock.calls).toEqual([
      [{ ...ingatan, setelahPutus: false }],
      [{ ...ingatan, setelahPutus: true }],
      [{ ...ingatan, setelahPutus: false }],
    ])
  })

  it('says it later when the network fails in between', async () => {
    const { denyut, server } = createDenyut(perintah)
    await denyut.beat()
    server.luring = true
    await denyut.beat()
    server.luring = false
    await denyut.beat()
    expect(server.kabar.at(-1)).toMatchObject({ dijalankan: perintah })
  })
})
