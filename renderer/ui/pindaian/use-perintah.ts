import type { Ref } from 'vue'
import type PanggungHalaman from './PanggungHalaman.vue'
import type { PerintahPindaian } from './perintah-pindaian.ts'
import { addKontras, addTerang, saringanPolos, type Saringan } from './saringan.ts'
import { turn } from './tampilan-dokumen.ts'
import type { useBidang } from './use-bidang.ts'

const faktorZoom = 1.25

/** What keys and buttons do to the document in front. */
export function usePerintah({
  susunan,
  panggung,
  kecil,
  penuh,
  kaca,
  toggleJendela,
}: {
  susunan: ReturnType<typeof useBidang>
  panggung: Readonly<Ref<InstanceType<typeof PanggungHalaman> | undefined>>
  kecil: Ref<boolean>
  penuh: Ref<boolean>
  kaca: Ref<boolean>
  toggleJendela: () => void
}) {
  const { aktif } = susunan

  function zoomBy(arah: 1 | -1): void {
    void panggung.value?.zoomBy(arah === 1 ? faktorZoom : 1 / faktorZoom)
  }

  function setZoom(zoom: 'lebar' | 'halaman' | number): void {
    if (aktif.value) aktif.value.tampilan.zoom = zoom
  }

  function rotate(arah: 90 | -90): void {
    if (aktif.value) turn(aktif.value.tampilan, arah)
  }

  function changeSaringan(change: (lama: Saringan) => Saringan): void {
    if (aktif.value) aktif.value.tampilan.saringan = change(aktif.value.tampilan.saringan)
  }

  const perintah: PerintahPindaian = {
    nextPage: () => susunan.pindah(1),
    prevPage: () => susunan.pindah(-1),
    nextDokumen: () => susunan.nextDokumen(),
    zoomIn: () => zoomBy(1),
    zoomOut: () => zoomBy(-1),
    fitWidth: () => setZoom('lebar'),
    fitPage: () => setZoom('halaman'),
    actualSize: () => setZoom(1),
    rotateLeft: () => rotate(-90),
    rotateRight: () => rotate(90),
    pan: (dx, dy) => panggung.value?.pan(dx, dy),
    toggleKecil() {
      kecil.value = !kecil.value
    },
    toggleBerdampingan: () => susunan.toggleBerdampingan(),
    switchSisi: () => susunan.switchSisi(),
    togglePenuh() {
      penuh.value = !penuh.value
    },
    toggleJendela,
    holdKaca(tahan) {
      kaca.value = tahan
    },
    addTerang: (langkah) => changeSaringan((lama) => addTerang(lama, langkah)),
    addKontras: (langkah) => changeSaringan((lama) => addKontras(lama, langkah)),
    toggleTanpaCap: () => changeSaringan((lama) => ({ ...lama, tanpaCap: !lama.tanpaCap })),
    toggleHitamPutih: () => changeSaringan((lama) => ({ ...lama, hitamPutih: !lama.hitamPutih })),
    toggleBalik: () => changeSaringan((lama) => ({ ...lama, balik: !lama.balik })),
    resetSaringan: () => changeSaringan(() => saringanPolos),
  }
  return { perintah, changeSaringan, rotate, setZoom, zoomBy }
}
