import { computed, reactive, ref, watch } from 'vue'
import { deleteDraf } from '@meja/core/api/draf.ts'
import type { BodyOf, ResponseOf } from '@meja/core/api/endpoint.ts'
import type { ErrorCode } from '@meja/core/api/errors.ts'
import { postUsulan } from '@meja/core/api/usulan.ts'
import { getDeskripsi } from '@meja/core/domain/jenis-riwayat.ts'
import { readTemuan, type TemuanUsulan } from '@meja/core/domain/temuan-usulan.ts'
import { ApiError } from '../../app/api-error.ts'
import { callEndpoint } from '../../app/api.ts'
import type { AwalForm } from './awal-form.ts'
import { checkIsi, cleanIsi, type SalahIsian } from './periksa-isian.ts'
import { useUnggahan } from './unggahan.ts'
import { useDraf } from './use-draf.ts'

const alasanTerpendek = 3

/** Everything that a form of a proposal knows; the screen only shows it. */
export function useFormUsulan(awal: AwalForm) {
  const deskripsi = getDeskripsi(awal.jenis)
  const isi = reactive({ ...awal.isi })
  const alasan = ref(awal.alasan)
  const pernyataan = ref(false)
  const unggahan = useUnggahan(awal.pegawaiId)
  unggahan.attach(awal.dokumen)

  /** Fields that were left, or all once the form was sent: before that an empty field is no mistake. */
  const disentuh = reactive(new Set<string>())
  const dicoba = ref(false)
  const mengirim = ref(false)
  const galat = ref<{ kode: ErrorCode; idPermintaan: string | null } | null>(null)
  const ditolak = reactive(new Set<string>())
  /** Rules that the record holds against it. */
  const temuan = ref<TemuanUsulan[]>([])

  // What ends keeps its values: only the day on which it ended is asked; what is withdrawn leaves none.
  const isian = computed(() => {
    if (awal.aksi === 'cabut') return []
    if (awal.aksi === 'tambah' || awal.aksi === 'koreksi') return [...deskripsi.isian]
    return deskripsi.isian
      .filter(({ kunci }) => kunci === deskripsi.selesai)
      .map((satu) => ({ ...satu, wajib: true }))
  })
  const semuaSalah = computed(() => {
    const salah = awal.aksi === 'cabut' ? new Map<string, SalahIsian>() : checkIsi(awal.jenis, isi)
    for (const { kunci, wajib } of isian.value) {
      if (wajib && !isi[kunci]?.trim()) salah.set(kunci, { kunci: 'wajib' })
      if (ditolak.has(kunci) && !salah.has(kunci)) {
        salah.set(kunci, { kunci: temuan.value.length > 0 ? 'bertentangan' : 'bentuk' })
      }
    }
    return salah
  })
  const getSalah = (kunci: string): SalahIsian | null =>
    dicoba.value || disentuh.has(kunci) ? (semuaSalah.value.get(kunci) ?? null) : null

  const perluAlasan = awal.aksi !== 'tambah'
  const perluBukti = deskripsi.wajibBukti
  const kurang = computed(() => ({
    isian: [...semuaSalah.value.keys()],
    alasan: perluAlasan && alasan.value.trim().length < alasanTerpendek,
    bukti: perluBukti && unggahan.dokumen.value.length === 0,
    pernyataan: !pernyataan.value,
    sama:
      awal.aksi === 'koreksi' &&
      awal.sebelum !== null &&
      deskripsi.isian.every(
        ({ kunci }) => (cleanIsi(isi)[kunci] ?? null) === (awal.sebelum?.[kunci] ?? null),
      ),
  }))
  const siap = computed(
    () =>
      kurang.value.isian.length === 0 &&
      !kurang.value.alasan &&
      !kurang.value.bukti &&
      !kurang.value.pernyataan &&
      !kurang.value.sama &&
      !unggahan.sibuk.value,
  )

  const getIsiBersama = () => ({
    pegawaiId: awal.pegawaiId,
    jenis: awal.jenis,
    aksi: awal.aksi,
    riwayatId: awal.riwayatId,
    sesudah: awal.aksi === 'cabut' ? {} : cleanIsi(isi),
    dokumenIds: unggahan.dokumen.value.map(({ id }) => id),
  })
  // What is confidential is read with a logged purpose; a draft would be a second place without one (P10.2c).
  const draf = deskripsi.rahasia
    ? null
    : useDraf(() => ({
        ...getIsiBersama(),
        id: awal.drafId,
        memperbaiki: awal.memperbaiki,
        alasan: alasan.value,
      }))

  // The same content under the same id is one proposal, however often it is sent.
  let transactionId = crypto.randomUUID()
  watch([isi, alasan, unggahan.semua], () => {
    transactionId = crypto.randomUUID()
    ditolak.clear()
    temuan.value = []
  })

  function explain(error: unknown): void {
    const satu = error instanceof ApiError ? error : new ApiError('kesalahan_aplikasi')
    galat.value = { kode: satu.kode, idPermintaan: satu.idPermintaan }
    temuan.value = readTemuan(satu.rincian)
    for (const nama of temuan.value.flatMap((salah) => salah.kunci)) ditolak.add(nama)
    const kunci: unknown = satu.rincian['kunci']
    if (Array.isArray(kunci)) for (const nama of kunci) ditolak.add(String(nama))
  }

  /** The proposal's id once it is stored; null while something stands between. */
  async function send(): Promise<string | null> {
    dicoba.value = true
    if (!siap.value || mengirim.value) return null
    mengirim.value = true
    galat.value = null
    try {
      const body: BodyOf<typeof postUsulan> = {
        ...getIsiBersama(),
        transactionId,
        pernyataanBenar: true,
        ...(perluAlasan && { alasan: alasan.value.trim() }),
        ...(awal.memperbaiki !== null && { memperbaiki: awal.memperbaiki }),
      }
      const usulan: ResponseOf<typeof postUsulan> = await callEndpoint(postUsulan, { body })
      if (draf !== null) {
        await draf.stop()
        // A draft that stays behind is a nuisance, not a loss.
        await callEndpoint(deleteDraf, { params: { drafId: awal.drafId } }).catch(() => {})
      }
      return usulan.id
    } catch (error) {
      explain(error)
      return null
    } finally {
      mengirim.value = false
    }
  }

  return {
    deskripsi,
    isian,
    isi,
    alasan,
    pernyataan,
    unggahan,
    draf,
    dicoba,
    mengirim,
    galat,
    temuan,
    kurang,
    perluAlasan,
    perluBukti,
    getSalah,
    touch: (kunci: string) => disentuh.add(kunci),
    send,
  }
}
