import type { Random } from './random.ts'

// Common given and family names, combined by chance: the people are invented.
const laki = [
  'Agus',
  'Bambang',
  'Budi',
  'Dedi',
  'Eko',
  'Hadi',
  'Hendra',
  'Imam',
  'Joko',
  'Kurniawan',
  'Lukman',
  'Mochamad',
  'Nugroho',
  'Prasetyo',
  'Rahmat',
  'Rizal',
  'Slamet',
  'Sugeng',
  'Teguh',
  'Wahyu',
  'Yusuf',
  'Arif',
  'Bagus',
  'Dimas',
  'Fajar',
  'Galih',
  'Ilham',
  'Krisna',
  'Made',
  'Yohanes',
]
const perempuan = [
  'Ani',
  'Dewi',
  'Dian',
  'Endang',
  'Fitri',
  'Hesti',
  'Indah',
  'Kartika',
  'Lestari',
  'Maya',
  'Nur',
  'Nurul',
  'Putri',
  'Ratna',
  'Rina',
  'Rini',
  'Siti',
  'Sri',
  'Suryani',
  'Titik',
  'Tri',
  'Wahyuni',
  'Yuliana',
  'Anggun',
  'Ayu',
  'Citra',
  'Farida',
  'Mega',
  'Ni Luh',
  'Theresia',
]
const tengah = [
  'Adi',
  'Cahya',
  'Dwi',
  'Eka',
  'Gita',
  'Jati',
  'Kusuma',
  'Laras',
  'Mulya',
  'Panca',
  'Puspa',
  'Rahma',
  'Satria',
  'Surya',
  'Tirta',
  'Utama',
  'Wira',
  'Yudha',
  '',
  '',
  '',
]
const belakangLaki = [
  'Santoso',
  'Wibowo',
  'Setiawan',
  'Hidayat',
  'Saputra',
  'Gunawan',
  'Firmansyah',
  'Susanto',
  'Prakoso',
  'Mahendra',
  'Wicaksono',
  'Hartono',
  'Subagyo',
  'Ramadhan',
  'Purnomo',
  'Nugraha',
  'Kurniadi',
  'Sudarmaji',
  'Irawan',
  'Basuki',
]
const belakangPerempuan = [
  'Rahayu',
  'Astuti',
  'Handayani',
  'Wulandari',
  'Hidayati',
  'Permatasari',
  'Anggraini',
  'Kusumawati',
  'Maharani',
  'Safitri',
  'Purwanti',
  'Mulyani',
  'Puspitasari',
  'Setyowati',
  'Oktaviani',
  'Hasanah',
  'Fauziah',
  'Nuraini',
  'Pratiwi',
  'Andayani',
]

/** The same lists for whoever combines them elsewhere (scripts/bench/people). */
export const daftarNama = { laki, perempuan, tengah, belakangLaki, belakangPerempuan }

export function makeNama(random: Random, kelamin: 'L' | 'P'): string {
  const depan = random.pick(kelamin === 'L' ? laki : perempuan)
  const akhir = random.pick(kelamin === 'L' ? belakangLaki : belakangPerempuan)
  const sisipan = random.pick(tengah)
  return [depan, sisipan, akhir].filter((part) => part !== '').join(' ')
}

/** Name as official papers print it: titles around the name (reference gelar). */
export function withGelar(orang: {
  nama: string
  gelarDepan: string | null
  gelarBelakang: string | null
}): string {
  const depan = orang.gelarDepan === null ? '' : `${orang.gelarDepan} `
  const belakang = orang.gelarBelakang === null ? '' : `, ${orang.gelarBelakang}`
  return `${depan}${orang.nama}${belakang}`
}

/** Capitals for the name only: "Dr." and "dr." are different titles and must keep their case. */
export function withGelarKapital(orang: {
  nama: string
  gelarDepan: string | null
  gelarBelakang: string | null
}): string {
  return withGelar({ ...orang, nama: orang.nama.toUpperCase() })
}
