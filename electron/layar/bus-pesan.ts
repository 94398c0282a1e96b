import dbus, { type Message, type MessageBus } from 'dbus-next'

/**
 * Electron tells of a locked screen on Windows and macOS only; on Linux the desktop says it on the
 * message buses: the session manager by "Lock" and "PrepareForSleep", the screen saver by becoming
 * active. Whatever is missing is simply not heard: the idle clocks do not depend on it.
 */
const penghemat = ['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'] as const

const aturanSistem = [
  "type='signal',interface='org.freedesktop.login1.Session',member='Lock'",
  "type='signal',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
]
const aturanSesi = penghemat.map(
  (nama) => `type='signal',interface='org.${nama}.ScreenSaver',member='ActiveChanged'`,
)

/** True when this signal means that the screen is locked or about to be. */
export function isTandaKunci({ interface: antarmuka, member, body }: Message): boolean {
  if (antarmuka === 'org.freedesktop.login1.Session') return member === 'Lock'
  if (antarmuka === 'org.freedesktop.login1.Manager') {
    return member === 'PrepareForSleep' && body[0] === true
  }
  const saver = penghemat.some((nama) => antarmuka === `org.${nama}.ScreenSaver`)
  return saver && member === 'ActiveChanged' && body[0] === true
}

async function listen(bus: MessageBus, aturan: readonly string[], onKunci: () => void) {
  bus.on('error', () => {})
  bus.on('message', (pesan: Message) => {
    if (isTandaKunci(pesan)) onKunci()
  })
  for (const satu of aturan) {
    await bus.call(
      new dbus.Message({
        destination: 'org.freedesktop.DBus',
        path: '/org/freedesktop/DBus',
        interface: 'org.freedesktop.DBus',
        member: 'AddMatch',
        signature: 's',
        body: [satu],
      }),
    )
  }
}

/** Listens for as long as the application runs. */
export function watchBusPesan(onKunci: () => void): void {
  if (process.platform !== 'linux') return
  const buka = (connect: () => MessageBus, aturan: readonly string[]) => {
    try {
      void listen(connect(), aturan, onKunci).catch(() => {})
    } catch {
      // No such bus on this machine.
    }
  }
  if (process.env['DBUS_SESSION_BUS_ADDRESS'] !== undefined) buka(dbus.sessionBus, aturanSesi)
  buka(dbus.systemBus, aturanSistem)
}
