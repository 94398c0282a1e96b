import { Client } from 'pg'

/** A database on a running server, made when it is missing; answers its address. */
export async function createDatabase(
  serverUrl: string,
  name: string,
  { fresh = false } = {},
): Promise<string> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const quoted = client.escapeIdentifier(name)
    if (fresh) await client.query(`drop database if exists ${quoted} with (force)`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${quoted}`)
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
