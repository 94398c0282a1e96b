import { computed, ref, watch } from 'vue'
import { defineStore } from 'pinia'
import type { NilaiPenilaian } from '@meja/core/domain/keputusan.ts'
import { isGiliran, type HasilKeputusan } from '@meja/core/domain/status-usulan.ts'
import type { Kasus, Keputusan, RingkasUsulan } from '@meja/core/api/verifikasi.ts'
import { useSessionStore } from '../../app/session-store.ts'
import { runAfterPaint } from './after-paint.ts'
import { listBarisIsian } from './baris-isian.ts'
import { holdBaca } from '../../ui/pindaian/pembaca/jeda-baca.ts'
import type { Sorot } from '../../ui/pindaian/sorot.ts'
import { useAntreanStore } from './antrean-store.ts'
import { useAsliStore } from './asli-store.ts'
import { isMelawanBacaan } from './bacaan.ts'
import { useBacaanStore } from './bacaan-store.ts'
import { buildKeputusan, listKunciGagal } from './draf.ts'
import { useDrafStore } from './draf-store.ts'
import { useKasusStore } from './kasus-store.ts'
import { useKotakKeluarStore } from './kotak-keluar-store.ts'
import { listPesanHambatan, type PesanHambatan } from './pesan-hambatan.ts'

const KASUS_DISIAPKAN = 2
const ANTREAN_HAMPIR_HABIS = 5
/** A case without a scan, or with one that cannot be shown, keeps the next ones waiting no longer. */
const LUKIS_PALING_LAMA = 800

/** The case on the desk, what is said of it so far, and what comes after it. */
export const useMejaStore = defineStore('verifikasi-meja', () => {
  const session = useSessionStore()
  const antrean = useAntreanStore()
  const kasusStore = useKasusStore()
  const bacaanStore = useBacaanStore()
  const drafStore = useDrafStore()
  const kotakKeluar = useKotakKeluarStore()
  const asli = useAsliStore()

  const aktifId = ref<string | null>(null)
  const mode = ref<'periksa' | 'kembalikan'>('periksa')
  /** The field whose judgement the keys 1, 2 and 3 give. */
  const kunciAktif = ref<string | null>(null)
  /** The field for which a spot is about to be marked on the scan. */
  const pinUntuk = ref<string | null>(null)
  /** A judgement against the reading; the same key once more gives it. */
  const penegasan = ref<{ readonly kunci: string; readonly nilai: NilaiPenilaian } | null>(null)
  let akhiriTunggu: () => void = () => {}
  /** Earlier judgements were put aside because the case changed. */
  const drafUsang = ref(false)
  /** The judgements on the desk come from a decision that the server refused. */
  const drafDiulang = ref(false)

  const kasus = computed(() => (aktifId.value ? kasusStore.findKasus(aktifId.value) : null))
  const galat = computed(() =>
    aktifId.value ? (kasusStore.galat.get(aktifId.value) ?? null) : null,
  )
  const draf = computed(() => (aktifId.value ? drafStore.findDraf(aktifId.value) : null))
  const bacaan = computed(() =>
    aktifId.value ? (bacaanStore.bacaan.get(aktifId.value) ?? null) : null,
  )
  /** Where the active field's value stands on the scan. */
  const sorot = computed((): Sorot | null => {
    const satu = bacaan.value?.get(kunciAktif.value ?? '')
    if (satu === undefined || satu.tempat.length === 0) return null
    return { dokumenId: satu.dokumenId, makna: satu.status, tempat: satu.tempat }
  })
  const baris = computed(() => (kasus.value ? listBarisIsian(kasus.value) : []))
  const kunciGagal = computed(() =>
    kasus.value && draf.value ? listKunciGagal(kasus.value, draf.value) : [],
  )
  /** False when the case is settled or is another login's turn: then it is only looked at. */
  const dapatDiputuskan = computed(() => {
    const saya = session.saya
    const satu = kasus.value
    return saya !== null && satu !== null && isGiliran(saya.peran, satu.jenis, satu.status)
  })
  const kurangSesuai = computed(() => listKurang('sesuai'))
  const kurangKembali = computed(() => listKurang('dikembalikan'))

  function listKurang(hasil: HasilKeputusan): PesanHambatan[] {
    return kasus.value && draf.value ? listPesanHambatan(kasus.value, draf.value, hasil) : []
  }

  /** Refused and not yet looked at: their way on is the tray, not the next key. */
  function isDitolak({ id, versi }: RingkasUsulan): boolean {
    return kotakKeluar.ditolak.some(
      ({ keputusan }) =>
        keputusan.usulanId === id &&
        keputusan.versiDilihat.usulan === versi &&
        id !== aktifId.value,
    )
  }

  function listUrutan(): string[] {
    return antrean.terlihat.filter((satu) => !isDitolak(satu)).map(({ id }) => id)
  }

  /** The neighbour in the list from which the person works; round the end to the oldest left. */
  function findTetangga(arah: 1 | -1): string | null {
    const urutan = listUrutan()
    const tempat = urutan.indexOf(aktifId.value ?? '')
    if (tempat === -1) return urutan[0] ?? null
    const tetangga = urutan[tempat + arah] ?? (arah === 1 ? urutan[0] : undefined)
    return tetangga === aktifId.value ? null : (tetangga ?? null)
  }

  function listBerikut(): string[] {
    const urutan = listUrutan()
    const tempat = urutan.indexOf(aktifId.value ?? '')
    return [...urutan.slice(tempat + 1), ...urutan.slice(0, Math.max(0, tempat))].slice(
      0,
      KASUS_DISIAPKAN,
    )
  }

  /** Lays a case on the desk: at once when it is in memory, else as soon as it is read. */
  function open(usulanId: string | null): void {
    holdBaca()
    mode.value = 'periksa'
    pinUntuk.value = null
    drafUsang.value = false
    drafDiulang.value = false
    kunciAktif.value = null
    aktifId.value = usulanId
    if (usulanId === null) return
    const dilukis = waitDilukis()
    void kasusStore
      .openKasus(usulanId)
      .then(() => dilukis)
      .then(() => runAfterPaint(() => void prepareNext()))
  }

  /** A page of the case on the desk can be seen. */
  function noteDilukis(): void {
    akhiriTunggu()
  }

  /** The eye first: what comes next shares workers and cores with what is being painted. */
  function waitDilukis(): Promise<void> {
    const janji = Promise.withResolvers<void>()
    akhiriTunggu = () => janji.resolve()
    setTimeout(akhiriTunggu, LUKIS_PALING_LAMA)
    return janji.promise
  }

  // Before anything is painted: what is seen first must find a draft that takes it down.
  watch(kasus, layOut, { flush: 'sync' })

  function layOut(satu: Kasus | null): void {
    if (satu === null) return
    if (drafStore.openDraf(satu).usang) drafUsang.value = true
    kunciAktif.value ??= baris.value[0]?.kunci ?? null
  }

  async function prepareNext(): Promise<void> {
    const berikut = listBerikut()
    const sebelum = findTetangga(-1)
    const dipakai = [aktifId.value, sebelum, ...berikut].filter((satu) => satu !== null)
    kasusStore.keepOnly(dipakai)
    bacaanStore.keepOnly(dipakai)
    await kasusStore.prefetchKasus(berikut)
    await readBerurutan([aktifId.value, ...berikut])
    // Near the end of what was read there may be more by now.
    if (antrean.terlihat.length < ANTREAN_HAMPIR_HABIS) await antrean.loadAntrean()
  }

  /** The case on the desk first, then the next ones; each reading takes a core for a second or two. */
  async function readBerurutan(usulanIds: readonly (string | null)[]): Promise<void> {
    for (const id of usulanIds) {
      const satu = id === null ? null : kasusStore.findKasus(id)
      if (satu !== null) await bacaanStore.readKasus(satu)
    }
  }

  /** Takes the decision if nothing is missing, and lays the next case out in the same breath. */
  function decide(hasil: HasilKeputusan): { hambatan: PesanHambatan[] } {
    const satu = kasus.value
    const isi = draf.value
    if (satu === null || isi === null || !dapatDiputuskan.value) return { hambatan: [] }
    const hambatan = listKurang(hasil)
    if (hambatan.length > 0) return { hambatan }
    const keputusan = buildKeputusan(satu, isi, hasil, {
      transactionId: crypto.randomUUID(),
      pada: new Date(),
    })
    const berikut = findTetangga(1)
    if (isi.asli.metode !== null) drafStore.rememberTempat(isi.asli.tempat)
    kotakKeluar.addKeputusan(satu, keputusan)
    runAfterPaint(() => asli.addKeputusan(satu, keputusan))
    drafStore.forget(satu.id)
    open(berikut)
    kasusStore.forget(satu.id)
    return { hambatan: [] }
  }

  /** Reads a refused case anew: what was in memory is what the server refused. */
  function reopen(usulanId: string): void {
    kasusStore.forget(usulanId)
    open(usulanId)
  }

  /** The same, with what was thought of it laid out: decided is only after looking once more. */
  function reapply(keputusan: Keputusan): void {
    drafStore.prepareUlang(keputusan)
    reopen(keputusan.usulanId)
    drafDiulang.value = true
  }

  function moveAktif(langkah: 1 | -1): void {
    const semua = baris.value.map(({ kunci }) => kunci)
    const tempat = semua.indexOf(kunciAktif.value ?? '')
    const tujuan = Math.min(semua.length - 1, Math.max(0, tempat + langkah))
    kunciAktif.value = semua[tujuan] ?? null
  }

  // Whoever moved on has thought better of it.
  watch(kunciAktif, () => (penegasan.value = null), { flush: 'sync' })

  /** False when this judgement goes against the scan and has not been given twice. */
  function confirmNilai(kunci: string, nilai: NilaiPenilaian): boolean {
    const sudah = draf.value?.penilaian[kunci]?.nilai === nilai
    const ditegaskan = penegasan.value?.kunci === kunci && penegasan.value.nilai === nilai
    if (sudah || ditegaskan || !isMelawanBacaan(bacaan.value?.get(kunci), nilai)) {
      penegasan.value = null
      return true
    }
    kunciAktif.value = kunci
    penegasan.value = { kunci, nilai }
    return false
  }

  function clear(): void {
    open(null)
  }

  return {
    aktifId,
    bacaan,
    baris,
    clear,
    confirmNilai,
    dapatDiputuskan,
    decide,
    draf,
    drafDiulang,
    drafUsang,
    findTetangga,
    galat,
    kasus,
    kunciAktif,
    kunciGagal,
    kurangKembali,
    kurangSesuai,
    mode,
    moveAktif,
    noteDilukis,
    open,
    penegasan,
    pinUntuk,
    reapply,
    reopen,
    sorot,
  }
})
