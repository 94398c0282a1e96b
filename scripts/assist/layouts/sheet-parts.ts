import { drawGaris, drawTeks, type Sheet } from '../../demo/kertas/sheet.ts'
import { write, type FieldPage, type Piece } from './field-page.ts'

/** A round stamp of half transparent ink. */
export function drawStamp(sheet: Sheet, x: number, y: number, colour: string): void {
  const { ctx, random } = sheet
  ctx.save()
  ctx.globalAlpha = random.between(0.5, 0.85)
  ctx.strokeStyle = colour
  ctx.fillStyle = colour
  for (const [radius, width] of [
    [40, 2],
    [36, 0.8],
    [22, 1],
  ] as const) {
    ctx.lineWidth = width
    ctx.beginPath()
    ctx.arc(x, y, radius, 0, Math.PI * 2)
    ctx.stroke()
  }
  ctx.translate(x, y)
  ctx.rotate(random.between(-0.4, 0.4))
  drawTeks(sheet, 'DINAS', 0, 4, { ukuran: 11, tebal: true, rata: 'tengah' })
  ctx.restore()
}

export function drawHead(sheet: Sheet, lines: readonly string[], y: number): number {
  lines.forEach((text, i) =>
    drawTeks(sheet, text, sheet.width / 2, y + i * 15, {
      ukuran: i === 0 ? 13 : 11,
      tebal: i === 0,
      rata: 'tengah',
    }),
  )
  return y + lines.length * 15 + 10
}

/** A ruled table whose cells may hold several lines of pieces. */
export function writeTable(
  page: FieldPage,
  columns: readonly number[],
  rows: readonly (readonly (readonly Piece[])[][])[],
  at: { x: number; y: number; size: number; ruled?: boolean; pad?: number },
): number {
  const { sheet } = page
  const width = columns.reduce((sum, one) => sum + one, 0)
  const leading = at.size * 1.25
  let { y } = at
  const line = (yy: number) => {
    if (at.ruled !== false) drawGaris(sheet, at.x, yy, at.x + width, yy)
  }
  line(y)
  rows.forEach((cells, r) => {
    const high = Math.max(...cells.map((lines) => lines.length)) * leading + (at.pad ?? 6)
    let x = at.x
    cells.forEach((lines, c) => {
      lines.forEach((pieces, k) =>
        write(page, pieces, { x: x + 3, y: y + (k + 1) * leading }, { ukuran: at.size, tebal: r === 0 }),
      ) // prettier-ignore
      x += columns[c] ?? 0
    })
    y += high
    line(y)
  })
  if (at.ruled !== false) {
    let x = at.x
    for (const one of [0, ...columns]) {
      x += one
      drawGaris(sheet, x, at.y, x, y)
    }
  }
  return y
}

export function drawSigner(
  page: FieldPage,
  lines: readonly (readonly Piece[])[],
  x: number,
  y: number,
  size = 10,
): void {
  lines.forEach((pieces, i) => write(page, pieces, { x, y: y + i * size * 1.4 }, { ukuran: size }))
}
