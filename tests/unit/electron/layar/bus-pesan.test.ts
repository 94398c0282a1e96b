import dbus from 'dbus-next'
import { describe, expect, it } from 'vitest'
import { isTandaKunci } from '../../../../electron/layar/bus-pesan.ts'

function signal(antarmuka: string, member: string, ...body: unknown[]) {
  return new dbus.Message({ path: '/x', interface: antarmuka, member, body })
}

describe('what the message buses say of the screen', () => {
  it.each([
    signal('org.freedesktop.login1.Session', 'Lock'),
    signal('org.freedesktop.login1.Manager', 'PrepareForSleep', true),
    signal('org.freedesktop.ScreenSaver', 'ActiveChanged', true),
    signal('org.gnome.ScreenSaver', 'ActiveChanged', true),
  ])('$interface $member closes it', (pesan) => {
    expect(isTandaKunci(pesan)).toBe(true)
  })

  it.each([
    signal('org.freedesktop.login1.Session', 'Unlock'),
    signal('org.freedesktop.login1.Manager', 'PrepareForSleep', false),
    signal('org.gnome.ScreenSaver', 'ActiveChanged', false),
    signal('org.lain.ScreenSaver', 'ActiveChanged', true),
  ])('$interface $member does not', (pesan) => {
    expect(isTandaKunci(pesan)).toBe(false)
  })
})
