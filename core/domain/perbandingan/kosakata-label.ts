import labelIsian from '../../reference/label-isian.json' with { type: 'json' }

/**
 * Words that papers print beside a value, by what the value is. Found by kind of paper and by habit of
 * offices, not by template: a label may stand left of its value, above it, or in the same sentence.
 * Weight 1 says what the value is; less leaves doubt when another label says more.
 */
export type Label = { readonly frasa: readonly string[]; readonly bobot: number }

const kosakata: ReadonlyMap<string, readonly Label[]> = new Map(
  labelIsian.baris.map(({ kode, tingkat }) => [
    kode,
    tingkat.flatMap(({ bobot, frasa }) => frasa.map((satu) => ({ frasa: satu.split(' '), bobot }))),
  ]),
)

/** What a word in the name of a field stands for. */
const arti: readonly (readonly [RegExp, string])[] = [
  [/^(no|nomor)_(kk|kartu_keluarga)/, 'no_kk'],
  [/(^|_)(nip|ni_pppk)(_|$)/, 'nip'],
  [/(^|_)nik(_|$)/, 'nik'],
  [/(tempat|kota)_(lahir|kelahiran)|lahir_tempat/, 'tempat_lahir'],
  [/(tanggal|tgl)_(lahir|kelahiran)|lahir/, 'tanggal_lahir'],
  [/selesai|akhir|sampai/, 'selesai'],
  [/tmt|mulai|berlaku/, 'tmt'],
  [/(tanggal|tgl)_(nikah|akad|kawin|perkawinan|pernikahan)/, 'tanggal_nikah'],
  [/(tanggal|tgl)_(lulus|kelulusan|yudisium)/, 'tanggal_lulus'],
  [/^(tanggal|tgl)|_(tanggal|tgl)/, 'tanggal_surat'],
  [/^(nomor|no)(_|$)|_(nomor|no)$/, 'nomor'],
  [/masa_kerja|mkg|mk_/, 'masa_kerja'],
  [/gaji|gapok/, 'gaji'],
  [/perguruan|sekolah|universitas|kampus|lembaga|penyelenggara|institusi/, 'lembaga'],
  [/prodi|program_studi|jurusan|keahlian/, 'prodi'],
  [/ipk|indeks/, 'ipk'],
  [/angka_kredit|kredit/, 'angka_kredit'],
  [/jam|(^|_)jp/, 'jam'],
  [/predikat/, 'predikat'],
  [/tahun/, 'tahun'],
  [/nilai|skor/, 'nilai'],
  [/pangkat/, 'pangkat'],
  [/golongan|gol_ruang/, 'golongan'],
  [/jabatan/, 'jabatan'],
  [/unit|instansi|opd|skpd|satker|unor/, 'unit_kerja'],
  [/hubungan/, 'hubungan'],
  [/kelamin/, 'jenis_kelamin'],
  [/agama/, 'agama'],
  [/alamat|jalan/, 'alamat'],
  [/gelar/, 'gelar'],
  [/pekerjaan/, 'pekerjaan'],
  [/warga/, 'kewarganegaraan'],
  [/kecamatan/, 'kecamatan'],
  [/kelurahan|desa/, 'kelurahan'],
  [/kabupaten|kabkota/, 'kabupaten'],
  [/provinsi/, 'provinsi'],
  [/pendidikan/, 'pendidikan'],
  [/perkawinan|status/, 'perkawinan'],
  [/^nama/, 'nama'],
  [/nama/, 'nama'],
]

/** Without a word in its name that says more, the kind of a value tells what it may be called. */
const artiTipe: Readonly<Record<string, string>> = {
  nip: 'nip',
  nik: 'nik',
  nama: 'nama',
  golongan: 'golongan',
  pangkat: 'pangkat',
  uang: 'gaji',
  masa: 'masa_kerja',
  nomor: 'nomor',
  tanggal: 'tanggal_surat',
}

/** `tanggalLahir` and `tanggal_lahir` are the same words. */
function splitKunci(kunci: string): string {
  return kunci.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase()
}

/** Whether a field names the date of the paper itself, which may stand behind a place and a comma. */
export function isTanggalSurat(konsep: string | undefined, kunci: string): boolean {
  return konsep === 'tanggal_surat' && !isTanpaLabelUmum(konsep, kunci)
}

export function findKonsep(namaIsian: string, tipe: string): string | undefined {
  const kunci = splitKunci(namaIsian)
  const konsep = arti.find(([pola]) => pola.test(kunci))?.[1]
  // `tanggal_lahir` typed as a place, `nama_jabatan` as a name: the kind has the last word.
  if (tipe === 'nip' || tipe === 'pangkat' || tipe === 'golongan') return tipe
  if (tipe === 'teks' && konsep === 'tanggal_lahir') return 'tempat_lahir'
  // The name of a thing, not of a person.
  if (tipe === 'teks' && konsep === 'nama') return 'kegiatan'
  return konsep ?? artiTipe[tipe]
}

/** Papers have one number of their own; a card number needs its own word beside it. */
const nomorSurat =
  /^(nomor|no)(_(sk|surat|keputusan|akta|akta_nikah|ijazah|sertifikat|piagam|dokumen|pertek|sttpl|spmt))?$/

/** So it is with dates: that of another paper, which is only mentioned, needs its own word. */
const tanggalSurat =
  /^(tanggal|tgl)(_(sk|surat|keputusan|akta|ijazah|sertifikat|piagam|dokumen|sttpl|spmt|terbit|penerbitan|penetapan|ditetapkan|dikeluarkan|pernyataan|sumpah|berita_acara|tugas|penilaian|laporan|rekomendasi|penghargaan|hukuman|kontrak|izin|cuti|keterangan|pengesahan|ttd))*$/

function isTanpaLabelUmum(konsep: string | undefined, kunci: string): boolean {
  if (kunci === '') return false
  if (konsep === 'nomor') return !nomorSurat.test(splitKunci(kunci))
  return konsep === 'tanggal_surat' && !tanggalSurat.test(splitKunci(kunci))
}

/** Labels of a concept; also those that its own name spells out. */
export function listLabel(konsep: string | undefined, kunci: string, nama?: string): Label[] {
  const dariNama = [
    splitKunci(kunci).replaceAll(/\d+/g, '').split('_'),
    (nama ?? '').toLowerCase().split(/[^a-z]+/),
  ]
    .map((frasa) => frasa.filter((satu) => satu !== ''))
    .filter((frasa) => frasa.length > 0)
    .map((frasa) => ({ frasa, bobot: 1 }))
  const kosa = konsep === 'nama' && /pasangan|suami|istri/i.test(kunci) ? 'nama_pasangan' : konsep
  const umum = kosa === undefined ? [] : (kosakata.get(kosa) ?? [])
  return isTanpaLabelUmum(konsep, kunci) ? dariNama : [...dariNama, ...umum]
}

/** Every known label with its concept: what is a label cannot be a value. */
export function listSemuaLabel(): { readonly konsep: string; readonly label: Label }[] {
  return [...kosakata].flatMap(([konsep, semua]) => semua.map((satu) => ({ konsep, label: satu })))
}
