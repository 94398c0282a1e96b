import { computed, reactive, type ComputedRef } from 'vue'
import { batasUkuranBerkas } from '@meja/core/api/dokumen.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import type { DokumenKasus } from '@meja/core/api/verifikasi.ts'
import { ApiError } from '../../app/api-error.ts'
import { uploadBerkas, type KirimBerkas } from '../../app/api.ts'

/** One proof on its way, arrived, or stopped; what stopped it can be tried again. */
export type Unggahan = {
  readonly kunci: string
  jenis: string
  readonly nama: string
  readonly ukuran: number
  /** Share of the bytes that are gone; null when nothing is under way. */
  maju: number | null
  galat: ErrorCode | null
  dokumen: DokumenKasus | null
}

export type DaftarUnggahan = {
  readonly semua: Unggahan[]
  readonly dokumen: ComputedRef<DokumenKasus[]>
  readonly sibuk: ComputedRef<boolean>
  add(berkas: readonly File[], jenis: string): void
  attach(dokumen: readonly DokumenKasus[]): void
  retry(kunci: string): void
  cancel(kunci: string): void
  remove(kunci: string): void
}

/** The proofs of one form. A cancelled or failed upload keeps its file, so that trying again is one tap. */
export function useUnggahan(pegawaiId: string, kirim: KirimBerkas = uploadBerkas): DaftarUnggahan {
  const semua = reactive<Unggahan[]>([])
  const asal = new Map<string, { berkas: File; batal: AbortController }>()

  async function send(satu: Unggahan): Promise<void> {
    const sumber = asal.get(satu.kunci)
    if (sumber === undefined) return
    sumber.batal = new AbortController()
    const { signal } = sumber.batal
    satu.galat = null
    // The server says the same, after minutes on a slow line.
    if (sumber.berkas.size > batasUkuranBerkas) {
      satu.galat = 'berkas_terlalu_besar'
      return
    }
    satu.maju = 0
    try {
      satu.dokumen = await kirim(
        { pegawaiId, jenis: satu.jenis, namaBerkas: satu.nama },
        sumber.berkas,
        {
          signal,
          onProgress: (maju) => {
            satu.maju = maju
          },
        },
      )
      asal.delete(satu.kunci)
    } catch (error) {
      if (!signal.aborted) {
        satu.galat = error instanceof ApiError ? error.kode : 'kesalahan_aplikasi'
      }
    } finally {
      satu.maju = null
    }
  }

  const find = (kunci: string) => semua.find((satu) => satu.kunci === kunci)

  return {
    semua,
    dokumen: computed(() => semua.flatMap(({ dokumen }) => dokumen ?? [])),
    sibuk: computed(() => semua.some(({ maju }) => maju !== null)),
    add(berkas, jenis) {
      for (const satu of berkas) {
        const kunci = crypto.randomUUID()
        asal.set(kunci, { berkas: satu, batal: new AbortController() })
        semua.push({
          kunci,
          jenis,
          nama: satu.name.slice(-200) || 'foto.jpg',
          ukuran: satu.size,
          maju: null,
          galat: null,
          dokumen: null,
        })
        const baru = find(kunci)
        if (baru !== undefined) void send(baru)
      }
    },
    attach(dokumen) {
      for (const satu of dokumen) {
        semua.push({
          kunci: satu.id,
          jenis: satu.jenis,
          nama: satu.namaBerkas,
          ukuran: satu.ukuran,
          maju: null,
          galat: null,
          dokumen: satu,
        })
      }
    },
    retry(kunci) {
      const satu = find(kunci)
      if (satu !== undefined) void send(satu)
    },
    cancel: (kunci) => asal.get(kunci)?.batal.abort(),
    remove(kunci) {
      asal.get(kunci)?.batal.abort()
      asal.delete(kunci)
      const letak = semua.findIndex((satu) => satu.kunci === kunci)
      if (letak >= 0) semua.splice(letak, 1)
    },
  }
}
