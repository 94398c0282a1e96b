import { Client, escapeIdentifier } from 'pg'

/**
 * A backup and a restore of the whole database while the server stays up: PostgreSQL's own copy of it,
 * which holds what a dump of that moment would hold. The embedded server brings no pg_dump.
 */
export class Cadangan {
  readonly #url: URL
  readonly #nama: string
  readonly #salinan: string

  constructor(databaseUrl: string) {
    this.#url = new URL(databaseUrl)
    this.#nama = this.#url.pathname.slice(1)
    this.#salinan = `${this.#nama}_kemarin`
  }

  backUp(): Promise<void> {
    return this.#withoutSessions(async (client) => {
      await client.query(`drop database if exists ${escapeIdentifier(this.#salinan)}`)
      await client.query(
        `create database ${escapeIdentifier(this.#salinan)} template ${escapeIdentifier(this.#nama)}`,
      )
    })
  }

  restore(): Promise<void> {
    return this.#withoutSessions(async (client) => {
      await client.query(`drop database ${escapeIdentifier(this.#nama)}`)
      await client.query(
        `create database ${escapeIdentifier(this.#nama)} template ${escapeIdentifier(this.#salinan)}`,
      )
    })
  }

  /** What is connected cannot be copied: the server is thrown out and comes back by itself. */
  async #withoutSessions(work: (client: Client) => Promise<void>): Promise<void> {
    const url = new URL(this.#url)
    url.pathname = '/postgres'
    const client = new Client({ connectionString: url.href })
    await client.connect()
    const nama = escapeIdentifier(this.#nama)
    try {
      await client.query(`alter database ${nama} allow_connections false`)
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [this.#nama],
      )
      await work(client)
    } finally {
      await client.query(`alter database ${nama} allow_connections true`)
      await client.end()
    }
  }
}
