import type { ResponseOf } from '@meja/core/api/endpoint.ts'
import type { listUsulanPegawai } from '@meja/core/api/usulan.ts'
import type { StatusUsulan } from '@meja/core/domain/status-usulan.ts'
import type { Makna } from '../../ui/makna.ts'

export type UsulanSaya = ResponseOf<typeof listUsulanPegawai>['usulan'][number]

type Langkah = {
  readonly makna: Makna
  /** Sentence `usulan.status.<kunci>`, and what happens next in `usulan.lanjut.<kunci>`. */
  readonly kunci: StatusUsulan | 'diperbaiki'
}

const makna: Readonly<Record<StatusUsulan, Makna>> = {
  diajukan: 'menunggu',
  terverifikasi_1: 'menunggu',
  valid: 'sama',
  dikembalikan: 'lihat',
  ditolak: 'beda',
  dicabut: 'menunggu',
}

/** Where a proposal stands as its employee understands it: whose turn it is. */
export function getLangkah(status: StatusUsulan, diperbaikiOleh: string | null): Langkah {
  if (status === 'dikembalikan' && diperbaikiOleh !== null) {
    return { makna: 'menunggu', kunci: 'diperbaiki' }
  }
  return { makna: makna[status], kunci: status }
}

export type Kelompok = 'perbaiki' | 'berjalan' | 'selesai'

export function getKelompok({ status, diperbaikiOleh }: UsulanSaya): Kelompok {
  if (status === 'dikembalikan' && diperbaikiOleh === null) return 'perbaiki'
  return status === 'diajukan' || status === 'terverifikasi_1' ? 'berjalan' : 'selesai'
}
