import {
  getDeskripsi,
  type IsiRiwayat,
  type JenisRiwayat,
} from '@meja/core/domain/jenis-riwayat.ts'
import { formatIsian, pickLabel } from '../../ui/isian.ts'

type Usulan = {
  readonly jenis: JenisRiwayat
  readonly sebelum: IsiRiwayat | null
  readonly sesudah: IsiRiwayat
}

export type Perubahan = {
  readonly kunci: string
  readonly label: string
  readonly sebelum: string | null
  readonly sesudah: string | null
  readonly berubah: boolean
}

/** Every field that has a value before or after, as a person reads it. */
export function listPerubahan({ jenis, sebelum, sesudah }: Usulan, bahasa: string): Perubahan[] {
  return getDeskripsi(jenis).isian.flatMap((satu) => {
    const lama = sebelum?.[satu.kunci] || null
    const baru = sesudah[satu.kunci] || null
    if (lama === null && baru === null) return []
    const tulis = (nilai: string | null) => nilai && formatIsian(satu, nilai, bahasa)
    return [
      {
        kunci: satu.kunci,
        label: pickLabel(satu.label, bahasa),
        sebelum: tulis(lama),
        sesudah: tulis(baru),
        berubah: lama !== baru,
      },
    ]
  })
}
