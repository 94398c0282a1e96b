import type id from './locales/id.json'

export type Halaman = {
  readonly jam: HTMLElement
  readonly tanggal: HTMLElement
  readonly inisial: HTMLElement
  readonly milik: HTMLElement
  readonly formulir: HTMLFormElement
  readonly pin: HTMLInputElement
  readonly buka: HTMLButtonElement
  readonly pesan: HTMLElement
  readonly lupa: HTMLButtonElement
  readonly ganti: HTMLButtonElement
  readonly belumTerkirim: HTMLElement
  readonly koneksi: HTMLElement
  readonly periksaMeja: HTMLInputElement
  readonly periksaAsli: HTMLInputElement
  readonly labelAsli: HTMLElement
  readonly asliDiMeja: HTMLElement
}

type Sifat = { class?: string; testid?: string; teks?: string }

function make<K extends keyof HTMLElementTagNameMap>(
  nama: K,
  { class: kelas, testid, teks }: Sifat,
  ...isi: Node[]
): HTMLElementTagNameMap[K] {
  const elemen = document.createElement(nama)
  if (kelas !== undefined) elemen.className = kelas
  if (testid !== undefined) elemen.dataset['testid'] = testid
  if (teks !== undefined) elemen.textContent = teks
  elemen.append(...isi)
  return elemen
}

function makeCheck(teks: string, testid: string): [HTMLElement, HTMLInputElement] {
  const kotak = make('input', { testid })
  kotak.type = 'checkbox'
  return [make('label', { class: 'periksa' }, kotak, make('span', { teks })), kotak]
}

function makePin(teks: typeof id): HTMLInputElement {
  const pin = make('input', { class: 'pin', testid: 'kunci-pin' })
  pin.type = 'password'
  pin.inputMode = 'numeric'
  pin.autocomplete = 'off'
  pin.maxLength = 12
  pin.placeholder = teks.pin
  pin.ariaLabel = teks.pin
  return pin
}

/** The whole page, in the order in which it is read. */
export function buildHalaman(teks: typeof id): Halaman {
  const jam = make('p', { class: 'jam' })
  const tanggal = make('p', { class: 'tanggal' })
  const inisial = make('span', { class: 'inisial', testid: 'kunci-inisial' })
  inisial.ariaHidden = 'true'
  const milik = make('p', { class: 'milik' })
  const pin = makePin(teks)
  const buka = make('button', { class: 'utama', testid: 'kunci-buka', teks: teks.buka })
  const formulir = make('form', { class: 'formulir' }, pin, buka)
  const pesan = make('p', { class: 'pesan', testid: 'kunci-pesan' })
  pesan.role = 'status'
  const lupa = make('button', { class: 'tautan', testid: 'kunci-lupa', teks: teks.lupa })
  const ganti = make('button', { class: 'tautan', testid: 'kunci-ganti', teks: teks.ganti })
  lupa.type = 'button'
  ganti.type = 'button'
  const belumTerkirim = make('p', { class: 'kecil', testid: 'kunci-belum-terkirim' })
  const koneksi = make('p', { class: 'kecil', testid: 'kunci-koneksi', teks: teks.memeriksa })
  koneksi.role = 'status'
  const [labelMeja, periksaMeja] = makeCheck(teks.periksaMeja, 'periksa-meja')
  const [labelAsli, periksaAsli] = makeCheck(teks.periksaAsli, 'periksa-asli')
  const asliDiMeja = make('p', { class: 'ingat', testid: 'kunci-asli' })
  document
    .querySelector('#kunci')
    ?.replaceChildren(
      make('p', { class: 'nama', teks: teks.nama }),
      make('div', { class: 'waktu' }, jam, tanggal),
      make(
        'section',
        { class: 'pintu' },
        make('h1', { class: 'tersembunyi', teks: teks.judul }),
        inisial,
        milik,
        formulir,
        pesan,
        make('div', { class: 'lain' }, lupa, ganti),
      ),
      make(
        'footer',
        { class: 'kaki' },
        make(
          'fieldset',
          { class: 'periksa-daftar' },
          make('legend', { teks: teks.periksaJudul }),
          asliDiMeja,
          labelMeja,
          labelAsli,
          make('p', { class: 'kecil', teks: teks.periksaDasar }),
        ),
        make('div', { class: 'keadaan' }, belumTerkirim, koneksi),
      ),
    )
  return {
    jam,
    tanggal,
    inisial,
    milik,
    formulir,
    pin,
    buka,
    pesan,
    lupa,
    ganti,
    belumTerkirim,
    koneksi,
    periksaMeja,
    periksaAsli,
    labelAsli,
    asliDiMeja,
  }
}
