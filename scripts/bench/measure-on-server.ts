import { join } from 'node:path'
import { createKunciFaktor } from '../../api-server/faktor/kunci-faktor.ts'
import { createKunciPemulihan } from '../../api-server/features/kunci/kunci-server.ts'
import { createKunciResi } from '../../api-server/features/verifikasi/kunci-resi.ts'
import { createOidcKeys } from '../../api-server/oidc/keys.ts'
import { announce } from '../announce.ts'
import { findOrdinaryUser, giveTreeTo } from '../ordinary-user.ts'
import { startPostgres } from '../postgres.ts'
import { findFreePort } from '../postgres/free-port.ts'
import type { Run } from '../run.ts'
import { startApiServer } from '../start/api-server.ts'
import { readAppPassword } from '../start/demo-server.ts'
import { openStateFolder } from '../state-folder.ts'
import type { BenchModule, PeopleServer } from './bench-contract.ts'
import { ensurePeople } from './people/ensure-people.ts'

/** Servers as they run in earnest, but for the dams against floods: one bench is a flood. */
const SETTINGS = {
  REQUESTS_PER_MINUTE: '10000000',
  REQUESTS_PER_MINUTE_PER_ADDRESS: '10000000',
  DATABASE_POOL: '16',
  LOG_LEVEL: 'warn',
}

/** Runs a bench that needs no desktop: the server in a process of its own, people by the thousand. */
export async function measureOnServer(
  run: Run,
  { measure }: Extract<BenchModule, { needs: 'server' }>,
  quick: boolean,
): Promise<number> {
  const dataDir = join(openStateFolder('ukur-postgres'), 'data')
  const { url: postgresUrl } = await run.use(() => startPostgres({ dataDir }))
  openStateFolder('ukur-orang')
  const secretsDir = openStateFolder('ukur-orang/rahasia', { mode: 0o700 })
  const filesDir = openStateFolder('ukur-orang/berkas')
  await createOidcKeys(secretsDir)
  await createKunciPemulihan(secretsDir)
  await createKunciResi(secretsDir)
  await createKunciFaktor(secretsDir)
  giveTreeTo(findOrdinaryUser(), secretsDir)
  const opened = new Map<number, PeopleServer>()

  async function openPeople(count: number): Promise<PeopleServer> {
    const known = opened.get(count)
    if (known !== undefined) return known
    const { ownerUrl, appUrl } = await ensurePeople(postgresUrl, count, readAppPassword())
    const { url } = await run.use(async () =>
      startApiServer({
        port: await findFreePort(24_130),
        databaseUrl: appUrl,
        filesDir,
        secretsDir,
        settings: SETTINGS,
      }),
    )
    const server = { url, ownerUrl, appUrl, secretsDir }
    opened.set(count, server)
    return server
  }

  const result = await measure({ quick, openPeople, report: announce })
  process.stdout.write(`${JSON.stringify(result)}\n`)
  return 0
}
