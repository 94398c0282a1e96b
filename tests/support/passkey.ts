import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'

/** Debian's own Chromium: Playwright's would have to be downloaded. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['MEJA_CHROMIUM'] ?? '/usr/bin/chromium',
    // Root has no sandbox; all that is opened here is the server of the test itself.
    chromiumSandbox: process.getuid?.() !== 0,
  })
}

export type Kunci = {
  readonly cdp: CDPSession
  /** Whether the person at the authenticator shows finger, face or PIN. */
  setDikenali(ya: boolean): Promise<void>
}

/** A platform authenticator in this browser, with a person in front of it (CDP, WebAuthn domain). */
export async function addKunci(page: Page): Promise<Kunci> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    cdp,
    async setDikenali(isUserVerified) {
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}
