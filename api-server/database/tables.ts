import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { IsiRiwayat, JenisRiwayat } from '@meja/core/domain/jenis-riwayat.ts'
import type { TemuanUsulan } from '@meja/core/domain/temuan-usulan.ts'
import type { Ukuran } from '@meja/core/domain/ukuran-kualitas.ts'
import type { FaktaMutu } from '@meja/core/domain/mutu-pindaian.ts'
import type {
  AksiUsulan,
  HasilKeputusan,
  StatusUsulan,
  SumberRiwayat,
  SumberUsulan,
} from '@meja/core/domain/status-usulan.ts'
import type { UsulanPenunjukan } from '@meja/core/api/fasilitator.ts'
import type { BarisImpor, Impor } from '@meja/core/api/impor.ts'
import type { Draf } from '@meja/core/api/draf.ts'
import type { PeristiwaLayar } from '@meja/core/api/kunci.ts'
import type { IsiRekomendasi } from '@meja/core/api/rekomendasi.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { Resi } from '@meja/core/api/resi.ts'
import type { Keputusan } from '@meja/core/api/verifikasi.ts'
import type { TabelAkses } from './tables-akses.ts'
import type { Bawaan, TabelAkun, Waktu } from './tables-akun.ts'

type Json<T> = ColumnType<T, string, string>

/** A draft as it is kept; it may be older than the descriptions of today. */
export type IsiDrafTersimpan = Omit<Draf, 'id' | 'pegawaiId' | 'dokumen' | 'diubahPada'> & {
  readonly dokumenIds: string[]
}

export type Tables = TabelAkun &
  TabelAkses & {
    perangkatDaerah: { kode: string; nama: string }
    unitKerja: {
      kode: string
      perangkatDaerah: string
      nama: string
      /** Only asked whether there is one: the driver makes a Date of it. */
      ditutupPada: ColumnType<Date | null, never, never>
    }
    pegawai: {
      id: string
      nip: string
      nama: string
      gelarDepan: string | null
      gelarBelakang: string | null
      perangkatDaerah: string
      unitKerja: string
      dataUtama: JSONColumnType<Record<string, string | null>>
      versi: Bawaan<number>
      /** Text YYYY-MM-DD only through to_char: the driver makes a Date of it. */
      turunanPer: Bawaan<string | null>
      turunanSampai: Bawaan<string | null>
    }
    usulanPenunjukan: {
      id: string
      pegawaiId: string
      namaCalon: string
      perangkatDaerah: string
      unit: string[]
      nomorSurat: string
      tanggalSurat: string
      pertimbangan: Bawaan<string | null>
      menggantikan: string | null
      status: Bawaan<UsulanPenunjukan['status']>
      alasan: Bawaan<string | null>
      diajukanOleh: string
      diajukanPada: Bawaan<Date>
    }
    penugasanFasilitator: {
      id: Bawaan<string>
      akunId: string
      perangkatDaerah: string
      /** Null for the whole office. */
      unit: string[] | null
      nomorKeputusan: string
      tanggalKeputusan: string | null
      dokumenId: string | null
      usulanPenunjukanId: string | null
      melanjutkan: Bawaan<string | null>
      berlaku: string
      alasanAkhir: Bawaan<string | null>
    }
    rekomendasi: {
      id: string
      urutan: Generated<number>
      penyajian: IsiRekomendasi['penyajian']
      tujuan: string
      penerima: string
      perangkatDaerah: string | null
      berlaku: string
      diberikanOleh: string
      namaPemberi: string
      diberikanPada: Bawaan<Date>
      dicabutPada: ColumnType<Date | null, never, Date>
      dicabutOleh: ColumnType<string | null, never, string>
    }
    naskahPakta: { versi: number; teks: string; sidik: string }
    tandaTanganPakta: {
      akunId: string
      peran: string
      versi: number
      sidik: string
      pada: Bawaan<Date>
    }
    riwayat: {
      id: string
      pegawaiId: string
      jenis: JenisRiwayat
      isi: Json<IsiRiwayat>
      status: 'valid' | 'digantikan' | 'dicabut'
      sumber: SumberRiwayat
      versi: Bawaan<number>
      menggantikan: string | null
      usulanId: string | null
      dibuatPada: Bawaan<Date>
      digantikanPada: Waktu | null
      dicabutPada: Waktu | null
      /** Filled by the database from `isi`; text YYYY-MM-DD. */
      berlakuDari: Bawaan<string | null>
      berlakuSampai: Bawaan<string | null>
      alasan: string | null
    }
    dokumen: {
      id: string
      pegawaiId: string
      jenis: string
      namaBerkas: string
      tipeMedia: string
      ukuran: number
      sha256: string
      halaman: number
      mutu: Json<FaktaMutu> | null
      /** Counted by the database. */
      versi: ColumnType<number, never, never>
      menggantikan: string | null
      unggahanId: string | null
      diunggahOleh: string | null
      diunggahPada: Bawaan<Date>
    }
    usulan: {
      id: string
      transactionId: string | null
      pegawaiId: string
      perangkatDaerah: string
      jenis: JenisRiwayat
      aksi: AksiUsulan
      alasan: string | null
      sumber: SumberUsulan
      memperbaiki: string | null
      riwayatId: string | null
      sebelum: Json<IsiRiwayat> | null
      sesudah: Json<IsiRiwayat>
      status: StatusUsulan
      versi: Bawaan<number>
      diajukanOleh: string | null
      diajukanPada: Waktu
      temuan: Json<TemuanUsulan[]> | null
    }
    usulanDokumen: { usulanId: string; dokumenId: string; urutan: number }
    keputusanVerifikasi: {
      id: string
      transactionId: string
      usulanId: string
      versiUsulan: number
      perangkatDaerah: string
      akunId: string
      pegawaiPemutus: string
      pegawaiPengusul: string
      hasil: HasilKeputusan
      asliMetode: 'asli' | 'legalisir' | 'sistem_lain' | null
      asliTempat: string | null
      isi: Json<Keputusan>
      sidik: string
      resi: Json<Resi>
      diputuskanPada: Waktu
      diterimaPada: Waktu
    }
    impor: {
      id: string
      oleh: string
      namaBerkas: string
      sha256: string
      jenis: JenisRiwayat
      pegawaiBaru: Bawaan<boolean>
      kolom: Json<string[]>
      kolomLain: Json<string[]>
      status: Impor['status']
      dibuatPada: Bawaan<Date>
    }
    imporBaris: {
      imporId: string
      nomor: number
      /** Text of each cell, in the order of the headings. */
      sel: Json<string[]>
      nip: string | null
      pegawaiId: string | null
      isi: Json<IsiRiwayat>
      vonis: BarisImpor['vonis']
      temuan: Json<BarisImpor['temuan']>
      status: BarisImpor['status']
      riwayatId: string | null
    }
    kualitasPegawai: {
      pegawaiId: string
      unitKerja: string
      kelengkapan: number
      kualitas: number
      ukuran: Json<Ukuran>
      versi: number
      per: string
      sampai: string
    }
    kualitasRahasia: {
      pegawaiId: string
      unitKerja: string
      ukuran: Json<Ukuran>
      versi: number
      per: string
      sampai: string
    }
    hitunganUnit: { unitKerja: string; ukuran: string; rahasia: boolean; jumlah: string }
    audit: {
      akunId: string | null
      aksi: string
      objek: string
      rincian: Json<Record<string, unknown>>
    }
    drafUsulan: {
      id: string
      akunId: string
      pegawaiId: string
      isi: Json<IsiDrafTersimpan>
      diubahPada: Waktu
    }
    komputer: {
      id: string
      akunId: string
      terkunci: boolean
      belumTerkirim: number
      asliDiMeja: Bawaan<number>
      ditolak: Bawaan<number>
      tertuaPada: Waktu | null
      versi: string
      bedaJam: number
      kontakPada: ColumnType<Date, never, Date>
      dilepasPada: ColumnType<Date | null, never, Date | null>
    }
    serahanKiriman: {
      transactionId: string
      akunId: string
      usulanId: string
      isi: Json<Keputusan>
      kode: ErrorCode
      catatan: string
      diserahkanPada: ColumnType<Date, never, never>
      diselesaikanOleh: string | null
      diselesaikanPada: ColumnType<Date | null, never, Date>
      penyelesaian: string | null
    }
    perintahKunci: {
      id: Bawaan<string>
      komputer: string
      akunId: string
      alasan: string
      dimintaOleh: string
      dimintaPada: ColumnType<Date, never, never>
      dijalankanPada: ColumnType<Date | null, never, Date>
    }
    catatanLayar: {
      akunId: string
      komputer: string
      urutan: number
      peristiwa: PeristiwaLayar
      pada: Waktu
      rujukan: string | null
      diterimaPada: ColumnType<Date, never, never>
    }
    oidcPayload: {
      id: string
      jenis: string
      isi: Json<Record<string, unknown>>
      grantId: string | null
      uid: string | null
      kedaluwarsa: Waktu | null
      dipakaiPada: Waktu | null
    }
  }
