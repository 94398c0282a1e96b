import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { getPesan, retryPesan } from '@meja/core/api/pesan.ts'
import { getSehat } from '@meja/core/api/sehat.ts'
import { roleTugas } from '../../../api-server/cli/migrate.ts'
import { connectDatabase, type Database } from '../../../api-server/database/connection.ts'
import { readKunciFaktor } from '../../../api-server/faktor/kunci-faktor.ts'
import { createPengirim, type Pengirim } from '../../../api-server/pesan/pengirim.ts'
import { sendPesan, type PengirimPesan } from '../../../api-server/pesan/send-pesan.ts'
import { startTugas } from '../../../api-server/tugas/start-tugas.ts'
import { connect } from '../../support/database.ts'
import { akun } from '../../support/kantor.ts'
import { findFreePort, startTestServer, type TestServer } from '../../support/server.ts'
import { proveSurel, readTeks, refuse, startSmtp, type ServerSurat } from '../../support/smtp.ts'

const dari = 'meja@contoh.go.id'
const alamat = 'wulan@contoh.go.id'
let server: TestServer
let urlTugas: string
let tugas: Database
beforeAll(async () => {
  server = await startTestServer({ SMTP_URL: 'smtp://127.0.0.1:9', SMTP_SENDER: dari })
  const url = new URL(server.environment.DATABASE_URL)
  url.username = roleTugas
  urlTugas = url.href
  tugas = connectDatabase(urlTugas, 4)
  await proveSurel(server.owner, akun.wulan, alamat)
})
afterAll(async () => {
  await tugas.destroy()
  await server.close()
})

const tutup: (() => Promise<void>)[] = []
beforeEach(() => server.owner.query('delete from pesan_keluar'))
afterEach(async () => {
  for (const satu of tutup.splice(0)) await satu()
})

/** A message to an account's proved address, as its own change would leave one. */
async function addPesan(jenis = 'sandi_diubah', berapa = 1): Promise<void> {
  await server.owner.query(
    `insert into pesan_keluar (akun_id, alamat, jenis) select $1, $2, $3 from generate_series(1, $4)`,
    [akun.wulan.id, alamat, jenis, berapa],
  )
}

type Baris = { keadaan: string; sebab: string | null; percobaan: number; alamat: string | null }

async function readPesan(): Promise<Baris[]> {
  const { rows } = await server.owner.query<Baris>(
    'select keadaan, sebab, percobaan, alamat from pesan_keluar order by dibuat_pada, id',
  )
  return rows
}

/** Minutes until the message is tried again. */
async function readJeda(): Promise<number> {
  const { rows } = await server.owner.query<{ menit: number }>(
    `select round(extract(epoch from coba_pada - diambil_pada) / 60)::int as menit from pesan_keluar`,
  )
  return rows[0]?.menit ?? -1
}

const makeDue = () => server.owner.query('update pesan_keluar set coba_pada = now()')

async function open(...pilihan: Parameters<typeof startSmtp>): Promise<ServerSurat> {
  const surat = await startSmtp(...pilihan)
  tutup.push(surat.close)
  return surat
}

async function openPengirim(url: string): Promise<PengirimPesan> {
  const publicUrl = server.environment.PUBLIC_URL
  const kunci = await readKunciFaktor(server.environment.SECRETS_DIR)
  return { pengirim: createPengirim(url, dari, publicUrl), kunci, publicUrl }
}

const sendTo = async (url: string) => sendPesan(tugas, await openPengirim(url))

describe('a message that waits', () => {
  test('is delivered once, and then its address is forgotten', async () => {
    const surat = await open()
    await addPesan()
    expect(await sendTo(surat.url)).toEqual({ terkirim: 1 })
    expect(await sendTo(surat.url)).toEqual({})
    expect(surat.masuk).toHaveLength(1)
    expect(surat.masuk[0]).toMatchObject({ ke: alamat, dari })
    expect(await readPesan()).toMatchObject([{ keadaan: 'terkirim', alamat: null }])
  })

  test.each(['sandi_diubah', 'surel_diubah', 'nomor_hp_diubah', 'akun_dipulihkan'])(
    'of %s says in two languages what to do, and of nobody who it is about',
    async (jenis) => {
      const surat = await open()
      await addPesan(jenis)
      await sendTo(surat.url)
      const isi = readTeks(surat.masuk[0]?.isi ?? '')
      expect(isi).toContain('Temui pengelola kepegawaian Anda')
      expect(isi).toContain('See your personnel officers')
      expect(isi).toContain(server.environment.PUBLIC_URL)
      for (const rahasia of [akun.wulan.nama, akun.wulan.nip, akun.wulan.namaPengguna]) {
        expect(isi).not.toContain(rahasia)
      }
    },
  )

  test('is handed over once by two nodes that send at the same time', async () => {
    const surat = await open()
    await addPesan('sandi_diubah', 12)
    await Promise.all([sendTo(surat.url), sendTo(surat.url)])
    expect(surat.masuk).toHaveLength(12)
    const id = surat.masuk.map(({ isi }) => /^Message-ID: (.*)$/im.exec(isi)?.[1])
    expect(new Set(id).size).toBe(12)
  })

  test('goes out by the job of a node within its first round', async () => {
    const surat = await open()
    await addPesan()
    const galat: Error[] = []
    const pesan = await openPengirim(surat.url)
    const onGalat = (satu: Error) => galat.push(satu)
    const stop = await startTugas(urlTugas, { onGalat, pollingDetik: 0.5, pesan })
    try {
      await vi.waitFor(() => expect(surat.masuk).toHaveLength(1), 20_000)
    } finally {
      await stop()
    }
    expect(galat).toEqual([])
  })

  test('of more than a week ago is no news any more', async () => {
    const surat = await open()
    await addPesan()
    await server.owner.query(`update pesan_keluar set dibuat_pada = now() - interval '8 days'`)
    await sendTo(surat.url)
    expect(surat.masuk).toEqual([])
    expect(await readPesan()).toMatchObject([{ keadaan: 'gagal', sebab: 'kedaluwarsa' }])
  })
})

describe('a mail server that', () => {
  test('refuses for good ends the message, where administrators see it without its address', async () => {
    const surat = await open({ onRcptTo: (_, __, selesai) => selesai(refuse(550)) })
    await addPesan()
    await sendTo(surat.url)
    await makeDue()
    expect(await sendTo(surat.url)).toEqual({})
    const hasil = await server.inject(akun.dewi, getPesan)
    expect(hasil.body).not.toContain(alamat)
    const { gagal, jumlahGagal } = getPesan.response.parse(hasil.json())
    expect(jumlahGagal).toBe(1)
    expect(gagal).toMatchObject([
      { nama: akun.wulan.nama, sebab: 'ditolak', balasan: 550, dapatDiulang: true },
    ])
  })

  test('refused for good can be asked again by an administrator, and by nobody else', async () => {
    const tolak = await open({ onRcptTo: (_, __, selesai) => selesai(refuse(550)) })
    await addPesan()
    await sendTo(tolak.url)
    const { gagal } = await server.getJawaban(akun.dewi, getPesan)
    const params = { pesanId: gagal[0]?.id ?? '' }
    for (const siapa of [akun.rina, akun.wulan]) {
      expect((await server.getPenolakan(siapa, retryPesan, { params })).status).toBe(403)
    }
    await server.getJawaban(akun.dewi, retryPesan, { params })
    const terima = await open()
    expect(await sendTo(terima.url)).toEqual({ terkirim: 1 })
    const lagi = await server.getPenolakan(akun.dewi, retryPesan, { params })
    expect(lagi.kode).toBe('tidak_ditemukan')
  })

  test('refuses for now is asked again after pauses that double, and gets it in the end', async () => {
    let kali = 0
    const surat = await open({
      onRcptTo: (_, __, selesai) => selesai((kali += 1) <= 3 ? refuse(451) : null),
    })
    await addPesan()
    const jeda: number[] = []
    for (let ke = 0; ke < 3; ke += 1) {
      expect(await sendTo(surat.url)).toEqual({ tertunda: 1 })
      jeda.push(await readJeda())
      // Not before its pause is over.
      expect(await sendTo(surat.url)).toEqual({})
      await makeDue()
    }
    expect(jeda).toEqual([1, 2, 4])
    expect(await sendTo(surat.url)).toEqual({ terkirim: 1 })
  })

  test('refuses for now ten times has refused for good', async () => {
    const surat = await open({ onRcptTo: (_, __, selesai) => selesai(refuse(451)) })
    await addPesan()
    for (let ke = 0; ke < 10; ke += 1) {
      await sendTo(surat.url)
      await makeDue()
    }
    expect(await readPesan()).toMatchObject([
      { keadaan: 'gagal', sebab: 'tertunda', percobaan: 10 },
    ])
  })

  test('is away costs the others nothing, and says so to administrators', async () => {
    await addPesan('sandi_diubah', 3)
    expect(await sendTo(`smtp://127.0.0.1:${await findFreePort()}`)).toEqual({ tak_terjangkau: 1 })
    const baris = await readPesan()
    expect(baris.map(({ keadaan }) => keadaan)).toEqual(['menunggu', 'menunggu', 'menunggu'])
    expect(baris.reduce((jumlah, { percobaan }) => jumlah + percobaan, 0)).toBe(1)
    const hasil = await server.getJawaban(akun.dewi, getPesan)
    expect(hasil).toMatchObject({ menunggu: 3, sebab: 'tak_terjangkau', keadaan: 'lancar' })
    await server.owner.query(`update pesan_keluar set dibuat_pada = now() - interval '1 hour'`)
    expect((await server.getJawaban(akun.dewi, getPesan)).keadaan).toBe('macet')
    expect((await server.getJawaban(null, getSehat)).pesan).toBe('macet')
  })

  test('hangs up after the message may have taken it: it is never sent again', async () => {
    const surat: ServerSurat = await open({
      onData(aliran) {
        // Before any answer.
        aliran.on('end', () => surat.server.connections.forEach((satu) => satu.close()))
        aliran.resume()
      },
    })
    await addPesan()
    expect(await sendTo(surat.url)).toEqual({ tak_pasti: 1 })
    await makeDue()
    expect(await sendTo(surat.url)).toEqual({})
    expect(await readPesan()).toMatchObject([
      { keadaan: 'gagal', sebab: 'tak_pasti', alamat: null },
    ])
    const { gagal } = await server.getJawaban(akun.dewi, getPesan)
    expect(gagal).toMatchObject([{ dapatDiulang: false }])
  })

  test('does not know this sender, or speaks no TLS where it has to, is a matter of configuration', async () => {
    const pengirim: Pengirim[] = []
    const tertutup = await open({
      onAuth: (_, __, selesai) => selesai(refuse(535)),
      authOptional: false,
      allowInsecureAuth: true,
    })
    pengirim.push(createPengirim(tertutup.url.replace('//', '//a:b@'), dari, 'https://meja.test'))
    // Not this machine by name: without STARTTLS nothing is said.
    const terbuka = await open({}, '127.0.0.2')
    pengirim.push(createPengirim(terbuka.url, dari, 'https://meja.test'))
    // Its certificate is nobody's.
    const palsu = await open({ secure: true })
    pengirim.push(createPengirim(palsu.url, dari, 'https://meja.test'))
    for (const satu of pengirim) {
      const surat = { id: akun.wulan.id, alamat, subjek: 'Uji', teks: 'Uji' }
      expect(await satu.send(surat)).toMatchObject({ hasil: 'pengaturan' })
    }
    expect([...terbuka.masuk, ...palsu.masuk, ...tertutup.masuk]).toEqual([])
  })
})

test('a node that ended in between leaves a message that is never sent again', async () => {
  const surat = await open()
  await addPesan()
  const client = await connect(urlTugas)
  await client.query('select * from ambil_pesan()')
  await client.end()
  await sendTo(surat.url)
  expect(await readPesan()).toMatchObject([{ keadaan: 'berjalan' }])
  await server.owner.query(`update pesan_keluar set diambil_pada = now() - interval '11 minutes'`)
  await sendTo(surat.url)
  expect(await readPesan()).toMatchObject([{ keadaan: 'gagal', sebab: 'tak_pasti' }])
  expect(surat.masuk).toEqual([])
})

test.each([
  ['reads whose messages they are', 'select * from pesan_keluar'],
  ['reads a code', 'select * from kode_surel'],
  ['writes a message of its own', 'insert into pesan_keluar (akun_id) values (gen_random_uuid())'],
])('the role of jobs never %s', async (_, kalimat) => {
  const client = await connect(urlTugas)
  try {
    await expect(client.query(kalimat)).rejects.toThrow(/permission denied/)
  } finally {
    await client.end()
  }
})

test('the server itself takes no message and writes none to an address of its choice', async () => {
  const client = await connect(server.environment.DATABASE_URL)
  try {
    for (const kalimat of [
      'select * from ambil_pesan()',
      "select catat_pesan(gen_random_uuid(), 'terkirim')",
      "insert into pesan_keluar (akun_id, alamat) values (gen_random_uuid(), 'a@b.id')",
    ]) {
      await expect(client.query(kalimat)).rejects.toThrow(/permission denied/)
    }
  } finally {
    await client.end()
  }
})
