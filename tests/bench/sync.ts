import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Client, Pool } from 'pg'
import { PenandaResi } from '../../api-server/features/verifikasi/kunci-resi.ts'
import { writeKeputusan } from '../../api-server/features/verifikasi/write-keputusan.ts'
import {
  toSample,
  type BenchContext,
  type BenchResult,
} from '../../scripts/bench/bench-contract.ts'
import { getDemoFasilitator } from '../../scripts/start/demo-accounts.ts'
import { openDesk, setJaringan, type Meja } from '../support/desk-steps.ts'
import { listStatements, runBare, type Statement } from '../support/bench/bare-sql.ts'
import { buildIsi, plantKiriman } from '../support/outbox/tanam-kiriman.ts'
import { addUsulanBaru } from '../support/outbox/usulan-baru.ts'

/** As many as the outbox has requests on their way. */
const HANDS = 4
const ROUNDS = 3

type Pemutus = { id: string; perangkatDaerah: string }

async function findPemutus(owner: Client, username: string): Promise<Pemutus> {
  const { rows } = await owner.query<Pemutus>(
    `select a.id, f.perangkat_daerah as "perangkatDaerah"
     from akun a join penugasan_fasilitator f on f.akun_id = a.id and f.berlaku @> current_date
     where a.nama_pengguna = $1`,
    [username],
  )
  const [satu] = rows
  if (satu === undefined) throw new Error('the demo has no such fasilitator')
  return satu
}

/** From the hand on "try to send now" to the last signed receipt kept beside its decision. */
async function measureOurs(meja: Meja, isi: { usulanId: string; isi: string }[]): Promise<number> {
  await setJaringan(meja.desktop, false)
  meja.page = await plantKiriman(meja, isi)
  const { page } = meja
  await page.getByTestId('strip-kiriman').click()
  await page.getByTestId('coba-sekarang').waitFor()
  await setJaringan(meja.desktop, true)
  return page.evaluate(async (jumlah) => {
    const mulai = performance.now()
    document.querySelector<HTMLElement>('[data-testid="coba-sekarang"]')?.click()
    const diterima = () =>
      Number(document.querySelector('[data-testid="strip-diterima"]')?.getAttribute('data-jumlah'))
    while (diterima() < jumlah && performance.now() - mulai < 300_000) {
      await new Promise((resolve) => {
        setTimeout(resolve, 10)
      })
    }
    if (diterima() < jumlah) throw new Error(`only ${diterima()} receipts`)
    return performance.now() - mulai
  }, isi.length)
}

/**
 * A full day of one person without network: decisions sealed in the journal of the packaged app, until each
 * has its signed receipt; against the very statements of as many such decisions with nothing but pg.
 */
export async function measure(context: BenchContext): Promise<BenchResult> {
  const { quick, ownerUrl, appUrl, provinceDir, workDir, report } = context
  const jumlah = quick ? 100 : 1000
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const pool = new Pool({ connectionString: appUrl, max: HANDS })
  const masuk = getDemoFasilitator(provinceDir)
  const pemutus = await findPemutus(owner, masuk.username)
  const penanda = new PenandaResi([
    { id: '0'.repeat(16), kunci: generateKeyPairSync('ed25519').privateKey },
  ])
  const meja = await openDesk(context, mkdtempSync(join(workDir, 'profil-')))
  const ours: number[] = []
  const bare: number[] = []
  for (let ke = 1; ke <= (quick ? 1 : ROUNDS); ke += 1) {
    const naskah: (readonly Statement[])[] = []
    for (const keputusan of await addUsulanBaru(owner, pemutus.perangkatDaerah, jumlah)) {
      naskah.push(
        await listStatements(appUrl, pemutus.id, (transaksi, identity) =>
          writeKeputusan(transaksi, identity, penanda, keputusan),
        ),
      )
    }
    const mulai = performance.now()
    await Promise.all(
      Array.from({ length: HANDS }, async () => {
        const client = await pool.connect()
        for (let satu = naskah.pop(); satu !== undefined; satu = naskah.pop()) {
          await runBare(client, satu)
        }
        client.release()
      }),
    )
    bare.push(performance.now() - mulai)
    const keputusan = await addUsulanBaru(owner, pemutus.perangkatDaerah, jumlah)
    const isi = keputusan.map((satu) => ({ usulanId: satu.usulanId, isi: buildIsi(satu) }))
    ours.push(await measureOurs(meja, isi))
    report(
      `sync ${ke}: ${jumlah} keputusan ${Math.round(ours.at(-1) ?? 0)} ms, pg saja ${Math.round(bare.at(-1) ?? 0)} ms`,
    )
  }
  await meja.desktop.close()
  await pool.end()
  await owner.end()
  const sample = toSample(ours)
  const reference = toSample(bare)
  const ratio = Number((sample.p50 / reference.p50).toFixed(2))
  return {
    name: 'sync',
    unit: `ms for ${jumlah}`,
    ours: sample,
    reference: { what: `the same ${jumlah} transactions with bare pg, 4 clients`, ...reference },
    ratio,
    floor: 'ratio <= 2.0',
    met: ratio <= 2,
  }
}
