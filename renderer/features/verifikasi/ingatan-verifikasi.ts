import { watch } from 'vue'
import { z } from 'zod'
import { Sha256 } from '@meja/core/api/resi.ts'
import { KodeAlasan, Penilaian, PernyataanAsli, Pin } from '@meja/core/api/verifikasi.ts'
import { addIngatan } from '../../app/ingatan.ts'
import { useDrafStore } from './draf-store.ts'
import { useMejaStore } from './meja-store.ts'

const PenilaianDraf = z.object({
  nilai: Penilaian.shape.nilai,
  alasan: KodeAlasan.nullable(),
  catatan: z.string(),
  pin: Pin.nullable(),
})

const Draf = z.object({
  usulanId: z.uuid(),
  versi: z.object({ usulan: z.int(), riwayat: z.int().nullable() }),
  penilaian: z.record(z.string(), PenilaianDraf),
  asli: z.object({ metode: PernyataanAsli.shape.metode.nullable(), tempat: z.string() }),
  bukti: z.record(z.string(), z.object({ sha256: Sha256, halaman: z.array(z.int()) })),
})

const IngatanVerifikasi = z.object({
  draf: z.array(Draf),
  tempatTerakhir: z.string(),
  tempatDipakai: z.array(z.string()),
  meja: z.object({
    usulanId: z.string().nullable(),
    mode: z.enum(['periksa', 'kembalikan']),
    kunciAktif: z.string().nullable(),
  }),
})

/** Judgements, and how the case lay, survive the lock: sealed by main, put back into a fresh page. */
export function rememberVerifikasi(): void {
  const draf = useDrafStore()
  const meja = useMejaStore()

  addIngatan({
    nama: 'verifikasi',
    schema: IngatanVerifikasi,
    take: () => ({
      draf: [...draf.draf.values()].map((satu) => structuredClone(satu)),
      tempatTerakhir: draf.tempatTerakhir,
      tempatDipakai: [...draf.tempatDipakai],
      meja: { usulanId: meja.aktifId, mode: meja.mode, kunciAktif: meja.kunciAktif },
    }),
    putBack: (isi) => {
      for (const satu of isi.draf) draf.draf.set(satu.usulanId, satu)
      draf.tempatTerakhir = isi.tempatTerakhir
      draf.tempatDipakai = isi.tempatDipakai
      const stop = watch(
        () => meja.kasus?.id,
        (id) => {
          if (id === undefined) return
          stop()
          // Another case was opened first: how that one lies is its own.
          if (id !== isi.meja.usulanId) return
          meja.mode = isi.meja.mode
          meja.kunciAktif = isi.meja.kunciAktif
        },
      )
    },
  })
}
