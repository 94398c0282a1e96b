import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readCorpus } from './assist/corpus.ts'
import { openDesktopSession } from './desktop-session.ts'
import { packageInspectableDesktop } from './package/package-desktop.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { getReachable } from './reachable-copy.ts'
import { runCommand } from './run.ts'
import { openFreshStateFolder, openStateFolder } from './state-folder.ts'

/**
 * `npm run -s assist -- FOLDER READINGS.json`: reads every document of a corpus (records.json and the
 * files that it names) with the packaged application and writes what it would suggest for each field.
 * A third name also gets the words as they were read, for work on the comparison alone.
 */
await runCommand(async (run) => {
  const [corpus, readings, words] = process.argv.slice(2)
  if (corpus === undefined || readings === undefined) {
    process.stderr.write('Sebutkan folder korpus dan berkas hasil: assist FOLDER BACAAN.json\n')
    return 1
  }
  if (!existsSync(join(corpus, 'records.json'))) {
    process.stderr.write(`Tidak ada records.json di ${corpus}.\n`)
    return 1
  }
  const { executable } = await packageInspectableDesktop()
  // Copied to where the ordinary user reads; the corpus may lie below a closed folder.
  const work = openFreshStateFolder('assist')
  const plan = join(work, 'rencana.json')
  const output = join(openStateFolder('assist/hasil'), 'bacaan.json')
  writeFileSync(plan, JSON.stringify(readCorpus(resolve(corpus), openStateFolder('assist/berkas'))))
  const wordsOutput = join(openStateFolder('assist/hasil'), 'kata.json')
  const session = await run.use(() =>
    openDesktopSession({ home: openStateFolder('assist/rumah'), ownDisplay: true }),
  )
  const reading = await run.use(() =>
    session.start(
      getReachable(process.execPath),
      [
        join(getReachable(PROJECT_ROOT), 'scripts/assist/run-in-session.ts'),
        JSON.stringify({
          executable: getReachable(executable),
          plan,
          output,
          words: words === undefined ? null : wordsOutput,
          profile: openStateFolder('assist/profil'),
        }),
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    ),
  )
  if ((await reading.exited) !== 0 || !existsSync(output)) return 1
  const target = resolve(readings)
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(output, target)
  if (words !== undefined) copyFileSync(wordsOutput, resolve(words))
  return 0
})
