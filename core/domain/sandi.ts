/** Length is what counts; what letters it is made of is nobody's business (NIST SP 800-63B). */
export const panjangSandi = { paling_sedikit: 12, paling_banyak: 200 } as const

/** Cores of what everybody tries first, here and elsewhere; they are compared without digits and marks. */
const umum = [
  'password',
  'katasandi',
  'rahasia',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'admin',
  'administrator',
  'indonesia',
  'indonesiaraya',
  'merdeka',
  'bismillah',
  'alhamdulillah',
  'jawatimur',
  'surabaya',
  'pegawainegeri',
  'pegawainegerisipil',
  'kepegawaian',
  'fasilitator',
  'aparatursipilnegara',
  'mejaasn',
  'iloveyou',
  'sayang',
  'sayangku',
  'welcome',
  'letmein',
  'abcdefghijkl',
  'pancasila',
  'garuda',
  'bkdjatim',
  'badankepegawaiandaerah',
] as const

export type PemilikSandi = {
  readonly nip: string
  readonly nama: string
  readonly namaPengguna: string
}

export type KelemahanSandi = 'pendek' | 'panjang' | 'umum' | 'berulang' | 'tentang_pemilik'

const lipat = (teks: string) => teks.normalize('NFKC').toLowerCase()

const angka: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** The letters alone, with and without dressed-up ones: `P4ssword-2026!` is the word that it was. */
function listInti(sandi: string): string[] {
  const badan = lipat(sandi).replace(/[\d\W_]+$/u, '')
  const polos = badan.replaceAll(/[013457@$]/gu, (huruf) => angka[huruf] ?? huruf)
  return [badan, polos].map((teks) => teks.replaceAll(/[^\p{L}]/gu, ''))
}

/** The same two or three characters again and again, or a run of neighbours. */
function isBerulang(sandi: string): boolean {
  const huruf = [...lipat(sandi)]
  if (new Set(huruf).size < 5) return true
  const kode = huruf.map((satu) => satu.codePointAt(0) ?? 0)
  const langkah = kode.slice(1).filter((satu, nomor) => Math.abs(satu - (kode[nomor] ?? 0)) === 1)
  return langkah.length >= (huruf.length - 1) * 0.8
}

function isTentangPemilik(sandi: string, { nip, nama, namaPengguna }: PemilikSandi): boolean {
  const isi = lipat(sandi)
  const lahir = nip.slice(0, 8)
  const bagian = [nip, lahir, lahir.slice(6) + lahir.slice(4, 6) + lahir.slice(0, 4), namaPengguna]
  // Short names are parts of ordinary words.
  const kata = nama.split(/[\s.,']+/u).filter((satu) => satu.length >= 5)
  return [...bagian, ...kata].some((satu) => satu !== '' && isi.includes(lipat(satu)))
}

/** Why this is no password for this person; an empty list is a good one. */
export function checkSandi(sandi: string, pemilik: PemilikSandi): KelemahanSandi[] {
  const kelemahan: KelemahanSandi[] = []
  const panjang = [...sandi].length
  if (panjang < panjangSandi.paling_sedikit) kelemahan.push('pendek')
  if (panjang > panjangSandi.paling_banyak) kelemahan.push('panjang')
  const inti = listInti(sandi)
  if (umum.some((satu) => inti.includes(satu) || inti.includes(satu + satu))) kelemahan.push('umum')
  if (isBerulang(sandi)) kelemahan.push('berulang')
  if (isTentangPemilik(sandi, pemilik)) kelemahan.push('tentang_pemilik')
  return kelemahan
}
