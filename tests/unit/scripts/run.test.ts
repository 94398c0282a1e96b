import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const runModule = new URL('../../../scripts/run.ts', import.meta.url).href

/** A command whose one service makes the work fail as soon as it is stopped, as the desk does. */
const command = `
  import { runCommand } from ${JSON.stringify(runModule)}
  await runCommand(async (run) => {
    const ended = Promise.withResolvers()
    const alive = setInterval(() => {}, 1000)
    await run.use(() => ({
      stop: async () => {
        clearInterval(alive)
        ended.reject(new Error('berhenti sendiri'))
        await ended.promise.catch(() => {})
        process.stderr.write('ditutup dengan urut\\n')
      },
    }))
    process.stderr.write('siap\\n')
    return ended.promise
  })
`

async function runUntilReady(): Promise<{ status: number | null; text: string }> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', command], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    text += part
    if (part.includes('siap')) child.kill('SIGINT')
  })
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, text }
}

test('Ctrl-C ends what was started and reports no failure of its own making', async () => {
  const { status, text } = await runUntilReady()
  expect(text).toContain('ditutup dengan urut')
  expect(text).not.toContain('berhenti sendiri')
  expect(status).toBe(130)
})
