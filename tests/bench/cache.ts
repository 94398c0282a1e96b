import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import {
  toSample,
  type BenchContext,
  type BenchResult,
  type Sample,
} from '../../scripts/bench/bench-contract.ts'
import { launchDesktop } from '../../scripts/desktop-driver.ts'
import { PROJECT_ROOT } from '../../scripts/project-root.ts'

const FLOOR_RATIO = 2
const FLOOR_LIST_MS = 50

type Ukuran = { tulis: number[]; baca: number[]; daftar: number[] }
type Hasil = { segel: Ukuran; polos: Ukuran }

/**
 * Cases through our encrypted Dexie against the same cases through plain Dexie, in the renderer of the
 * packaged app, in turns: put in batches, get one by one, and the first page of a list. The figure is the
 * worst of the three ratios; `ours` is the first list page.
 */
export async function measure(
  context: BenchContext,
): Promise<BenchResult & { rasio: Record<string, number>; rincian: Record<string, Sample> }> {
  const jumlah = context.quick ? 4000 : 20_000
  const desktop = await launchDesktop({
    executablePath: context.executable,
    serverUrl: context.serverUrl,
    userDataDir: mkdtempSync(join(context.workDir, 'profil-')),
  })
  try {
    const page = await desktop.firstWindow()
    await page.getByTestId('masuk-tombol').waitFor()
    await page.evaluate(await bundlePage())
    context.report(`cache: ${jumlah} kasus, bersandi dan polos`)
    const hasil: Hasil = await page.evaluate(
      (n) =>
        (globalThis as unknown as { ukurTembolok: (n: number) => Promise<Hasil> }).ukurTembolok(n),
      jumlah,
    )
    return buildResult(hasil)
  } finally {
    await desktop.close()
  }
}

/** Our own sources as one script: the packaged page has no way to be asked for them. */
async function bundlePage(): Promise<string> {
  const hasil = await build({
    root: PROJECT_ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: {
        entry: join(PROJECT_ROOT, 'tests/bench/cache/ukur-tembolok.ts'),
        formats: ['iife'],
        name: 'ukur',
      },
    },
  })
  const [satu] = Array.isArray(hasil) ? hasil : [hasil]
  if (satu === undefined || !('output' in satu)) throw new Error('vite built nothing')
  return satu.output[0].code
}

function buildResult({ segel, polos }: Hasil) {
  const rincian = {
    tulis: toSample(segel.tulis),
    tulisPolos: toSample(polos.tulis),
    baca: toSample(segel.baca.map((ms) => ms * 1000)),
    bacaPolos: toSample(polos.baca.map((ms) => ms * 1000)),
    daftar: toSample(segel.daftar),
    daftarPolos: toSample(polos.daftar),
  }
  const bagi = (atas: Sample, bawah: Sample) => Number((atas.p50 / bawah.p50).toFixed(2))
  const rasio = {
    tulis: bagi(rincian.tulis, rincian.tulisPolos),
    baca: bagi(rincian.baca, rincian.bacaPolos),
    daftar: bagi(rincian.daftar, rincian.daftarPolos),
  }
  const ratio = Math.max(...Object.values(rasio))
  return {
    name: 'cache',
    unit: 'ms',
    ours: rincian.daftar,
    reference: { what: 'plain Dexie, the same rows in the same renderer', ...rincian.daftarPolos },
    ratio,
    rasio,
    rincian,
    floor: `put, get and list each <= ${FLOOR_RATIO} x plain Dexie (p50); first list page p95 <= ${FLOOR_LIST_MS} ms`,
    met: ratio <= FLOOR_RATIO && rincian.daftar.p95 <= FLOOR_LIST_MS,
  }
}
