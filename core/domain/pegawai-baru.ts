import { listTemuanNik, listTemuanNip } from './aturan/identitas.ts'
import { getDeskripsi, type IsiRiwayat, type JenisRiwayat } from './jenis-riwayat.ts'
import type { BarisRiwayat } from './rekam.ts'
import { parseBaris, type Sel, type TemuanImpor } from './sel-impor.ts'
import { getTanggalJakarta } from './tanggal.ts'

/**
 * With which rows of the record a new employee begins. The columns of the file are their fields; where
 * two kinds have a field of the same name, the heading names the kind too ("Nomor SK CPNS").
 */
export const jenisPegawaiBaru = [
  'identitas',
  'kepegawaian',
  'gelar',
  'kartu_keluarga',
  'cpns',
  'pns',
  'pppk',
] as const satisfies readonly JenisRiwayat[]
type JenisPegawaiBaru = (typeof jenisPegawaiBaru)[number]

/** Without these nobody is an employee; the others may be completed later. */
const wajibAda: ReadonlySet<JenisRiwayat> = new Set(['identitas', 'kepegawaian'])

export type KolomPegawaiBaru = { readonly jenis: JenisPegawaiBaru; readonly kunci: string }

const rapi = (teks: string) => teks.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Every heading that is understood, and which field it fills. */
const kolomPerJudul = (() => {
  const semua = jenisPegawaiBaru.flatMap((jenis) =>
    getDeskripsi(jenis).isian.flatMap(({ kunci, label }) =>
      [...new Set([kunci, label.id, label.en].map(rapi))].map((judul) => ({ judul, jenis, kunci })),
    ),
  )
  const perJudul = Map.groupBy(semua, ({ judul }) => judul)
  return new Map(
    semua.flatMap(({ judul, jenis, kunci }) => {
      const sendiri = perJudul.get(judul)?.every((satu) => satu.jenis === jenis) === true
      const kolom = { jenis, kunci }
      return [
        [`${judul}${rapi(jenis)}`, kolom] as const,
        ...(sendiri ? [[judul, kolom] as const] : []),
      ]
    }),
  )
})()

/** Where the person will work: a code of the organisation tree. */
export function isKolomUnit(judul: string): boolean {
  return ['unitkerja', 'kodeunit', 'kodeunitkerja', 'unit'].includes(rapi(judul))
}

export function findKolomPegawaiBaru(judul: string): KolomPegawaiBaru | undefined {
  return isKolomUnit(judul) ? undefined : kolomPerJudul.get(rapi(judul))
}

export type PegawaiBaru = {
  /** The row of `identitas`. */
  readonly isi: IsiRiwayat
  /** The other rows, of the kinds of which the file says something. */
  readonly rangkai: readonly { readonly jenis: JenisRiwayat; readonly isi: IsiRiwayat }[]
  readonly temuan: readonly TemuanImpor[]
}

function isTerisi(sel: ReadonlyMap<string, Sel>): boolean {
  return [...sel.values()].some((satu) => satu !== null && satu.teks.trim() !== '')
}

/** What the number says beside what the row says (nip.md sections 3 and 4). */
function checkNomor(nip: string, baris: readonly BarisRiwayat[]): TemuanImpor[] {
  const konteks = {
    rekam: { nip, baris },
    hariIni: getTanggalJakarta(new Date()),
    fakta: {},
  }
  const kode = [...listTemuanNip(konteks), ...listTemuanNik(konteks)].map((satu) => satu.kode)
  return [...new Set(kode)].map((satu) => ({ kode: satu }))
}

/** One row of a file of new employees as rows of the record; nothing is guessed. */
export function parsePegawaiBaru(
  nip: string | null,
  sel: ReadonlyMap<JenisRiwayat, ReadonlyMap<string, Sel>>,
): PegawaiBaru {
  const temuan: TemuanImpor[] = []
  const rangkai: { jenis: JenisRiwayat; isi: IsiRiwayat }[] = []
  for (const jenis of jenisPegawaiBaru) {
    const milik = sel.get(jenis) ?? new Map<string, Sel>()
    if (!wajibAda.has(jenis) && !isTerisi(milik)) continue
    const hasil = parseBaris(jenis, milik)
    rangkai.push({ jenis, isi: hasil.isi })
    for (const satu of hasil.temuan) {
      const kurang = satu.kode === 'IMP-06' && wajibAda.has(jenis)
      // Several kinds have a "Nomor SK": whose it is belongs to the finding.
      const kunci = jenis === 'identitas' ? satu.kunci : `${jenis}.${satu.kunci}`
      temuan.push({
        kode: kurang ? 'IMP-14' : satu.kode,
        ...(satu.kunci !== undefined && kunci !== undefined && { kunci }),
      })
    }
  }
  const isi = rangkai.find(({ jenis }) => jenis === 'identitas')?.isi ?? {}
  if (isi['nama']?.length === 1) temuan.push({ kode: 'IMP-03', kunci: 'nama' })
  const baris = rangkai.map((satu, ke): BarisRiwayat => ({
    ...satu,
    id: String(ke),
    status: 'valid',
  }))
  return {
    isi,
    rangkai: rangkai.filter(({ jenis }) => jenis !== 'identitas'),
    temuan: [...temuan, ...(nip === null ? [] : checkNomor(nip, baris))],
  }
}
