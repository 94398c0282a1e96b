import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getKomputer, postDenyut, postPerintahKunci } from '@meja/core/api/komputer.ts'
import { postCatatanLayar } from '@meja/core/api/kunci.ts'
import { akun, type Akun } from '../../support/kantor.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

type Kabar = {
  asliDiMeja?: number
  ditolak?: number
  tertuaPada?: string | null
  terkunci?: boolean
  dijalankan?: string | null
  pada?: string
}

/** One heartbeat of this person's desk; answers the order that waits for it. */
async function beat(siapa: Akun, komputer: string, kabar: Kabar = {}): Promise<string | null> {
  const body = {
    komputer,
    terkunci: false,
    belumTerkirim: 3,
    versi: '0.1.0',
    pada: new Date().toISOString(),
    dijalankan: null,
    ...kabar,
  }
  return (await server.getJawaban(siapa, postDenyut, { body })).kunci
}

const order = (komputer: string, pemilik: Akun, oleh: Akun = akun.dewi) =>
  server.getJawaban(oleh, postPerintahKunci, {
    body: { komputer, akunId: pemilik.id, alasan: 'Meja ditinggal terbuka' },
  })

async function findTerlihat(komputer: string) {
  const { komputer: semua } = await server.getJawaban(akun.dewi, getKomputer)
  return semua.filter((satu) => satu.id === komputer)
}

describe('workstations as administrators see them', () => {
  it('stand there with what they last said of themselves', async () => {
    const komputer = randomUUID()
    await beat(akun.rina, komputer)
    await beat(akun.rina, komputer, { terkunci: true })
    expect(await findTerlihat(komputer)).toMatchObject([
      {
        akunId: akun.rina.id,
        namaPengguna: akun.rina.namaPengguna,
        perangkatDaerah: { kode: '901' },
        terkunci: true,
        belumTerkirim: 3,
        perintah: null,
      },
    ])
  })

  it('show a clock that goes wrong', async () => {
    const komputer = randomUUID()
    await beat(akun.rina, komputer, { pada: new Date(Date.now() + 86_400_000).toISOString() })
    const [satu] = await findTerlihat(komputer)
    expect(Math.abs((satu?.bedaJam ?? 0) - 86_400)).toBeLessThan(60)
  })

  it('say how many originals have not been handed back there', async () => {
    const komputer = randomUUID()
    await beat(akun.rina, komputer, { asliDiMeja: 2 })
    expect(await findTerlihat(komputer)).toMatchObject([{ asliDiMeja: 2, dilepasPada: null }])
  })

  it('say how much was refused there, and how old the oldest unsent decision is', async () => {
    const komputer = randomUUID()
    const tertuaPada = '2026-11-20T08:00:00.000Z'
    await beat(akun.rina, komputer, { ditolak: 1, tertuaPada })
    expect(await findTerlihat(komputer)).toMatchObject([{ ditolak: 1, tertuaPada }])
    await beat(akun.rina, komputer)
    expect(await findTerlihat(komputer)).toMatchObject([{ ditolak: 0, tertuaPada: null }])
  })

  it('are empty of a person who left them, until that person comes back', async () => {
    const komputer = randomUUID()
    await beat(akun.rina, komputer)
    await beat(akun.bagus, komputer)
    const pada = new Date().toISOString()
    const body = { komputer, catatan: [{ urutan: 1, peristiwa: 'dilepas' as const, pada }] }
    await server.getJawaban(akun.rina, postCatatanLayar, { body })
    const findDilepas = async () =>
      (await findTerlihat(komputer)).map((satu) => [satu.akunId, satu.dilepasPada !== null])
    expect(await findDilepas()).toEqual(
      expect.arrayContaining([
        [akun.rina.id, true],
        [akun.bagus.id, false],
      ]),
    )
    await beat(akun.rina, komputer)
    // The same word once more, as after a lost answer, is about the past.
    await server.getJawaban(akun.rina, postCatatanLayar, { body })
    expect((await findDilepas()).map(([, dilepas]) => dilepas)).toEqual([false, false])
    const { rows } = await server.owner.query<{ aksi: string }>(
      'select distinct aksi from audit where objek = $1',
      [`komputer/${komputer}`],
    )
    expect(rows.map(({ aksi }) => aksi)).toEqual(['layar.dilepas'])
  })

  it('have a line for each person who sat there', async () => {
    const komputer = randomUUID()
    await beat(akun.rina, komputer)
    await beat(akun.bagus, komputer)
    expect(await findTerlihat(komputer)).toHaveLength(2)
  })
})

describe("an administrator's order to close a screen", () => {
  it('reaches the desk at its next heartbeat, until it has been carried out', async () => {
    const komputer = randomUUID()
    await beat(akun.rina, komputer)
    const { id } = await order(komputer, akun.rina)
    expect(await beat(akun.rina, komputer)).toBe(id)
    expect(await beat(akun.rina, komputer, { terkunci: true, dijalankan: id })).toBeNull()
    expect(await beat(akun.rina, komputer)).toBeNull()
    const { rows } = await server.owner.query<{ aksi: string }>(
      'select aksi from audit where objek = $1 order by urutan',
      [`komputer/${komputer}`],
    )
    expect(rows.map(({ aksi }) => aksi)).toEqual(['layar.kunci_jauh', 'layar.dikunci_jauh'])
  })

  it('is one order, however often it is given', async () => {
    const komputer = randomUUID()
    await beat(akun.rina, komputer)
    const pertama = await order(komputer, akun.rina)
    expect(await order(komputer, akun.rina, akun.joko)).toEqual(pertama)
  })

  it('concerns one person: a colleague at the same machine works on', async () => {
    const komputer = randomUUID()
    await beat(akun.rina, komputer)
    await beat(akun.bagus, komputer)
    const { id } = await order(komputer, akun.rina)
    expect(await beat(akun.bagus, komputer, { dijalankan: id })).toBeNull()
    expect(await beat(akun.rina, komputer)).toBe(id)
  })

  it('is for administrators only, and needs a workstation that was heard of', async () => {
    const komputer = randomUUID()
    const body = { komputer, akunId: akun.rina.id, alasan: 'Meja ditinggal terbuka' }
    expect((await server.getPenolakan(akun.rina, postPerintahKunci, { body })).kode).toBe(
      'tidak_berwenang',
    )
    expect((await server.getPenolakan(akun.dewi, postPerintahKunci, { body })).kode).toBe(
      'tidak_ditemukan',
    )
  })
})
