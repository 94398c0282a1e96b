import dbus from 'dbus-next'

const alamatPenjaga = 'org.kde.StatusNotifierWatcher'

/** The corner of a desktop, as the real ones have it: whoever registers gets asked for its menu. */
class Penjaga extends dbus.interface.Interface {
  readonly terdaftar = Promise.withResolvers<string>()
  readonly ProtocolVersion = 0
  readonly IsStatusNotifierHostRegistered = true
  readonly RegisteredStatusNotifierItems: string[] = []

  constructor() {
    super(alamatPenjaga)
  }

  RegisterStatusNotifierItem(nama: string): void {
    this.terdaftar.resolve(nama)
  }

  RegisterStatusNotifierHost(): void {}
}

Penjaga.configureMembers({
  properties: {
    ProtocolVersion: { signature: 'i', access: 'read' },
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' },
    RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' },
  },
})

type Baris = { id: number; label: string }

/** Children of a menu as com.canonical.dbusmenu lays them out: (ia{sv}av), each in a variant. */
function listBaris(susunan: unknown): Baris[] {
  const [, , anak] = susunan as [number, unknown, { value: unknown }[]]
  return anak.map(({ value }) => {
    const [id, sifat] = value as [number, Record<string, { value: unknown }>]
    return { id, label: String(sifat['label']?.value ?? '').replaceAll('_', '') }
  })
}

/** A method of another program, by its name on the bus. */
async function call(
  antarmuka: dbus.ClientInterface,
  nama: string,
  ...isi: unknown[]
): Promise<unknown> {
  const panggil: unknown = antarmuka[nama]
  if (typeof panggil !== 'function') throw new Error(`no ${nama} on the message bus`)
  return panggil.call(antarmuka, ...isi) as unknown
}

/** Must stand before the application starts: that is when it looks for the corner. */
export async function openBaki() {
  const bus = dbus.sessionBus()
  const penjaga = new Penjaga()
  bus.export('/StatusNotifierWatcher', penjaga)
  await bus.requestName(alamatPenjaga, 0)

  async function openMenu() {
    const nama = await penjaga.terdaftar.promise
    const benda = await bus.getProxyObject(nama, '/StatusNotifierItem')
    const sifat = benda.getInterface('org.freedesktop.DBus.Properties')
    const baca = async (satu: string) =>
      ((await call(sifat, 'Get', 'org.kde.StatusNotifierItem', satu)) as { value: unknown }).value
    const jalur = String(await baca('Menu'))
    const menu = (await bus.getProxyObject(nama, jalur)).getInterface('com.canonical.dbusmenu')
    return { baca, menu }
  }

  return {
    /** Everything that the corner shows of the application. */
    async read() {
      const { baca, menu } = await openMenu()
      const [, susunan] = (await call(menu, 'GetLayout', 0, -1, [])) as [number, unknown]
      const tulisan = JSON.stringify([await baca('Title'), await baca('ToolTip')])
      return { tulisan, baris: listBaris(susunan) }
    },
    async press(id: number): Promise<void> {
      const { menu } = await openMenu()
      await call(menu, 'Event', id, 'clicked', new dbus.Variant('s', ''), 0)
    },
    close: () => bus.disconnect(),
  }
}
