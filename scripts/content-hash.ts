import { createHash, type Hash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One hash over the names and bytes of files and folders, the same on every machine. */
export function hashContents(paths: readonly string[], ...facts: readonly string[]): string {
  return hashTree(paths, facts, new Set())
}

/** The same over what people write, without what is installed or built beside it. */
export function hashSources(paths: readonly string[]): string {
  return hashTree(paths, [], new Set(['node_modules', 'dist']))
}

function hashTree(
  paths: readonly string[],
  facts: readonly string[],
  without: ReadonlySet<string>,
): string {
  const hash = createHash('sha256')
  for (const fact of facts) hash.update(`${fact}\0`)
  for (const path of paths) addTo(hash, path, '', without)
  return hash.digest('hex')
}

function addTo(hash: Hash, path: string, name: string, without: ReadonlySet<string>): void {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0')
    return
  }
  for (const entry of readdirSync(path).toSorted()) {
    if (!without.has(entry)) addTo(hash, join(path, entry), `${name}/${entry}`, without)
  }
}

/**
 * Does the work only when its inputs are not those of the last time. The stamp is written after the
 * work, so that an interrupted one is done again.
 */
export async function onceFor(
  hash: string,
  { stamp, result }: { stamp: string; result: string },
  work: () => Promise<void>,
): Promise<void> {
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await work()
  writeFileSync(stamp, hash)
}
