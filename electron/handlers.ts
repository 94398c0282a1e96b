import { app } from 'electron'
import { getSehat } from '@meja/core/api/sehat.ts'
import type { KebijakanLayar } from '@meja/core/domain/kebijakan-layar.ts'
import type {
  KirimanDijawab,
  PeriksaMeja,
  TempatUnduhan,
  Unduhan,
} from '@meja/core/ipc/contract.ts'
import type { KunciRequests } from '@meja/core/ipc/kunci-contract.ts'
import type { ApiDoor } from './api-door.ts'
import type { HandlersOf, IpcHandlers } from './ipc.ts'
import { closeGudangDilepas, listGudangDilepas } from './kunci/jejak-dilepas.ts'
import { awalanGudang, type KunciMeja } from './kunci/kunci-meja.ts'
import type { PemeriksaResi } from './kunci/pemeriksa-resi.ts'
import type { Layar } from './layar/layar.ts'
import type { PapanKlip } from './layar/papan-klip.ts'
import type { PenjagaLayar } from './layar/penjaga-layar.ts'
import type { Penyelia } from './penyelia.ts'
import { readPreferensi, savePreferensi } from './preferensi.ts'
import type { DesktopSession } from './session.ts'
import { asalAplikasi } from './static-files.ts'

/** The test runtime of docs/decisions is older than any release may be. */
const versiElectronResmi = 41

type Bagian = {
  readonly sesi: DesktopSession
  readonly kunci: KunciMeja
  readonly layar: Layar
  readonly penjaga: PenjagaLayar
  readonly papanKlip: PapanKlip
  readonly penyelia: Penyelia
  readonly kebijakan: KebijakanLayar
  readonly alamatServer: string
  readonly door: ApiDoor
  readonly pemeriksaResi: PemeriksaResi
  readonly saveUnduhan: (unduhan: Unduhan) => Promise<TempatUnduhan | null>
}

/** What the desk may ask of the main process: the contract, and nothing beside it. */
export function createHandlers(bagian: Bagian): IpcHandlers {
  const { sesi, kunci, layar, penjaga, papanKlip, penyelia, kebijakan, alamatServer } = bagian
  const userData = app.getPath('userData')
  return {
    getSesi: async () => {
      await penyelia.whenTerbuka()
      return sesi.status
    },
    startMasuk: () => sesi.startMasuk(),
    cancelMasuk: () => sesi.cancelMasuk(),
    signOut: () => sesi.signOut(),
    getInfo: () => ({
      versi: app.getVersion(),
      alamatServer,
      runtimeResmi: Number.parseInt(process.versions.electron, 10) >= versiElectronResmi,
    }),
    setBelumTerkirim: (jumlah) => {
      layar.setBelumTerkirim(jumlah)
      return null
    },
    getKunci: async () => {
      await penyelia.whenTerbuka()
      return kunci.status
    },
    setPin: ({ pin, inisial }) => kunci.setPin(pin, inisial),
    changePin: ({ lama, baru }) => kunci.changePin(lama, baru),
    retryKunci: () => kunci.retry(),
    getKebijakanLayar: () => kebijakan,
    takeKunciTembolok: () => kunci.takeKunciTembolok(),
    lockLayar: () => {
      // Answered first: the asker will not live to hear it.
      setImmediate(() => void penyelia.lock())
      return null
    },
    stayAwake: () => {
      penjaga.noteInput('tekan')
      return null
    },
    getIngatan: () => kunci.findIngatan(),
    saveIngatan: async (teks) => {
      await penyelia.saveIngatan(teks)
      return null
    },
    addJurnal: async (entri) => {
      await kunci.addJurnal(entri)
      return null
    },
    closeJurnal: async (id) => {
      await kunci.closeJurnal(id)
      return null
    },
    listJurnal: () => kunci.listJurnal(),
    acceptResi: (semua) => acceptResi(bagian, semua),
    noteKiriman: (kabar) => {
      kunci.kabarKiriman = kabar
      return null
    },
    noteSalinan: () => {
      papanKlip.noteSalinan(kebijakan.papanKlipDetik)
      return null
    },
    saveUnduhan: bagian.saveUnduhan,
    savePreferensi: async (preferensi) => {
      await savePreferensi(userData, preferensi)
      return null
    },
    noteAsli: async ({ id, diMeja }) => {
      await kunci.noteAsli(id, diMeja)
      return null
    },
    listAsli: async () => [...(await kunci.listAsli())],
    notePeriksa: async (periksa) => {
      await notePeriksa(kunci, periksa)
      await penyelia.report()
      return null
    },
    lepasKomputer: async () => {
      await penyelia.lepas()
      return null
    },
    listGudangDilepas: async () =>
      (await listGudangDilepas(userData)).map((nama) => `${awalanGudang}${nama}`),
    closeGudangDilepas: async (basisData) => {
      await closeGudangDilepas(userData, basisData.slice(awalanGudang.length))
      return null
    },
  }
}

/** Only what the server has proven to have taken leaves the journal (P29.2b). */
async function acceptResi(
  { kunci, pemeriksaResi }: Bagian,
  semua: readonly KirimanDijawab[],
): Promise<boolean[]> {
  const sah: boolean[] = []
  for (const satu of semua) sah.push(await pemeriksaResi.isSah(satu))
  await kunci.kiriman?.accept(semua.filter((_, nomor) => sah[nomor]))
  return sah
}

/** An original that is still listed here contradicts whoever says that none is left. */
async function notePeriksa(kunci: KunciMeja, periksa: PeriksaMeja): Promise<void> {
  const kosong = (await kunci.listAsli()).length === 0
  const bersih = periksa.mejaBersih && periksa.asliDikembalikan && kosong
  await kunci.note(bersih ? 'meja_diperiksa' : 'meja_belum_bersih')
}

/** What the lock screen may ask: how to open, and how it stands. */
export function createKunciHandlers(bagian: Bagian): HandlersOf<KunciRequests> {
  const { kunci, penyelia, kebijakan, door } = bagian
  const userData = app.getPath('userData')

  async function isDaring(): Promise<boolean> {
    const url = new URL(getSehat.path, asalAplikasi)
    const jawaban = await door(new Request(`http://localhost${getSehat.path}`), url)
    await jawaban.body?.cancel()
    return jawaban.ok
  }

  return {
    getKeadaan: async () => {
      const { sisa, inisial } = await kunci.getKeadaanPin()
      const belumTerkirim = await kunci.countBelumTerkirim()
      const asliDiMeja = (await kunci.listAsli()).length
      return {
        inisial,
        sisaPercobaan: sisa,
        dikunciJauh: penyelia.dikunciJauh,
        sesiBerakhir: !kunci.hasOrang,
        panjangPin: kebijakan.panjangPin,
        belumTerkirim,
        asliDiMeja,
        preferensi: readPreferensi(userData),
      }
    },
    isDaring,
    bukaDenganPin: (pin) => penyelia.unlock(pin),
    masukPenuh: () => {
      setImmediate(() => void penyelia.startMasukPenuh())
      return null
    },
    savePeriksa: async (periksa) => {
      await notePeriksa(kunci, periksa)
      return null
    },
  }
}
