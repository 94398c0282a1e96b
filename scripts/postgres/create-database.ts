import { Client } from 'pg'

/**
 * A database of its own on a server of ours, and its address. On a server that someone named with
 * DATABASE_URL the database named there is used as it is: it may hold more than ours.
 */
export async function createDatabase(
  serverUrl: string,
  name: string,
  { fresh = false } = {},
): Promise<string> {
  if (process.env['DATABASE_URL'] === serverUrl) return serverUrl
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
