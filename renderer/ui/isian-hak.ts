import type { requestAkses } from '@meja/core/api/akses.ts'
import type { BodyOf } from '@meja/core/api/endpoint.ts'
import {
  checkPermohonan,
  hasKantorDanMasa,
  type HakDimohon,
  type JalurPermohonan,
} from '@meja/core/domain/permohonan-akses.ts'
import { getTanggalJakarta } from '@meja/core/domain/tanggal.ts'

/** A request as it is typed; an empty text is what nobody has filled in. */
export type IsianHak = {
  hak: HakDimohon
  kantor: string
  mulai: string
  sampai: string
  nomor: string
  tanggal: string
  alasan: string
}

export function createIsianHak(hak: HakDimohon, kantor: string): IsianHak {
  const mulai = getTanggalJakarta(new Date())
  return { hak, kantor, mulai, sampai: '', nomor: '', tanggal: '', alasan: '' }
}

/** What the server is sent: a right without an office or days carries none, whatever was typed before. */
export function buildPermohonan(isian: IsianHak, akunId: string): BodyOf<typeof requestAkses> {
  const { hak, kantor, mulai, sampai, nomor, tanggal, alasan } = isian
  const lengkap = hasKantorDanMasa(hak)
  return {
    akunId,
    hak,
    perangkatDaerah: (lengkap && kantor) || null,
    mulai: lengkap ? mulai : getTanggalJakarta(new Date()),
    sampai: (lengkap && sampai) || null,
    nomorSurat: nomor,
    tanggalSurat: tanggal,
    alasan,
  }
}

export type KurangHak = 'hak' | 'kantor' | 'mulai' | 'sampai' | 'nomor' | 'tanggal' | 'alasan'

/** Which questions still lack a sound answer; the rules are those of the server. */
export function listKurangHak(isian: IsianHak, jalur: JalurPermohonan): KurangHak[] {
  const isi = buildPermohonan(isian, '')
  const cacat = checkPermohonan(isi, jalur, getTanggalJakarta(new Date()))
  const kurang: Record<KurangHak, boolean> = {
    hak: cacat.includes('hak'),
    kantor: cacat.includes('kantor'),
    mulai: isi.mulai === '',
    sampai: cacat.includes('masa'),
    nomor: isian.nomor.trim().length < 3,
    tanggal: isian.tanggal === '' || cacat.includes('surat'),
    alasan: isian.alasan.trim().length < 3,
  }
  return (['hak', 'kantor', 'mulai', 'sampai', 'nomor', 'tanggal', 'alasan'] as const).filter(
    (satu) => kurang[satu],
  )
}
