import { app } from 'electron'
import { getSehat } from '@meja/core/api/sehat.ts'
import type { KebijakanLayar } from '@meja/core/domain/kebijakan-layar.ts'
import type { KunciRequests } from '@meja/core/ipc/kunci-contract.ts'
import type { ApiDoor } from './api-door.ts'
import type { HandlersOf, IpcHandlers } from './ipc.ts'
import type { KunciMeja } from './kunci/kunci-meja.ts'
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
}

/** What the desk may ask of the main process: the contract, and nothing beside it. */
export function createHandlers(bagian: Bagian): IpcHandlers {
  const { sesi, kunci, layar, penjaga, papanKlip, penyelia, kebijakan, alamatServer } = bagian
  const userData = app.getPath('userData')
  return {
    getSesi: () => sesi.status,
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
    getKunci: () => kunci.status,
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
    noteSalinan: () => {
      papanKlip.noteSalinan(kebijakan.papanKlipDetik)
      return null
    },
    savePreferensi: async (preferensi) => {
      await savePreferensi(userData, preferensi)
      return null
    },
  }
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
      return {
        inisial,
        sisaPercobaan: sisa,
        dikunciJauh: penyelia.dikunciJauh,
        sesiBerakhir: !kunci.hasOrang,
        panjangPin: kebijakan.panjangPin,
        belumTerkirim: kunci.belumTerkirim,
        preferensi: readPreferensi(userData),
      }
    },
    isDaring,
    bukaDenganPin: (pin) => penyelia.unlock(pin),
    masukPenuh: () => {
      setImmediate(() => void penyelia.startMasukPenuh())
      return null
    },
    savePeriksa: async ({ mejaBersih, asliDikembalikan }) => {
      await kunci.note(mejaBersih && asliDikembalikan ? 'meja_diperiksa' : 'meja_belum_bersih')
      return null
    },
  }
}
