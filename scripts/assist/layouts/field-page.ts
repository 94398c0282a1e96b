import { drawTeks, setGaya, type Gaya, type Sheet } from '../../demo/kertas/sheet.ts'

/** What a paper says for one field, and where. */
export type PrintedField = {
  key: string
  type: string
  /** In the form of the record. */
  value: string
  printed: string
  boxes: [number, number, number, number][]
}

/** A part of a text that is the value of a field. */
export type Value = { key: string; type: string; value: string; printed: string }
export type Piece = string | Value

export type FieldPage = { sheet: Sheet; fields: Map<string, PrintedField> }

export const createFieldPage = (sheet: Sheet): FieldPage => ({ sheet, fields: new Map() })

type Word = { text: string; owner: Value | null; space: boolean }

function listWords(pieces: readonly Piece[]): Word[] {
  let glued = true
  return pieces.flatMap((piece) => {
    const owner = typeof piece === 'string' ? null : piece
    const text = typeof piece === 'string' ? piece : piece.printed
    return text.split(/(\s+)/).flatMap((part) => {
      if (part === '') return []
      if (part.trim() === '') {
        glued = false
        return []
      }
      const word = { text: part, owner, space: !glued }
      glued = true
      return [word]
    })
  })
}

/** Where a word stands in pixels of the sheet, whatever the sheet is turned or scaled by. */
function findBox(sheet: Sheet, x: number, y: number, width: number, size: number) {
  const { a, b, c, d, e, f } = sheet.ctx.getTransform()
  const corners = [x, x + width].flatMap((u) =>
    [y - size * 0.8, y + size * 0.22].map((v) => [a * u + c * v + e, b * u + d * v + f] as const),
  )
  const xs = corners.map(([u]) => u)
  const ys = corners.map(([, v]) => v)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(
    Math.round,
  ) as unknown as [number, number, number, number]
}

const join = (p: PrintedField['boxes'][number], q: PrintedField['boxes'][number]) =>
  [
    Math.min(p[0], q[0]),
    Math.min(p[1], q[1]),
    Math.max(p[2], q[2]),
    Math.max(p[3], q[3]),
  ] as PrintedField['boxes'][number]

/** Writes words from left to right, wraps them, and notes where the values stand; answers the next y. */
export function write(
  page: FieldPage,
  pieces: readonly Piece[],
  at: { x: number; y: number; width?: number; indent?: number; leading?: number },
  style: Gaya = {},
): number {
  const { sheet, fields } = page
  const size = setGaya(sheet, style)
  const words = listWords(pieces)
  const gap = sheet.ctx.measureText(' ').width
  const measure = (word: Word) => sheet.ctx.measureText(word.text).width
  const total = words.reduce((sum, word) => sum + measure(word) + (word.space ? gap : 0), 0)
  const shift = style.rata === 'tengah' ? total / 2 : style.rata === 'kanan' ? total : 0
  const leading = at.leading ?? size * 1.35
  let [x, y] = [at.x - shift + (at.indent ?? 0), at.y]
  let row = 0
  const rows = new Map<string, number>()
  words.forEach((word, i) => {
    if (word.space && i > 0) x += gap
    // Words that hang together wrap together.
    let run = measure(word)
    for (let k = i + 1; words[k] !== undefined && !words[k]?.space; k += 1) {
      run += measure(words[k] as Word)
    }
    if (at.width !== undefined && (word.space || i === 0) && x + run > at.x + at.width && i > 0) {
      ;[x, y, row] = [at.x, y + leading, row + 1]
    }
    const width = drawTeks(sheet, word.text, x, y, { ...style, rata: 'kiri' })
    if (word.owner !== null) {
      const { owner } = word
      const field = fields.get(owner.key) ?? { ...owner, boxes: [] }
      const box = findBox(sheet, x, y, width, size)
      const last = field.boxes.at(-1)
      if (last !== undefined && rows.get(owner.key) === row) {
        field.boxes[field.boxes.length - 1] = join(last, box)
      } else field.boxes.push(box)
      rows.set(owner.key, row)
      fields.set(owner.key, field)
    }
    x += width
  })
  return y + leading
}

/** `label : value` rows; long values wrap under themselves. */
export function writeRows(
  page: FieldPage,
  rows: readonly (readonly [label: string, ...value: Piece[]])[],
  at: { x: number; y: number; colon: number; right: number; leading?: number; mark?: string },
  style: Gaya = {},
): number {
  let { y } = at
  for (const [label, ...value] of rows) {
    write(page, [label], { x: at.x, y }, style)
    if (at.mark !== '') write(page, [at.mark ?? ':'], { x: at.colon, y }, style)
    const x = at.colon + 8
    y = write(
      page,
      value,
      { x, y, width: at.right - x, ...(at.leading ? { leading: at.leading } : {}) },
      style,
    )
  }
  return y
}
