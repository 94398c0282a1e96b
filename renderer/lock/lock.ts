import type { KeadaanLayarKunci } from '@meja/core/ipc/kunci-contract.ts'
import en from './locales/en.json'
import id from './locales/id.json'
import './kunci-bridge.ts'
import { buildHalaman, type Halaman } from './halaman.ts'
import './lock.css'

/**
 * The lock screen: no framework, no store, no request, nothing of anybody but initials (P1.21). It
 * greets in the morning too.
 */
const kalimat: Readonly<Record<'id' | 'en', typeof id>> = { id, en }

/** Where the province is. Named here too: this page may load nothing that the desk loads. */
const timeZone = 'Asia/Jakarta'

function fill(teks: string, nilai: Readonly<Record<string, string | number>>): string {
  return teks.replaceAll(/\{(\w+)\}/g, (_, nama: string) => String(nilai[nama] ?? ''))
}

function showClock({ jam, tanggal }: Halaman, bahasa: 'id' | 'en'): void {
  const kini = new Date()
  const lokal = bahasa === 'id' ? 'id-ID' : 'en-GB'
  jam.textContent = kini.toLocaleTimeString(lokal, { timeZone, hour: '2-digit', minute: '2-digit' })
  tanggal.textContent = kini.toLocaleDateString(lokal, { timeZone, dateStyle: 'full' })
}

function applyTema(tema: KeadaanLayarKunci['preferensi']['tema']): void {
  const gelapSistem = globalThis.matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const gelap = tema === 'gelap' || (tema === 'sistem' && gelapSistem.matches)
    document.documentElement.classList.toggle('gelap', gelap)
  }
  gelapSistem.addEventListener('change', apply)
  apply()
}

function showTanpaPin(halaman: Halaman, teks: typeof id, sebab: 'habis' | 'sesiBerakhir'): void {
  halaman.formulir.hidden = true
  halaman.pesan.textContent = teks[sebab]
  halaman.lupa.textContent = teks.masukPenuh
  halaman.lupa.classList.add('utama')
  halaman.lupa.focus()
}

async function open(halaman: Halaman, teks: typeof id): Promise<void> {
  const pin = halaman.pin.value
  halaman.pin.value = ''
  halaman.buka.disabled = true
  halaman.pesan.textContent = teks.membuka
  const jawaban = await window.kunci.bukaDenganPin(pin).catch(() => null)
  halaman.buka.disabled = false
  if (jawaban === null || !jawaban.ok) {
    halaman.pesan.textContent = jawaban?.code === 'permintaan_tidak_sah' ? '' : teks.gagal
  } else if (jawaban.value.sebab === 'pin_habis') {
    return showTanpaPin(halaman, teks, 'habis')
  } else if (jawaban.value.sebab === 'sesi_berakhir') {
    return showTanpaPin(halaman, teks, 'sesiBerakhir')
  } else if (jawaban.value.sebab !== null) {
    halaman.pesan.textContent = fill(teks.sisa, { sisa: jawaban.value.sisa })
  }
  halaman.pin.focus()
}

/** What is still here must go back before anybody can say that nothing is (P30.2b). */
function showAsli(halaman: Halaman, teks: typeof id, jumlah: number): void {
  halaman.asliDiMeja.hidden = jumlah === 0
  halaman.labelAsli.hidden = jumlah > 0
  halaman.asliDiMeja.textContent = jumlah === 0 ? '' : fill(teks.asliDiMeja, { jumlah })
}

function watchPeriksa(halaman: Halaman): void {
  const save = () => {
    const mejaBersih = halaman.periksaMeja.checked
    const asliDikembalikan = halaman.periksaAsli.checked
    if (mejaBersih && asliDikembalikan) {
      void window.kunci.savePeriksa({ mejaBersih, asliDikembalikan })
    }
  }
  halaman.periksaMeja.addEventListener('change', save)
  halaman.periksaAsli.addEventListener('change', save)
}

async function start(): Promise<void> {
  const jawaban = await window.kunci.getKeadaan()
  if (!jawaban.ok) return
  const { inisial, sisaPercobaan, sesiBerakhir, dikunciJauh, belumTerkirim, preferensi } =
    jawaban.value
  const { asliDiMeja } = jawaban.value
  const teks = kalimat[preferensi.bahasa]
  document.documentElement.lang = preferensi.bahasa
  applyTema(preferensi.tema)
  const halaman = buildHalaman(teks)
  halaman.milik.textContent = inisial === '' ? '' : fill(teks.milik, { inisial })
  halaman.inisial.textContent = inisial
  halaman.belumTerkirim.textContent =
    belumTerkirim === 0 ? '' : fill(teks.belumTerkirim, { jumlah: belumTerkirim })
  showClock(halaman, preferensi.bahasa)
  setInterval(() => showClock(halaman, preferensi.bahasa), 1000)
  halaman.formulir.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!halaman.buka.disabled && halaman.pin.value !== '') void open(halaman, teks)
  })
  for (const tombol of [halaman.lupa, halaman.ganti]) {
    tombol.addEventListener('click', () => void window.kunci.masukPenuh())
  }
  showAsli(halaman, teks, asliDiMeja)
  watchPeriksa(halaman)
  if (sesiBerakhir) showTanpaPin(halaman, teks, 'sesiBerakhir')
  else if (sisaPercobaan === 0) showTanpaPin(halaman, teks, 'habis')
  else {
    if (dikunciJauh) halaman.pesan.textContent = teks.dikunciJauh
    if (sisaPercobaan < 5) halaman.pesan.textContent = fill(teks.sisa, { sisa: sisaPercobaan })
    halaman.pin.focus()
  }
  const daring = await window.kunci.isDaring().catch(() => null)
  const kata = daring?.ok === true && daring.value ? teks.daring : teks.luring
  halaman.koneksi.textContent = kata
}

await start()
