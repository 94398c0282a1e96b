import type { NilaiPenilaian } from '@meja/core/domain/keputusan.ts'
import type { Shortcut } from '../../app/shortcuts.ts'
import type { PerintahPindaian } from '../../ui/pindaian/perintah-pindaian.ts'

export type PerintahMeja = {
  judge(nilai: NilaiPenilaian): void
  press(): void
  startKembalikan(): void
  toggleAsli(): void
  moveAktif(langkah: 1 | -1): void
  moveKasus(arah: 1 | -1): void
  goBack(): void
  pindaian(): PerintahPindaian | null
}

const LANGKAH_GESER = 80

/** All keys of the desk, in the order in which `?` lists them. */
export function listTombolMeja(
  perintah: PerintahMeja,
  translate: (pesan: string) => string,
): Shortcut[] {
  const satu = (keys: string, pesan: string, run: () => void): Shortcut => ({
    keys: keys.split(' '),
    label: () => translate(`verifikasi.tombol.${pesan}`),
    run,
  })
  const pindaian = perintah.pindaian
  return [
    satu('Enter', 'sesuaiLanjut', () => perintah.press()),
    satu('Space', 'sesuaiBerikut', () => perintah.judge('sesuai')),
    satu('1', 'sesuai', () => perintah.judge('sesuai')),
    satu('2', 'tidakSesuai', () => perintah.judge('tidak_sesuai')),
    satu('3', 'tidakTerbaca', () => perintah.judge('tidak_terbaca')),
    satu('ArrowDown', 'isianBerikut', () => perintah.moveAktif(1)),
    satu('ArrowUp', 'isianSebelum', () => perintah.moveAktif(-1)),
    satu('O', 'asliDilihat', () => perintah.toggleAsli()),
    satu('R', 'kembalikan', () => perintah.startKembalikan()),
    satu('J', 'kasusBerikut', () => perintah.moveKasus(1)),
    satu('K', 'kasusSebelum', () => perintah.moveKasus(-1)),
    satu('PageDown', 'halamanBerikut', () => pindaian()?.nextPage()),
    satu('PageUp', 'halamanSebelum', () => pindaian()?.prevPage()),
    satu('D', 'dokumenBerikut', () => pindaian()?.nextDokumen()),
    satu('+ =', 'perbesar', () => pindaian()?.zoomIn()),
    satu('-', 'perkecil', () => pindaian()?.zoomOut()),
    satu('W', 'selebar', () => pindaian()?.fitWidth()),
    satu('F', 'sehalaman', () => pindaian()?.fitPage()),
    satu('0', 'ukuranAsli', () => pindaian()?.actualSize()),
    satu('[', 'putarKiri', () => pindaian()?.rotateLeft()),
    satu(']', 'putarKanan', () => pindaian()?.rotateRight()),
    satu('Shift+ArrowLeft', 'geserKiri', () => pindaian()?.pan(-LANGKAH_GESER, 0)),
    satu('Shift+ArrowRight', 'geserKanan', () => pindaian()?.pan(LANGKAH_GESER, 0)),
    satu('Shift+ArrowUp', 'geserAtas', () => pindaian()?.pan(0, -LANGKAH_GESER)),
    satu('Shift+ArrowDown', 'geserBawah', () => pindaian()?.pan(0, LANGKAH_GESER)),
    {
      ...satu('Z', 'kaca', () => pindaian()?.holdKaca(true)),
      release: () => pindaian()?.holdKaca(false),
    },
    satu('T', 'gambarKecil', () => pindaian()?.toggleKecil()),
    satu('B', 'berdampingan', () => pindaian()?.toggleBerdampingan()),
    satu('G', 'gantiSisi', () => pindaian()?.switchSisi()),
    satu('L', 'layarPenuh', () => pindaian()?.togglePenuh()),
    satu('M', 'jendelaKedua', () => pindaian()?.toggleJendela()),
    satu(',', 'lebihGelap', () => pindaian()?.addTerang(-1)),
    satu('.', 'lebihTerang', () => pindaian()?.addTerang(1)),
    satu('4', 'kontrasKurang', () => pindaian()?.addKontras(-1)),
    satu('5', 'kontrasTambah', () => pindaian()?.addKontras(1)),
    satu('6', 'tanpaCap', () => pindaian()?.toggleTanpaCap()),
    satu('7', 'hitamPutih', () => pindaian()?.toggleHitamPutih()),
    satu('8', 'balikWarna', () => pindaian()?.toggleBalik()),
    satu('9', 'tanpaSaringan', () => pindaian()?.resetSaringan()),
    { ...satu('Escape', 'kembali', () => perintah.goBack()), inInput: true },
  ]
}
