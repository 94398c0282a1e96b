import {
  app,
  clipboard,
  dialog,
  powerMonitor,
  protocol,
  safeStorage,
  session as sessions,
  shell,
} from 'electron'
import { join } from 'node:path'
import { ipcRequests } from '@meja/core/ipc/contract.ts'
import { kunciRequests } from '@meja/core/ipc/kunci-contract.ts'
import { createApiDoor, type Fetch } from './api-door.ts'
import { createApiUtama } from './api-utama.ts'
import { Denyut, selangDenyutMs } from './denyut.ts'
import { createHandlers, createKunciHandlers } from './handlers.ts'
import { findArgumenTerlarang, hardenApp, isInspectFuseOn } from './hardening.ts'
import { registerIpc, sendEvent } from './ipc.ts'
import { kalimat } from './kalimat.ts'
import { getIdKomputer } from './kunci/catatan-layar.ts'
import { KunciMeja } from './kunci/kunci-meja.ts'
import { PemeriksaResi } from './kunci/pemeriksa-resi.ts'
import { installBaki } from './layar/baki.ts'
import { Layar } from './layar/layar.ts'
import { PapanKlip } from './layar/papan-klip.ts'
import { PenjagaLayar } from './layar/penjaga-layar.ts'
import { watchLayar } from './layar/watch-layar.ts'
import { installMenu } from './menu.ts'
import { createOidcClient } from './oidc-client.ts'
import { createOpenPeramban } from './peramban.ts'
import { Penyelia } from './penyelia.ts'
import { createKunciHandler, createProtocolHandler, skemaAplikasi } from './protocol.ts'
import { DesktopSession } from './session.ts'
import { readAlamatServer, readKebijakanLayar } from './settings.ts'
import { asalAplikasi, asalKunci, createStaticFiles } from './static-files.ts'
import { forbidCoreDump, forgetBerkasKunciTls } from './tanpa-jejak.ts'
import { askTempat } from './tanya-tempat.ts'
import { createTokenStore } from './token-store.ts'
import { createUnduhan } from './unduhan.ts'

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const alamatServer = readAlamatServer(process.env, userData)
  const kebijakan = readKebijakanLayar(userData)
  // Kept are the encrypted cache and what a person prefers; answers of the API are not (no HTTP cache).
  const sesiMeja = sessions.fromPartition('persist:meja', { cache: false })
  const sesiKunci = sessions.fromPartition('kunci', { cache: false })
  const fetch: Fetch = (url, init) => sesiMeja.fetch(url, init)

  const sesi = new DesktopSession({
    client: createOidcClient(alamatServer, fetch),
    store: createTokenStore(userData, safeStorage, process.platform),
    openBrowser: createOpenPeramban((alamat) => shell.openExternal(alamat)),
    onChange: (status) => penyelia.onSesi(status),
    findHalangan: () => kunci.findHalangan(),
  })
  const door = createApiDoor({
    alamatServer,
    fetch,
    getToken: () => sesi.getToken(),
    refreshToken: (lama) => sesi.refreshToken(lama),
    timeoutMs: 15_000,
    timeoutBerkasMs: 180_000,
  })
  const idKomputer = await getIdKomputer(userData)
  const api = createApiUtama(door)
  const kunci = new KunciMeja({
    userData,
    sandi: safeStorage,
    platform: process.platform,
    kebijakan: () => kebijakan,
    idKomputer,
    api,
    onChange: (status) => penyelia.onKunci(status),
  })
  const penjaga = new PenjagaLayar(
    kebijakan,
    {
      now: () => performance.now(),
      jam: () => Date.now(),
      getDiamSistem: () => powerMonitor.getSystemIdleTime(),
    },
    {
      onSegera: (sisa) => {
        if (layar.meja !== null) sendEvent(layar.meja.webContents, 'kunciSegera', sisa)
      },
      onDiam: () => void penyelia.lock(),
    },
  )
  const layar = new Layar(sesiMeja, sesiKunci, {
    onInput: (jenis) => penjaga.noteInput(jenis),
    onDikecilkan: () => {
      if (kebijakan.kunciSaatDikecilkan) void penyelia.lock()
    },
    onTombolKunci: () => void penyelia.lock(),
    onKetukKunci: () => void penyelia.prepare(),
    onBerhenti: () => kunci.allowTembolok(),
  })
  const papanKlip = new PapanKlip(clipboard)
  const denyut = new Denyut({
    api,
    idKomputer,
    versi: app.getVersion(),
    getKeadaan: async () => ({
      terkunci: layar.terkunci,
      belumTerkirim: kunci.belumTerkirim,
      asliDiMeja: (await kunci.listAsli()).length,
      ...kunci.kabarKiriman,
    }),
    onPerintah: () => penyelia.lockFromJauh(),
    onIngatan: (kabar) => void penyelia.checkIngatan(kabar),
  })
  const penyelia = new Penyelia({ sesi, kunci, layar, penjaga, papanKlip, denyut, api })

  const files = createStaticFiles(join(import.meta.dirname, '../../renderer/dist'))
  sesiMeja.protocol.handle('app', createProtocolHandler(door, files))
  sesiKunci.protocol.handle('app', createKunciHandler(files))
  const saveUnduhan = createUnduhan({
    door,
    askTempat: (nama, jenis) => askTempat(layar, nama, jenis),
    listMenunggu: async () => (await kunci.listJurnal()).terbuka,
  })
  const bagian = {
    sesi,
    kunci,
    layar,
    penjaga,
    papanKlip,
    penyelia,
    kebijakan,
    alamatServer,
    door,
    saveUnduhan,
    pemeriksaResi: new PemeriksaResi({ userData, alamatServer, api }),
  }
  registerIpc(ipcRequests, createHandlers(bagian), asalAplikasi)
  registerIpc(kunciRequests, createKunciHandlers(bagian), asalKunci)
  installMenu()
  installBaki({ lock: () => void penyelia.lock(), show: () => layar.focus() })
  watchLayar(penjaga, () => void penyelia.lock())
  setInterval(() => {
    if (sesi.akunId !== null && !layar.terkunci) void denyut.beat()
  }, selangDenyutMs).unref()
  app.on('second-instance', () => layar.focus())
  await penyelia.open()
}

/** The kind of an error only: its message may name a person, a file or an address. */
function reportError(kode: string, error: unknown): void {
  process.stderr.write(`${kode}: ${error instanceof Error ? error.name : typeof error}\n`)
}

function run(): void {
  // The fuse, not app.isPackaged: that is only the name of the executable, which anybody can change.
  const argumen = findArgumenTerlarang(process.argv.slice(1))
  if (argumen !== undefined && !isInspectFuseOn(process.execPath)) {
    process.stderr.write(`${kalimat.argumenTerlarang}\n`)
    app.exit(1)
    return
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  // Unsent work outlives a stray rejection; Electron's own answer would show a stack trace.
  process.on('unhandledRejection', (error) => reportError('penolakan_tak_tertangani', error))
  process.on('uncaughtException', (error) => reportError('galat_tak_tertangkap', error))
  forgetBerkasKunciTls()
  forbidCoreDump()
  hardenApp(app)
  protocol.registerSchemesAsPrivileged([skemaAplikasi])
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      reportError('gagal_dimulai', error)
      dialog.showErrorBox('Meja ASN', kalimat.tidakDapatDimulai)
      app.exit(1)
    })
}

run()
