import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, connect as connectTcp, type Server, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { errorSentences } from '@meja/core/api/error-sentences.ts'
import { findPegawai } from '@meja/core/api/pegawai.ts'
import { akun } from '../../support/kantor.ts'
import { findFreePort, startTestServer, type TestServer } from '../../support/server.ts'

const program = fileURLToPath(new URL('../../../api-server/server.ts', import.meta.url))

/** Lends its database, files and keys to the processes that the tests start. */
let lender: TestServer
beforeAll(async () => {
  lender = await startTestServer()
})
afterAll(() => lender.close())

const berjalan: ChildProcess[] = []
afterEach(() => {
  for (const satu of berjalan.splice(0)) satu.kill('SIGKILL')
})

function start(ubah: Record<string, string>) {
  const { FILES_DIR, SECRETS_DIR, DATABASE_URL } = lender.environment
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], FILES_DIR, SECRETS_DIR, DATABASE_URL, ...ubah },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  berjalan.push(child)
  let teks = ''
  for (const aliran of [child.stdout, child.stderr]) {
    aliran.setEncoding('utf8').on('data', (bagian: string) => (teks += bagian))
  }
  return { child, readTeks: () => teks }
}

async function startListening(ubah: Record<string, string> = {}) {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const proses = start({ PORT: String(port), PUBLIC_URL: url, ...ubah })
  await vi.waitFor(async () => expect((await fetch(`${url}/api/sehat`)).status).toBe(200), 20_000)
  return { url, ...proses }
}

test('a database that cannot be reached ends the start with the sentence for it', async () => {
  const port = await findFreePort()
  const { child, readTeks } = start({
    PUBLIC_URL: 'http://127.0.0.1:1',
    PORT: '0',
    DATABASE_URL: `postgres://meja_app:x@127.0.0.1:${port}/tidak_ada`,
  })
  const [kode] = await once(child, 'exit')
  expect(kode).toBe(1)
  expect(readTeks()).toContain(errorSentences.id.basis_data_tak_terjangkau.terjadi)
  expect(readTeks()).toContain('[basis_data_tak_terjangkau]')
  expect(readTeks()).not.toContain('    at ')
})

test('a port that is taken ends the start with the sentence for it', async () => {
  const penghuni = createServer()
  const port = await findFreePort()
  await new Promise<void>((resolve) => {
    penghuni.listen(port, '127.0.0.1', resolve)
  })
  const { child, readTeks } = start({ PORT: String(port), PUBLIC_URL: 'http://127.0.0.1:1' })
  const [kode] = await once(child, 'exit')
  expect(kode).toBe(1)
  expect(readTeks()).toContain('[port_terpakai]')
  penghuni.close()
})

test('a value that is missing in the environment is named', async () => {
  const { child, readTeks } = start({ PORT: '0' })
  const [kode] = await once(child, 'exit')
  expect(kode).not.toBe(0)
  expect(readTeks()).toContain('PUBLIC_URL')
})

test('the log tells which request it was and nothing of the people it was about', async () => {
  const { url, child, readTeks } = await startListening()
  const rahasia = [akun.wulan.nip, akun.wulan.nama, 'salah-satu-sandi']
  await fetch(`${url}${findPegawai.path}?nip=${akun.wulan.nip}&nama=Wulan`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer rahasia.rahasia.rahasia',
    },
    body: JSON.stringify({ nip: akun.wulan.nip, kataSandi: 'salah-satu-sandi' }),
  })
  await vi.waitFor(() => expect(readTeks()).toContain(findPegawai.path), 5000)
  child.kill('SIGTERM')
  const [kode] = await once(child, 'exit')
  expect(kode).toBe(0)
  for (const satu of [...rahasia, 'rahasia.rahasia', 'Wulan'])
    expect(readTeks()).not.toContain(satu)
})

test('a database that goes away while the server runs is told apart, and comes back by itself', async () => {
  const asli = new URL(lender.environment.DATABASE_URL)
  const terbuka = new Set<Socket>()
  const openPerantara = (port: number): Promise<Server> =>
    new Promise((resolve) => {
      const perantara = createServer((dalam) => {
        const luar = connectTcp(Number(asli.port), asli.hostname)
        for (const satu of [dalam, luar]) {
          terbuka.add(satu)
          satu
            .on('error', () => {})
            .on('close', () => {
              dalam.destroy()
              luar.destroy()
            })
        }
        dalam.pipe(luar).pipe(dalam)
      })
      perantara.listen(port, '127.0.0.1', () => resolve(perantara))
    })
  const port = await findFreePort()
  const pertama = await openPerantara(port)
  const lewat = new URL(asli)
  lewat.port = String(port)
  const { url } = await startListening({ DATABASE_URL: lewat.href })

  pertama.close()
  for (const satu of terbuka) satu.destroy()
  await vi.waitFor(async () => {
    const jawaban = await fetch(`${url}/api/sehat`)
    expect(jawaban.status).toBe(503)
    expect(await jawaban.json()).toMatchObject({ kode: 'basis_data_tak_terjangkau' })
  }, 10_000)

  const kedua = await openPerantara(port)
  await vi.waitFor(async () => expect((await fetch(`${url}/api/sehat`)).status).toBe(200), 10_000)
  kedua.close()
  for (const satu of terbuka) satu.destroy()
})
