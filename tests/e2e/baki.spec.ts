import { expect, test } from '@playwright/test'
import { openBaki } from './baki-palsu.ts'
import { openMeja } from './meja.ts'

test('the tray closes the screen, and looks the same whoever sits there and whatever is open', async () => {
  const baki = await openBaki()
  const { desktop, page } = await openMeja('fasilitator.perhubungan')
  try {
    const terbuka = await baki.read()
    expect(terbuka.baris.map(({ label }) => label)).toEqual(['Buka Meja ASN', 'Kunci layar'])
    const layar = desktop.waitForEvent('window')
    await baki.press(terbuka.baris[1]?.id ?? 0)
    await (await layar).getByTestId('kunci-pin').waitFor()
    await expect.poll(() => page.isClosed()).toBe(true)
    expect(await baki.read()).toEqual(terbuka)
  } finally {
    await desktop.close()
    baki.close()
  }
})
