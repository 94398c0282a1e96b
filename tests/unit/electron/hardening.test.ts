import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findArgumenTerlarang, isInspectFuseOn } from '../../../electron/hardening.ts'

describe('launch arguments', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--inspect-brk=9229',
    '--inspect-wait',
    '--js-flags=--expose-gc',
    '--no-sandbox',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--proxy-server=http://127.0.0.1:8080',
    '--host-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=AAAA',
    '--renderer-cmd-prefix=/tmp/x',
    '--gpu-launcher=/tmp/x',
    '--user-data-dir=/tmp/x',
    '--ssl-key-log-file=/tmp/x',
    '--Remote-Debugging-Port=9222',
    '--INSPECT-BRK',
    ' --inspect',
    '-remote-debugging-port=9222',
    '--disable-features=IsolateOrigins',
    '--single-process',
    '--disable-gpu-sandbox',
    '--tidak-dikenal',
    '--',
  ])('that open a way in are found: %s', (argumen) => {
    expect(findArgumenTerlarang(['.', argumen], 'linux')).toBe(argumen)
  })

  it('that Windows reads as a switch are found there', () => {
    expect(findArgumenTerlarang(['/remote-debugging-port=9222'], 'win32')).toBe(
      '/remote-debugging-port=9222',
    )
  })

  it.each([
    [[]],
    [['.']],
    [['--password-store=gnome-libsecret']],
    [['--lang=id', '--force-device-scale-factor=1.25']],
    [['--ozone-platform=x11', '--disable-gpu']],
    [['/home/citra/inspect.pdf', 'inspect']],
  ])('that change nothing pass: %j', (argumen) => {
    expect(findArgumenTerlarang(argumen, 'linux')).toBeUndefined()
  })
})

describe('the fuse in the binary', () => {
  const tanda = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meja-sekering-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function write(isi: string): Promise<string> {
    const berkas = join(folder, 'biner')
    await writeFile(berkas, isi)
    return berkas
  }

  // Version, number of fuses, then one character each; the fourth lets a debugger in.
  const sekering = (inspect: '0' | '1') => `${tanda}\u0001\u0008111${inspect}1111 sisa`

  it('is off in what people get', async () => {
    expect(isInspectFuseOn(await write(`awal ${sekering('0')}`))).toBe(false)
  })

  it('is on in the copy that the tests drive', async () => {
    expect(isInspectFuseOn(await write(`awal ${sekering('1')}`))).toBe(true)
  })

  it('counts as off where no fuse is found: the walls stay up', async () => {
    expect(isInspectFuseOn(await write('bukan biner'))).toBe(false)
  })

  it('is found where two reads meet', async () => {
    const awal = 'x'.repeat(4 * 1024 * 1024 - 10)
    expect(isInspectFuseOn(await write(awal + sekering('0')))).toBe(false)
  })
})
