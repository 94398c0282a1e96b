import { describe, expect, it, vi } from 'vitest'
import { batasUkuranBerkas } from '@meja/core/api/dokumen.ts'
import type { DokumenKasus } from '@meja/core/api/verifikasi.ts'
import { ApiError } from '../../../../renderer/app/api-error.ts'
import type { uploadBerkas } from '../../../../renderer/app/api.ts'
import { useUnggahan } from '../../../../renderer/features/usulan/unggahan.ts'

const tersimpan: DokumenKasus = {
  id: '00000000-0000-4000-8000-000000000001',
  jenis: 'IJAZAH',
  namaBerkas: 'ijazah.pdf',
  tipeMedia: 'application/pdf',
  ukuran: 3,
  sha256: 'a'.repeat(64),
  halaman: 1,
  kembar: 0,
  versi: 1,
  menggantikan: null,
  digantikanOleh: null,
  mutu: null,
}
const berkas = new File(['abc'], 'ijazah.pdf')

describe('an upload', () => {
  it('tells how far it is, and then that it is stored', async () => {
    const selesai = Promise.withResolvers<DokumenKasus>()
    const kirim = vi.fn<typeof uploadBerkas>((_, __, { onProgress }) => {
      onProgress(0.5)
      return selesai.promise
    })
    const unggahan = useUnggahan('p', kirim)
    unggahan.add([berkas], 'IJAZAH')
    expect(unggahan.semua[0]).toMatchObject({ maju: 0.5, dokumen: null })
    expect(unggahan.sibuk.value).toBe(true)
    selesai.resolve(tersimpan)
    await vi.waitFor(() => expect(unggahan.dokumen.value).toEqual([tersimpan]))
    expect(unggahan.sibuk.value).toBe(false)
  })

  it('that was cancelled is no failure, and can be tried again', async () => {
    const kirim = vi.fn<typeof uploadBerkas>(
      (_, __, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new ApiError('kesalahan_aplikasi')))
        }),
    )
    const unggahan = useUnggahan('p', kirim)
    unggahan.add([berkas], 'IJAZAH')
    const kunci = unggahan.semua[0]?.kunci ?? ''
    unggahan.cancel(kunci)
    await vi.waitFor(() => expect(unggahan.semua[0]?.maju).toBeNull())
    expect(unggahan.semua[0]).toMatchObject({ galat: null, dokumen: null })
    kirim.mockResolvedValueOnce(tersimpan)
    unggahan.retry(kunci)
    await vi.waitFor(() => expect(unggahan.dokumen.value).toHaveLength(1))
  })

  it('that failed says why and keeps its file', async () => {
    const kirim = vi.fn<typeof uploadBerkas>().mockRejectedValueOnce(new ApiError('luring'))
    const unggahan = useUnggahan('p', kirim)
    unggahan.add([berkas], 'IJAZAH')
    await vi.waitFor(() => expect(unggahan.semua[0]?.galat).toBe('luring'))
    kirim.mockResolvedValueOnce(tersimpan)
    unggahan.retry(unggahan.semua[0]?.kunci ?? '')
    await vi.waitFor(() => expect(unggahan.semua[0]?.galat).toBeNull())
    expect(kirim).toHaveBeenCalledTimes(2)
  })

  it('that the server would refuse for its size is not sent at all', () => {
    const kirim = vi.fn<typeof uploadBerkas>()
    const besar = new File(['x'], 'video.mp4')
    Object.defineProperty(besar, 'size', { value: batasUkuranBerkas + 1 })
    const unggahan = useUnggahan('p', kirim)
    unggahan.add([besar], 'IJAZAH')
    expect(unggahan.semua[0]?.galat).toBe('berkas_terlalu_besar')
    expect(kirim).not.toHaveBeenCalled()
  })

  it('that was removed leaves nothing behind', async () => {
    const kirim = vi.fn<typeof uploadBerkas>().mockResolvedValue(tersimpan)
    const unggahan = useUnggahan('p', kirim)
    unggahan.attach([tersimpan])
    unggahan.remove(tersimpan.id)
    expect(unggahan.dokumen.value).toEqual([])
  })
})
