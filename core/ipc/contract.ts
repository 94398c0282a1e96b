import { z } from 'zod'
import { errorCodes } from '../api/errors.ts'
import { kirimanSekaligus } from '../api/kiriman.ts'
import { Resi } from '../api/resi.ts'
import { KebijakanLayar, Pin } from '../domain/kebijakan-layar.ts'

/**
 * The contract between main process and renderer. Main parses every input, preload and renderer
 * types derive from here; a channel that does not stand here does not exist.
 */

/** Tokens never leave the main process; the renderer learns only this. */
export const StatusSesi = z.discriminatedUnion('keadaan', [
  z.object({ keadaan: z.literal('keluar'), sebab: z.enum(errorCodes).nullable() }),
  z.object({
    keadaan: z.literal('menunggu_peramban'),
    /** Shown for copying when no browser opens; holds no secret of the person. */
    alamat: z.url(),
  }),
  z.object({
    keadaan: z.literal('masuk'),
    /** False when the OS offers no safe storage: then every start asks to sign in. */
    diingat: z.boolean(),
  }),
])
export type StatusSesi = z.infer<typeof StatusSesi>

export const InfoAplikasi = z.object({
  versi: z.string(),
  alamatServer: z.url(),
  /** False on the test runtime (docs/decisions). */
  runtimeResmi: z.boolean(),
})
export type InfoAplikasi = z.infer<typeof InfoAplikasi>

/** Whether the data of whoever is signed in can be read on this workstation (D7). */
export const StatusKunci = z.discriminatedUnion('keadaan', [
  z.object({ keadaan: z.literal('tanpa_orang') }),
  /** First time here, or the old PIN is gone. */
  z.object({ keadaan: z.literal('perlu_pin') }),
  z.object({ keadaan: z.literal('terbuka') }),
  /** By policy, where the machine keeps no secret: nothing is stored, every lock ends the session. */
  z.object({ keadaan: z.literal('tanpa_tembolok') }),
  z.object({ keadaan: z.literal('gagal'), sebab: z.enum(errorCodes) }),
])
export type StatusKunci = z.infer<typeof StatusKunci>

/** What the renderer needs to read its cache: raw only in this one message, then non-extractable. */
export const KunciTembolok = z.object({
  basisData: z.string(),
  /** There was a store before: when it is not there now, it was lost, and that is said. */
  pernahAda: z.boolean(),
  sandi: z.instanceof(Uint8Array),
  cari: z.instanceof(Uint8Array),
})
export type KunciTembolok = z.infer<typeof KunciTembolok>

/** One open entry of the sealed journal (D6). */
export const IsiJurnal = z.object({ id: z.uuid(), isi: z.string().max(2_000_000) })
export type IsiJurnal = z.infer<typeof IsiJurnal>

export const IsiJurnalTerbaca = z.object({
  terbuka: z.array(IsiJurnal),
  /** Entries that could not be read; announced, never skipped in silence. */
  rusak: z.int().min(0),
})
export type IsiJurnalTerbaca = z.infer<typeof IsiJurnalTerbaca>

/** An entry of the journal, and what the server answered to it. */
export const KirimanDijawab = IsiJurnal.extend({ resi: Resi })
export type KirimanDijawab = z.infer<typeof KirimanDijawab>

/** What the renderer alone knows of the outbox; administrators see the age of what waits (P30.2c). */
export const KabarKiriman = z.object({
  ditolak: z.int().min(0).max(100_000),
  tertuaPada: z.iso.datetime({ offset: true }).nullable(),
})
export type KabarKiriman = z.infer<typeof KabarKiriman>

export const Preferensi = z.object({
  tema: z.enum(['sistem', 'terang', 'gelap']),
  bahasa: z.enum(['id', 'en']),
})
export type Preferensi = z.infer<typeof Preferensi>

/** What a person says of the desk when leaving it (P30.2b). */
export const PeriksaMeja = z.object({ mejaBersih: z.boolean(), asliDikembalikan: z.boolean() })
export type PeriksaMeja = z.infer<typeof PeriksaMeja>

/** A workstation's name for the store of a person. */
const NamaGudang = z.string().regex(/^meja-[0-9a-f]{32}$/)

/** The files that may leave the desk, each by what it is about; main knows where it comes from. */
export const Unduhan = z.discriminatedUnion('macam', [
  z.object({
    macam: z.literal('drh'),
    pegawaiId: z.uuid(),
    /** Null for the own record (P18). */
    rekomendasiId: z.uuid().nullable(),
  }),
  z.object({ macam: z.literal('baris_ditolak'), imporId: z.uuid() }),
  z.object({ macam: z.literal('surat_akun'), kodeAkunId: z.uuid() }),
  z.object({ macam: z.literal('surat_unit'), unit: z.string().regex(/^[0-9A-Z.]{1,30}$/) }),
  z.object({ macam: z.literal('tinjauan_hak') }),
  z.object({ macam: z.literal('laporan_tinjauan'), tinjauanId: z.uuid() }),
  /** Decisions without a receipt: written from the sealed journal, not fetched. */
  z.object({ macam: z.literal('kiriman_menunggu') }),
])
export type Unduhan = z.infer<typeof Unduhan>

/** Where the person chose to keep it. */
export const TempatUnduhan = z.object({ tempat: z.string() })
export type TempatUnduhan = z.infer<typeof TempatUnduhan>

const kosong = z.undefined()

export const ipcRequests = {
  getSesi: { input: kosong, output: StatusSesi },
  startMasuk: { input: kosong, output: StatusSesi },
  cancelMasuk: { input: kosong, output: StatusSesi },
  signOut: { input: kosong, output: StatusSesi },
  getInfo: { input: kosong, output: InfoAplikasi },
  /** Work that has not reached the server yet: closing the window asks first. */
  setBelumTerkirim: { input: z.int().min(0).max(100_000), output: z.null() },
  getKunci: { input: kosong, output: StatusKunci },
  /** Initials only: they stand on the lock screen (P1.21). */
  setPin: { input: z.object({ pin: Pin, inisial: z.string().max(4) }), output: StatusKunci },
  changePin: { input: z.object({ lama: Pin, baru: Pin }), output: z.enum(errorCodes).nullable() },
  retryKunci: { input: kosong, output: StatusKunci },
  getKebijakanLayar: { input: kosong, output: KebijakanLayar },
  /** Once for each renderer process. */
  takeKunciTembolok: { input: kosong, output: KunciTembolok.nullable() },
  lockLayar: { input: kosong, output: z.null() },
  /** A hand on the desk: the countdown begins anew. */
  stayAwake: { input: kosong, output: z.null() },
  /** Where this person was: sealed in main, opened after the lock. */
  getIngatan: { input: kosong, output: z.string().nullable() },
  saveIngatan: { input: z.string().max(8_000_000), output: z.null() },
  /** Returns once the entry is on the disk: only then "Tersimpan" may be said. */
  addJurnal: { input: IsiJurnal, output: z.null() },
  closeJurnal: { input: z.uuid(), output: z.null() },
  listJurnal: { input: kosong, output: IsiJurnalTerbaca },
  /**
   * Whether each receipt is really the server's, over this very decision. Those that are stay here sealed
   * beside their decision, and leave the journal; the others stay in it.
   */
  acceptResi: {
    input: z.array(KirimanDijawab).min(1).max(kirimanSekaligus),
    output: z.array(z.boolean()),
  },
  noteKiriman: { input: KabarKiriman, output: z.null() },
  /** Something was copied here: after a while, and at the lock, it is taken back (P1.21). */
  noteSalinan: { input: kosong, output: z.null() },
  /** Fetched by main and written where the person says in the system's dialog; null when nowhere. */
  saveUnduhan: { input: Unduhan, output: TempatUnduhan.nullable() },
  savePreferensi: { input: Preferensi, output: z.null() },
  /** The original behind a decision came onto this desk, or went back to its owner (P30.2b). */
  noteAsli: { input: z.object({ id: z.uuid(), diMeja: z.boolean() }), output: z.null() },
  listAsli: { input: kosong, output: z.array(z.uuid()) },
  /** Before signing out; told to the server at once when it answers. */
  notePeriksa: { input: PeriksaMeja, output: z.null() },
  /** Everything of this person leaves the workstation, and the session ends. */
  lepasKomputer: { input: kosong, output: z.null() },
  /** Stores of people who left: without keys, and only a page can delete them. */
  listGudangDilepas: { input: kosong, output: z.array(NamaGudang) },
  closeGudangDilepas: { input: NamaGudang, output: z.null() },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export const ipcEvents = {
  sesiBerubah: StatusSesi,
  kunciBerubah: StatusKunci,
  /** Seconds until the screen closes; null when a hand came back. */
  kunciSegera: z.int().nullable(),
  /** The screen closes now: what has not been saved must come at once. */
  ingatanDiminta: z.null(),
  /** The server was restored and has forgotten so many receipted decisions: they wait in the journal. */
  kirimanKembali: z.int(),
} as const satisfies Record<string, z.ZodType>

export type IpcRequests = typeof ipcRequests
export type IpcEvents = typeof ipcEvents

export const IpcFailure = z.object({ ok: z.literal(false), code: z.enum(errorCodes) })
export type IpcReply<T> = { ok: true; value: T } | z.infer<typeof IpcFailure>

/** What preload puts on `window.meja`. */
export type MejaBridge = {
  [K in keyof IpcRequests]: (
    ...input: z.input<IpcRequests[K]['input']> extends undefined
      ? []
      : [z.input<IpcRequests[K]['input']>]
  ) => Promise<IpcReply<z.output<IpcRequests[K]['output']>>>
} & {
  [K in keyof IpcEvents as `on${Capitalize<K>}`]: (
    listener: (payload: z.output<IpcEvents[K]>) => void,
  ) => () => void
}
