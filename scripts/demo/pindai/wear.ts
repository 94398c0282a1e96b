import type { Profil } from '../provinsi.ts'
import type { Sheet } from '../kertas/sheet.ts'

function drawLubang(sheet: Sheet): void {
  const { ctx, height, random } = sheet
  const x = random.between(20, 28)
  for (const geser of [-113, 113]) {
    ctx.fillStyle = '#6d6862'
    ctx.beginPath()
    ctx.arc(x, height / 2 + geser, 8, 0, Math.PI * 2)
    ctx.fill()
    ctx.fillStyle = '#8b867e'
    ctx.beginPath()
    ctx.arc(x + 0.8, height / 2 + geser + 0.8, 7, 0, Math.PI * 2)
    ctx.fill()
  }
}

function drawLipatan(sheet: Sheet): void {
  const { ctx, width, height, random } = sheet
  for (const bagian of random.chance(0.5) ? [1 / 2] : [1 / 3, 2 / 3]) {
    const y = height * bagian + random.between(-6, 6)
    const warna = ctx.createLinearGradient(0, y - 7, 0, y + 7)
    warna.addColorStop(0, 'rgba(90,80,60,0)')
    warna.addColorStop(0.45, 'rgba(90,80,60,0.16)')
    warna.addColorStop(0.5, 'rgba(255,255,255,0.55)')
    warna.addColorStop(0.56, 'rgba(90,80,60,0.2)')
    warna.addColorStop(1, 'rgba(90,80,60,0)')
    ctx.fillStyle = warna
    ctx.fillRect(-20, y - 7, width + 40, 14)
  }
}

function drawStaples(sheet: Sheet): void {
  const { ctx, random } = sheet
  ctx.strokeStyle = '#77777d'
  ctx.lineWidth = 1.6
  const x = random.between(24, 34)
  const y = random.between(20, 28)
  ctx.beginPath()
  ctx.moveTo(x, y + 5)
  ctx.lineTo(x + 13, y)
  ctx.stroke()
}

function drawNoda(sheet: Sheet): void {
  const { ctx, width, height, random } = sheet
  const x = random.between(80, width - 80)
  const y = random.between(height * 0.4, height - 60)
  const r = random.between(26, 48)
  const warna = ctx.createRadialGradient(x, y, r * 0.8, x, y, r)
  warna.addColorStop(0, 'rgba(150,105,50,0.08)')
  warna.addColorStop(0.85, 'rgba(140,95,45,0.2)')
  warna.addColorStop(1, 'rgba(140,95,45,0)')
  ctx.fillStyle = warna
  ctx.beginPath()
  ctx.arc(x, y, r, 0, Math.PI * 2)
  ctx.fill()
}

/** The shadow of the hand and telephone that took the picture. */
function drawBayangan(sheet: Sheet): void {
  const { ctx, width, height, random } = sheet
  const kiri = random.chance(0.5)
  const warna = ctx.createLinearGradient(kiri ? 0 : width, height, width / 2, height * 0.35)
  warna.addColorStop(0, 'rgba(40,30,20,0.42)')
  warna.addColorStop(1, 'rgba(40,30,20,0)')
  ctx.fillStyle = warna
  ctx.fillRect(-30, -30, width + 60, height + 60)
}

/** What years in a folder do to paper. */
export function drawBekasPakai(sheet: Sheet, profil: Profil): void {
  const { random } = sheet
  sheet.ctx.save()
  if (random.chance(0.45)) drawLubang(sheet)
  if (random.chance(profil === 'baik' ? 0.15 : 0.4)) drawLipatan(sheet)
  if (random.chance(0.3)) drawStaples(sheet)
  if (profil !== 'baik' && profil !== 'fotokopi' && random.chance(0.15)) drawNoda(sheet)
  if (profil === 'ponsel' || profil === 'kabur') drawBayangan(sheet)
  sheet.ctx.restore()
}
