import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import {
  toSample,
  type BenchContext,
  type BenchResult,
} from '../../scripts/bench/bench-contract.ts'
import { launchDesktop } from '../../scripts/desktop-driver.ts'

/**
 * From the start of the process to a sign-in screen that can be used, with a fresh profile, against a
 * trivial hardened application that shows one button. Both are driven in the same way, in turns, so that
 * the driver's own time and the machine's mood are the same for both.
 */
export async function measure(context: BenchContext): Promise<BenchResult> {
  const rounds = context.quick ? 4 : 20
  const ours: number[] = []
  const trivial: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const trivialMs = await timeToButton(context, context.trivialExecutable)
    const oursMs = await timeToButton(context, context.executable)
    context.report(
      `cold-start ${round} dari ${rounds}: ${Math.round(oursMs)} ms, acuan ${Math.round(trivialMs)} ms`,
    )
    // The first round fills the disk cache for both.
    if (round === 0) continue
    trivial.push(trivialMs)
    ours.push(oursMs)
  }
  const reference = toSample(trivial)
  const sample = toSample(ours)
  const ratio = Number((sample.p50 / reference.p50).toFixed(2))
  return {
    name: 'cold-start',
    unit: 'ms',
    ours: sample,
    reference: {
      what: 'a trivial hardened application, packaged and driven in the same way',
      ...reference,
    },
    ratio,
    floor: 'ratio of p50 <= 1.3',
    met: ratio <= 1.3,
  }
}

async function timeToButton(context: BenchContext, executablePath: string): Promise<number> {
  const userDataDir = mkdtempSync(join(context.workDir, 'profil-'))
  const startedAt = performance.now()
  const desktop = await launchDesktop({
    executablePath,
    serverUrl: context.serverUrl,
    userDataDir,
  })
  try {
    const window = await desktop.firstWindow()
    const button = window.getByTestId('masuk-tombol')
    await button.waitFor()
    // Usable means painted and answering: the trial click waits for both, and for the button to hold still.
    await button.click({ trial: true })
    return performance.now() - startedAt
  } finally {
    await desktop.close()
  }
}
