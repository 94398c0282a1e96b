import { getHakCsv, listAkunPegawai, listHak, setAktifAkun, setPeranAkun } from './akun.ts'
import { deleteDraf, listDraf, postDraf } from './draf.ts'
import { printDrh } from './drh.ts'
import { getLinimasa } from './linimasa.ts'
import { getBerkas, listDokumen, postDokumen, postDokumenUnggahan } from './dokumen.ts'
import {
  appointFasilitator,
  changeUnitFasilitator,
  endFasilitator,
  findCalonFasilitator,
  listFasilitator,
  listKantorDikepalai,
  listUnitTanpaFasilitator,
  listUsulanFasilitator,
  proposeFasilitator,
  rejectUsulanFasilitator,
  withdrawUsulanFasilitator,
} from './fasilitator.ts'
import {
  applyImpor,
  getBerkasDitolak,
  listBarisImpor,
  listImpor,
  postImpor,
  undoImpor,
} from './impor.ts'
import {
  changeKontak,
  changeSandi,
  getKeamanan,
  getTantangan,
  removePasskey,
  removeTotp,
  renewCadangan,
  savePasskey,
  saveTotp,
  startPasskey,
  startTotp,
} from './keamanan.ts'
import { listKunciResi, postKeputusanSekaligus, postPeriksaKiriman } from './kiriman.ts'
import { getKomputer, postDenyut, postPerintahKunci } from './komputer.ts'
import { getPakta, signPakta } from './pakta.ts'
import { assignPenugasan, endPenugasan, listPenugasan } from './penugasan.ts'
import { getCatatanLayar, getKunciServer, postBukaKunci, postCatatanLayar } from './kunci.ts'
import { findPegawai, getOrganisasi, searchPegawai } from './pegawai.ts'
import { getKelengkapan, getKualitas, listKualitasPegawai } from './kualitas.ts'
import { getSehat } from './sehat.ts'
import { endSesiAkun, endSesiSaya, getSesiSaya, listSesiSaya } from './sesi.ts'
import { giveRekomendasi, listRekomendasi, withdrawRekomendasi } from './rekomendasi.ts'
import { getRekam, openRekamRahasia } from './rekam.ts'
import {
  invitePegawai,
  listPemulihan,
  listUndangan,
  printSurat,
  printSuratUnit,
  revokeUndangan,
  startPemulihan,
  witnessPemulihan,
} from './undangan.ts'
import { getUsulan, listUsulanPegawai, postUsulan, withdrawUsulan } from './usulan.ts'
import { getAntrean, getKasus, postKeputusan } from './verifikasi.ts'
import type { Endpoint } from './endpoint.ts'

/** Every operation of the API: what OpenAPI documents and the access tests walk. */
export const endpoints: readonly Endpoint[] = [
  getSehat,
  getSesiSaya,
  listSesiSaya,
  endSesiSaya,
  endSesiAkun,
  listAkunPegawai,
  setAktifAkun,
  setPeranAkun,
  listHak,
  getHakCsv,
  getKeamanan,
  getTantangan,
  changeSandi,
  changeKontak,
  startTotp,
  saveTotp,
  removeTotp,
  startPasskey,
  savePasskey,
  removePasskey,
  renewCadangan,
  listUndangan,
  invitePegawai,
  revokeUndangan,
  printSuratUnit,
  printSurat,
  listPemulihan,
  startPemulihan,
  witnessPemulihan,
  getPakta,
  signPakta,
  proposeFasilitator,
  listUsulanFasilitator,
  appointFasilitator,
  rejectUsulanFasilitator,
  listFasilitator,
  endFasilitator,
  changeUnitFasilitator,
  listUnitTanpaFasilitator,
  listKantorDikepalai,
  findCalonFasilitator,
  withdrawUsulanFasilitator,
  listPenugasan,
  assignPenugasan,
  endPenugasan,
  getAntrean,
  getKasus,
  postKeputusan,
  postKeputusanSekaligus,
  postPeriksaKiriman,
  listKunciResi,
  getBerkas,
  postDokumen,
  postDokumenUnggahan,
  listDokumen,
  findPegawai,
  searchPegawai,
  getOrganisasi,
  getKelengkapan,
  getKualitas,
  listKualitasPegawai,
  postUsulan,
  getUsulan,
  listUsulanPegawai,
  withdrawUsulan,
  getRekam,
  openRekamRahasia,
  listDraf,
  postDraf,
  deleteDraf,
  printDrh,
  listRekomendasi,
  giveRekomendasi,
  withdrawRekomendasi,
  getLinimasa,
  postImpor,
  listImpor,
  listBarisImpor,
  applyImpor,
  undoImpor,
  getBerkasDitolak,
  getKunciServer,
  postBukaKunci,
  postCatatanLayar,
  getCatatanLayar,
  postDenyut,
  getKomputer,
  postPerintahKunci,
]
