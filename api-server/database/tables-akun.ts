import type { ColumnType } from 'kysely'

/** Instants come back as Date and go in as ISO text or Date. */
export type Waktu = ColumnType<Date, Date | string, Date | string>
export type Bawaan<T> = ColumnType<T, T | undefined, T>

/** Accounts, what opens them, and where they are open. */
export type TabelAkun = {
  akun: {
    id: string
    pegawaiId: string
    namaPengguna: string
    kataSandiHash: Bawaan<string | null>
    peran: string
    aktif: Bawaan<boolean>
    surel: Bawaan<string | null>
    nomorHp: Bawaan<string | null>
  }
  sesi: {
    id: string
    grantId: string
    akunId: string
    perangkat: string
    alamatKasar: string
    dibuatPada: Waktu
    terakhirPada: Waktu
    diakhiriPada: Waktu | null
    diakhiriOleh: string | null
    kuat: ColumnType<boolean, never, never>
  }
  faktorTotp: {
    akunId: string
    rahasia: string
    langkahTerakhir: ColumnType<string, number, number>
    aktifSejak: Bawaan<Date>
  }
  passkey: {
    id: Bawaan<string>
    akunId: string
    kredensial: string
    kunciPublik: string
    penghitung: ColumnType<string, number, number>
    perantara: string[]
    nama: string
    dibuatPada: Bawaan<Date>
    dipakaiPada: Bawaan<Date | null>
  }
  kodeCadangan: { akunId: string; sidik: string; dipakaiPada: Bawaan<Date | null> }
  kodeAkun: {
    id: string
    pegawaiId: string
    akunId: string
    jenis: 'aktivasi' | 'pemulihan'
    identitas: string
    /** Null for the letters of first administrators alone. */
    dicatatOleh: string | null
    sidikPertama: string
    disaksikanOleh: Bawaan<string | null>
    sidikKedua: Bawaan<string | null>
    kedaluwarsa: Waktu
    dipakaiPada: ColumnType<Date | null, never, never>
    dicabutPada: Bawaan<Date | null>
    dibuatPada: ColumnType<Date, never, never>
  }
}
