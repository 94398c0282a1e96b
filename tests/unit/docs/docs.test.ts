import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((nama) => nama.endsWith('.md'))
  .map((nama) => join('docs', nama))

const rooms = /^(api-server|build|core|docs|electron|renderer|resources|scripts|tests)\//

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8')
}

describe.each(pages)('%s', (page) => {
  it('links only to what is there', () => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, to = '']) => to)
    const broken = links.filter(
      (to) => !/^https?:/.test(to) && !existsSync(join(root, dirname(page), to)),
    )
    expect(broken).toEqual([])
  })

  it('names only files and folders that are there', () => {
    const named = [...read(page).matchAll(/`([^`\s<>*]+)`/g)].map(([, path = '']) => path)
    const missing = named.filter((path) => rooms.test(path) && !existsSync(join(root, path)))
    expect(missing).toEqual([])
  })
})

describe('the table of requirements', () => {
  const rows = read('docs/requirements/persyaratan.md')
    .split('\n')
    .filter((line) => /^\| P\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, ref = '', , state = '', where = '', tests = '', missing = '']) => ({
      ref,
      state,
      where,
      tests,
      missing,
    }))

  it('has every article from 1 to 36, each ref once', () => {
    const articles = new Set(rows.map(({ ref }) => Number(/^P(\d+)/.exec(ref)?.[1])))
    expect([...articles]).toEqual(Array.from({ length: 36 }, (_, nol) => nol + 1))
    expect(new Set(rows.map(({ ref }) => ref)).size).toBe(rows.length)
  })

  it('knows three states, and a dash where an article asks nothing of software', () => {
    const others = rows.filter(({ state }) => !['ada', 'sebagian', 'belum', '—'].includes(state))
    expect(others).toEqual([])
  })

  it('claims nothing without a place and a test', () => {
    const claims = rows.filter(({ state }) => state === 'ada' || state === 'sebagian')
    expect(claims.length).toBeGreaterThan(0)
    expect(claims.filter(({ where, tests }) => where === '' || !tests.includes('tests/'))).toEqual(
      [],
    )
  })

  it('says of every part what is missing', () => {
    const silent = rows.filter(({ state, missing }) => state === 'sebagian' && missing === '')
    expect(silent).toEqual([])
  })
})
