// `node scripts/assist/make-layouts.ts TARGET [first|second|third] [COUNT] [SEED]`: a corpus for `npm run assist` of
// layouts that no other corpus has: sideways, upside down, many people, dates in words, values under stamps.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSheet } from '../demo/kertas/sheet.ts'
import { degradeSheet, rotateHalaman, type Halaman } from '../demo/pindai/degrade.ts'
import { makeGambar } from '../demo/pindai/pack.ts'
import { writePdf } from '../demo/pindai/pdf.ts'
import { createRandom, type Random } from '../demo/random.ts'
import { createFieldPage, type PrintedField } from './layouts/field-page.ts'
import { plant } from './layouts/plant.ts'
import { drawStamp } from './layouts/sheet-parts.ts'
import { layoutSets } from './layouts/templates.ts'

const [target = '', set = 'first', count = '24', seed = '1'] = process.argv.slice(2)
if (set !== 'first' && set !== 'second' && set !== 'third') throw new Error('no such set')
const templates = layoutSets[set]
const profiles = ['baik', 'sedang', 'buruk', 'ponsel', 'fotokopi'] as const
const fonts = ['Naskah', 'Tegak', 'Ketik'] as const
const SKEW = { baik: 0.5, sedang: 1.2, buruk: 2, ponsel: 1.8, fotokopi: 1.2 }
/** Fields that papers of any layout may lack. */
const ABSENT: readonly [key: string, type: string, value: string][] = [
  ['nomor_karpeg', 'nomor', 'N 482913'],
  ['agama', 'teks', 'Katolik'],
  ['tanggal_pertek', 'tanggal', '2014-07-22'],
  ['gaji', 'uang', '3914500'],
  ['ipk', 'angka', '3,41'],
]

type Box = PrintedField['boxes'][number]

/** Where a box lies when its page is turned clockwise by quarters. */
function turnBox([x0, y0, x1, y1]: Box, quarters: number, width: number, height: number): Box {
  if (quarters === 1) return [height - y1, x0, height - y0, x1]
  if (quarters === 2) return [width - x1, height - y1, width - x0, height - y0]
  if (quarters === 3) return [y0, width - x1, y1, width - x0]
  return [x0, y0, x1, y1]
}

function pickStampPlace(random: Random, fields: readonly PrintedField[], scale: number) {
  const box = random.pick(fields).boxes[0] ?? [300, 300, 400, 320]
  return [((box[0] + box[2]) / 2) * scale, ((box[1] + box[3]) / 2) * scale] as const
}

async function makeDocument(at: number) {
  const random = createRandom(`layouts/${set}/${seed}/${at}`)
  const template = templates[at % templates.length] ?? templates[0]
  if (template === undefined) throw new Error('no templates')
  const profile = profiles[Math.floor(at / templates.length + at) % profiles.length] ?? 'baik'
  const dpi = profile === 'baik' ? 300 : random.pick([200, 200, 220, 150])
  const quarters = random.chance(0.35) ? random.int(1, 3) : 0
  const sheet = createSheet(random, {
    dpi,
    lanskap: template.landscape ?? false,
    miring: random.between(-SKEW[profile], SKEW[profile]),
    kertas: profile === 'fotokopi' ? '#ffffff' : '#fcfbf7',
    alas: profile === 'fotokopi' ? '#ffffff' : '#e4e2dd',
    huruf: random.pick(fonts),
  })
  const page = createFieldPage(sheet)
  template.draw({ page, random })
  const printed = [...page.fields.values()]
  if (random.chance(0.5)) {
    const [x, y] = pickStampPlace(random, printed, 72 / dpi)
    drawStamp(sheet, x + random.between(-30, 30), y + random.between(-15, 15), random.pick(['#2b3f9e', '#7a2f8f', '#b02a35'])) // prettier-ignore
  }
  const scan = await degradeSheet(sheet, random, profile, dpi)
  const page1: Halaman = await rotateHalaman({ ...scan, satuBit: false }, quarters)
  const id = `${String(at + 1).padStart(3, '0')}-${template.kind}`
  writeFileSync(join(target, `${id}.pdf`), writePdf([await makeGambar(page1, 'pdf-jpeg')]))
  const fields: Record<string, { type: string; value: string }> = {}
  const truth = printed.map((field) => {
    const wrong = random.chance(0.3) ? plant(random, field) : null
    const planted = wrong !== null && wrong.value !== field.value ? wrong : null
    fields[field.key] = { type: field.type, value: planted?.value ?? field.value }
    const boxes = field.boxes.map((box) => turnBox(box, quarters, scan.width, scan.height))
    return { ...field, boxes, planted: planted?.planted ?? null }
  })
  for (const [key, type, value] of ABSENT) {
    if (fields[key] !== undefined || !random.chance(0.12)) continue
    fields[key] = { type, value }
    truth.push({ key, type, value, printed: '', boxes: [], planted: 'absent' })
  }
  return {
    record: { id, kind: template.kind, file: `${id}.pdf`, fields },
    truth: { id, kind: template.kind, profile, dpi, quarters, width: page1.width, height: page1.height, fields: truth }, // prettier-ignore
  }
}

mkdirSync(target, { recursive: true })
const records: unknown[] = []
const truth: unknown[] = []
for (let at = 0; at < Number(count); at += 1) {
  const made = await makeDocument(at)
  records.push(made.record)
  truth.push(made.truth)
}
writeFileSync(join(target, 'records.json'), JSON.stringify(records))
writeFileSync(join(target, 'truth.json'), JSON.stringify(truth))
