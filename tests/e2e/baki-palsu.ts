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

/** Must stand before the application starts: that is when it looks for the corner. */
export async function openBaki() {
  const bus = dbus.sessionBus()
  const penjaga = new Penjaga()
  bus.export('/StatusNotifierWatcher', penjaga)
  await bus.requestName(alamatPenjaga, 0)

  /** Electron's item describes itself to nobody: it is asked directly, as desktops do. */
  async function ask(
    path: string,
    antarmuka: string,
    member: string,
    signature: string,
    body: unknown[],
  ): Promise<unknown[]> {
    const destination = await penjaga.terdaftar.promise
    const pesan = { destination, path, interface: antarmuka, member, signature, body }
    return (await bus.call(new dbus.Message(pesan)))?.body ?? []
  }

  /** All that the item says of itself: title, tip, state, picture. */
  async function readSifat(): Promise<Record<string, { value: unknown }>> {
    const isi = ['org.kde.StatusNotifierItem']
    const [semua] = await ask(
      '/StatusNotifierItem',
      'org.freedesktop.DBus.Properties',
      'GetAll',
      's',
      isi,
    )
    return semua as Record<string, { value: unknown }>
  }

  const askMenu = async (member: string, signature: string, body: unknown[]) => {
    const jalur = String((await readSifat())['Menu']?.value)
    return ask(jalur, 'com.canonical.dbusmenu', member, signature, body)
  }

  return {
    /** Everything that the corner shows of the application. */
    async read() {
      const [, susunan] = await askMenu('GetLayout', 'iias', [0, -1, []])
      return { tulisan: JSON.stringify(await readSifat()), baris: listBaris(susunan) }
    },
    async press(id: number): Promise<void> {
      await askMenu('Event', 'isvu', [id, 'clicked', new dbus.Variant('s', ''), 0])
    },
    close: () => bus.disconnect(),
  }
}
