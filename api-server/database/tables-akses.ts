import type { ColumnType } from 'kysely'
import type { PermohonanAkses } from '@meja/core/api/akses.ts'
import type { BarisTinjauan } from '@meja/core/api/tinjauan.ts'
import type { HakDimohon, JalurPermohonan } from '@meja/core/domain/permohonan-akses.ts'
import type { Bawaan } from './tables-akun.ts'

/** Set by the database alone. */
type Cap = ColumnType<Date | null, never, never>

/** Which rights were asked for, given and looked at again. */
export type TabelAkses = {
  penugasan: {
    /** Of the request that gave it. */
    id: string
    akunId: string
    jenis: Exclude<HakDimohon, 'administrator'>
    perangkatDaerah: string | null
    dasar: string
    berlaku: string
    alasanAkhir: Bawaan<string | null>
  }
  permohonanAkses: {
    id: string
    akunId: string
    pegawaiId: string
    nama: string
    jalur: JalurPermohonan
    hak: HakDimohon
    perangkatDaerah: string | null
    berlaku: string
    nomorSurat: string
    tanggalSurat: string
    alasan: string
    status: Bawaan<PermohonanAkses['status']>
    diajukanOleh: string
    pegawaiPemohon: string
    namaPemohon: string
    diajukanPada: ColumnType<Date, never, never>
    diputuskanOleh: Bawaan<string | null>
    pegawaiPemutus: Bawaan<string | null>
    namaPemutus: Bawaan<string | null>
    diputuskanPada: Cap
    alasanPutusan: Bawaan<string | null>
  }
  tinjauanAkses: {
    id: string
    nama: string
    mulai: string
    sampai: string
    tenggat: string
    dibukaOleh: string
    namaPembuka: string
    dibukaPada: ColumnType<Date, never, never>
    ditutupOleh: Bawaan<string | null>
    namaPenutup: Bawaan<string | null>
    ditutupPada: Bawaan<Date | null>
  }
  tinjauanHak: {
    id: string
    tinjauanId: string
    hakId: string
    akunId: string
    pegawaiId: string
    nama: string
    namaPengguna: string
    hak: BarisTinjauan['hak']
    perangkatDaerah: string | null
    jumlahUnit: number | null
    mulai: string | null
    sampai: string | null
    dasar: string | null
    temuan: Bawaan<BarisTinjauan['temuan']>
    alasan: Bawaan<string | null>
    ditemukanOleh: Bawaan<string | null>
    pegawaiPeninjau: Bawaan<string | null>
    namaPeninjau: Bawaan<string | null>
    ditemukanPada: Bawaan<Date | null>
  }
}
