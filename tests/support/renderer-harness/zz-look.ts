import { chromium } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { FixtureApi } from '/work/main/tests/support/renderer-harness/fixture-api.ts'
import { serveDist } from '/work/main/tests/support/renderer-harness/serve-dist.ts'
const axe = readFileSync('/tmp/renderer-scaffold/axe/node_modules/axe-core/axe.min.js','utf8')
const server = await serveDist('/tmp/renderer-scaffold/dist', new FixtureApi('/work/main/.meja/demo'))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const only = process.argv.slice(2)
const shots: [string, string, ((p:any)=>Promise<void>)?][] = [
 ['masuk','keluar'],['masuk-menunggu','menunggu_peramban'],['masuk-gagal','masuk_gagal'],['masuk-sesi-berakhir','sesi_berakhir'],['masuk-luring','luring&keluar'],
 ['antrean','masuk'],['antrean-kosong','kosong'],['antrean-tidak-berwenang','tidak_berwenang'],['meja-gagal','kesalahan_server'],['meja-luring','luring'],['pegawai','user_personal'],['tidak-diingat','tidak_diingat'],
 ['menu-akun','masuk',(p)=>p.getByTestId('menu-akun').click()],['koneksi','masuk',(p)=>p.getByTestId('strip-koneksi').click()],['tombol','masuk',(p)=>p.keyboard.press('?')],
 ['verifikasi','masuk',async p=>{await p.getByTestId('antrean-baris').first().click(); await p.getByTestId('meja-verifikasi').waitFor(); await p.waitForTimeout(2500)}],
 ['verifikasi-tombol','masuk',async p=>{await p.getByTestId('antrean-baris').first().click(); await p.getByTestId('meja-verifikasi').waitFor(); await p.waitForTimeout(1500); await p.keyboard.press('?')}],
]
for (const tema of ['light','dark'] as const) {
 const ctx = await browser.newContext({ viewport:{width:1366,height:768}, colorScheme: tema, reducedMotion:'reduce', bypassCSP:false })
 for (const [nama, sk, act] of shots) {
  if (only.length && !only.includes(nama)) continue
  const p = await ctx.newPage()
  p.on('console', m=>{ if (m.type()==='error' && !m.text().includes('Failed to load')) console.log(nama, m.text()) })
  p.on('pageerror', e=>console.log(nama,'PAGEERROR',e.message))
  await p.goto(`${server.alamat}/desktop.html?skenario=${sk}`)
  await p.locator('main > *').first().waitFor()
  await p.waitForTimeout(900)
  try { await act?.(p) } catch (e) { console.log(nama, String(e).slice(0,200)) }
  await p.waitForTimeout(300)
  await p.screenshot({ path:`/tmp/renderer-scaffold/pic/${nama}-${tema}.png` })
  await p.evaluate(axe)
  const r = await p.evaluate(()=> (window as any).axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21aa','wcag22aa','best-practice']}))
  for (const v of r.violations) console.log(nama, tema, v.impact, v.id, v.nodes.length, v.nodes.slice(0,2).map((n:any)=>n.target.join(' ')+' | '+(n.any[0]?.message??n.none[0]?.message??'').slice(0,140)).join(' ;; '))
  await p.close()
 }
 await ctx.close()
}
await browser.close(); await server.stop()
