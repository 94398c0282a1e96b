import { splitPotong } from './huruf.ts'

/** Short and long spellings that offices use for one another. */
const singkatan: Readonly<Record<string, string>> = {
  kab: 'kabupaten',
  prov: 'provinsi',
  prop: 'provinsi',
  propinsi: 'provinsi',
  kec: 'kecamatan',
  kel: 'kelurahan',
  tk: 'tingkat',
  tkt: 'tingkat',
  univ: 'universitas',
  jl: 'jalan',
  jln: 'jalan',
  no: 'nomor',
  sdm: 'sumber daya manusia',
  sdn: 'sd negeri',
  smpn: 'smp negeri',
  sman: 'sma negeri',
  smkn: 'smk negeri',
  sltpn: 'sltp negeri',
  slbn: 'slb negeri',
  bkd: 'badan kepegawaian daerah',
  bkn: 'badan kepegawaian negara',
  setda: 'sekretariat daerah',
  rsud: 'rumah sakit umum daerah',
  upt: 'unit pelaksana teknis',
  uptd: 'unit pelaksana teknis dinas',
  ka: 'kepala',
  kasi: 'kepala seksi',
  kabid: 'kepala bidang',
  kasubbag: 'kepala subbagian',
  subbag: 'subbagian',
  adm: 'administrasi',
  pem: 'pemerintah',
  pemprov: 'pemerintah provinsi',
  pemkab: 'pemerintah kabupaten',
  dinkes: 'dinas kesehatan',
  disdik: 'dinas pendidikan',
  pns: 'pegawai negeri sipil',
  thn: 'tahun',
  bkpsdm: 'badan kepegawaian dan pengembangan sumber daya manusia',
  puskesmas: 'pusat kesehatan masyarakat',
}

/** One spelling for a text: small letters, abbreviations written out, no punctuation. */
export function expandSingkatan(teks: string): string[] {
  return splitPotong(teks.replaceAll('&', ' dan ')).flatMap((satu) =>
    (singkatan[satu] ?? satu).split(' '),
  )
}
