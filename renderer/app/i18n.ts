import { createI18n } from 'vue-i18n'
import { errorSentences } from '@meja/core/api/error-sentences.ts'
import aksesEn from '../locales/en/akses.json'
import appEn from '../locales/en/app.json'
import dokumenEn from '../locales/en/dokumen.json'
import imporEn from '../locales/en/impor.json'
import keamananEn from '../locales/en/keamanan.json'
import komputerEn from '../locales/en/komputer.json'
import kualitasEn from '../locales/en/kualitas.json'
import kunciEn from '../locales/en/kunci.json'
import orangEn from '../locales/en/orang.json'
import paktaEn from '../locales/en/pakta.json'
import penunjukanEn from '../locales/en/penunjukan.json'
import pindaianEn from '../locales/en/pindaian.json'
import linimasaEn from '../locales/en/linimasa.json'
import pegawaiEn from '../locales/en/pegawai.json'
import portalEn from '../locales/en/portal.json'
import rekamEn from '../locales/en/rekam.json'
import rekomendasiEn from '../locales/en/rekomendasi.json'
import sesiEn from '../locales/en/sesi.json'
import usulanEn from '../locales/en/usulan.json'
import verifikasiEn from '../locales/en/verifikasi.json'
import aksesId from '../locales/id/akses.json'
import appId from '../locales/id/app.json'
import dokumenId from '../locales/id/dokumen.json'
import imporId from '../locales/id/impor.json'
import keamananId from '../locales/id/keamanan.json'
import komputerId from '../locales/id/komputer.json'
import kualitasId from '../locales/id/kualitas.json'
import kunciId from '../locales/id/kunci.json'
import orangId from '../locales/id/orang.json'
import paktaId from '../locales/id/pakta.json'
import penunjukanId from '../locales/id/penunjukan.json'
import pindaianId from '../locales/id/pindaian.json'
import linimasaId from '../locales/id/linimasa.json'
import pegawaiId from '../locales/id/pegawai.json'
import portalId from '../locales/id/portal.json'
import rekamId from '../locales/id/rekam.json'
import rekomendasiId from '../locales/id/rekomendasi.json'
import sesiId from '../locales/id/sesi.json'
import usulanId from '../locales/id/usulan.json'
import verifikasiId from '../locales/id/verifikasi.json'
import { Bahasa, readPreference } from './preferences.ts'

const id = {
  ...aksesId,
  ...appId,
  ...sesiId,
  ...keamananId,
  ...verifikasiId,
  ...pindaianId,
  ...dokumenId,
  ...imporId,
  ...linimasaId,
  ...pegawaiId,
  ...portalId,
  ...rekamId,
  ...rekomendasiId,
  ...usulanId,
  ...kunciId,
  ...orangId,
  ...paktaId,
  ...penunjukanId,
  ...komputerId,
  ...kualitasId,
  galat: errorSentences.id,
}
/** A sentence that English lacks, or has too many, fails the type check. */
const en: typeof id = {
  ...aksesEn,
  ...appEn,
  ...sesiEn,
  ...keamananEn,
  ...verifikasiEn,
  ...pindaianEn,
  ...dokumenEn,
  ...imporEn,
  ...linimasaEn,
  ...pegawaiEn,
  ...portalEn,
  ...rekamEn,
  ...rekomendasiEn,
  ...usulanEn,
  ...kunciEn,
  ...orangEn,
  ...paktaEn,
  ...penunjukanEn,
  ...komputerEn,
  ...kualitasEn,
  galat: errorSentences.en,
}

export const messages = { id, en }

export const i18n = createI18n({
  legacy: false,
  locale: readPreference('bahasa', Bahasa, 'id'),
  fallbackLocale: 'id',
  messages,
})
