import { listKunciPenilaian } from '@meja/core/domain/jenis-riwayat.ts'
import type { NilaiPenilaian } from '@meja/core/domain/keputusan.ts'
import type { HasilKeputusan } from '@meja/core/domain/status-usulan.ts'
import type {
  Kasus,
  Keputusan,
  KodeAlasan,
  Penilaian,
  Pin,
  PernyataanAsli,
} from '@meja/core/api/verifikasi.ts'

export type PenilaianDraf = {
  readonly nilai: NilaiPenilaian
  readonly alasan: KodeAlasan | null
  readonly catatan: string
  readonly pin: Pin | null
}

export type BuktiDraf = { readonly sha256: string; readonly halaman: readonly number[] }

/** What a person has said so far of one version of one case. Nothing in it is said beforehand. */
export type Draf = {
  readonly usulanId: string
  readonly versi: Keputusan['versiDilihat']
  readonly penilaian: Readonly<Record<string, PenilaianDraf>>
  readonly asli: { readonly metode: PernyataanAsli['metode'] | null; readonly tempat: string }
  readonly bukti: Readonly<Record<string, BuktiDraf>>
}

/**
 * The place is only offered; that the original was seen there is stated anew for each case. Pages seen
 * before stay seen: the evidence names their bytes, and other bytes do not count.
 */
export function createDraf(kasus: Kasus, tempat: string, bukti: Draf['bukti'] = {}): Draf {
  return {
    usulanId: kasus.id,
    versi: { usulan: kasus.versi, riwayat: kasus.versiRiwayat },
    penilaian: {},
    asli: { metode: null, tempat },
    bukti,
  }
}

/**
 * The judgements of a decision that was refused, laid out once more on the case as it is now. Only what
 * was thought: the pages have to be seen and the original stated anew, because something has changed.
 */
export function createDrafUlang(kasus: Kasus, keputusan: Keputusan, tempat: string): Draf {
  const kunci = listKunciPenilaian(kasus.jenis, kasus.sebelum, kasus.sesudah)
  const dokumen = new Set(kasus.dokumen.map(({ id }) => id))
  const penilaian = keputusan.penilaian
    .filter((satu) => kunci.includes(satu.kunci))
    .map(({ kunci: nama, nilai, alasan, catatan, pin }): [string, PenilaianDraf] => [
      nama,
      {
        nilai,
        alasan: alasan ?? null,
        catatan: catatan ?? '',
        pin: pin !== undefined && dokumen.has(pin.dokumenId) ? pin : null,
      },
    ])
  return { ...createDraf(kasus, tempat), penilaian: Object.fromEntries(penilaian) }
}

/** False when the case changed after the judgements were made: they were about something else. */
export function isDrafBerlaku(draf: Draf, kasus: Kasus): boolean {
  return draf.versi.usulan === kasus.versi && draf.versi.riwayat === kasus.versiRiwayat
}

export function setNilai(draf: Draf, kunci: string, nilai: NilaiPenilaian): Draf {
  const lama = draf.penilaian[kunci]
  const baru: PenilaianDraf = {
    nilai,
    // "Tidak terbaca" is its own reason; any other the person has to choose.
    alasan: nilai === 'tidak_terbaca' ? 'tidak_terbaca' : pickAlasan(lama),
    catatan: lama?.catatan ?? '',
    pin: lama?.pin ?? null,
  }
  return { ...draf, penilaian: { ...draf.penilaian, [kunci]: baru } }
}

function pickAlasan(lama: PenilaianDraf | undefined): KodeAlasan | null {
  return lama?.alasan === 'tidak_terbaca' ? null : (lama?.alasan ?? null)
}

export function setRincian(
  draf: Draf,
  kunci: string,
  rincian: Partial<Omit<PenilaianDraf, 'nilai'>>,
): Draf {
  const lama = draf.penilaian[kunci]
  if (lama === undefined) return draf
  return { ...draf, penilaian: { ...draf.penilaian, [kunci]: { ...lama, ...rincian } } }
}

/** Other bytes than before start the evidence of that document anew. */
export function addBukti(
  draf: Draf,
  dilihat: { dokumenId: string; sha256: string; halaman: number },
): Draf {
  const lama = draf.bukti[dilihat.dokumenId]
  const halaman = lama?.sha256 === dilihat.sha256 ? lama.halaman : []
  if (halaman.includes(dilihat.halaman)) return draf
  const baru = {
    sha256: dilihat.sha256,
    halaman: [...halaman, dilihat.halaman].toSorted((a, b) => a - b),
  }
  return { ...draf, bukti: { ...draf.bukti, [dilihat.dokumenId]: baru } }
}

export function listKunciGagal(kasus: Kasus, draf: Draf): string[] {
  return listKunciPenilaian(kasus.jenis, kasus.sebelum, kasus.sesudah).filter((kunci) => {
    const nilai = draf.penilaian[kunci]?.nilai
    return nilai !== undefined && nilai !== 'sesuai'
  })
}

function buildPenilaian(kunci: string, satu: PenilaianDraf): Penilaian {
  if (satu.nilai === 'sesuai') return { kunci, nilai: 'sesuai' }
  const catatan = satu.catatan.trim()
  return {
    kunci,
    nilai: satu.nilai,
    ...(satu.alasan === null ? {} : { alasan: satu.alasan }),
    ...(catatan === '' ? {} : { catatan }),
    ...(satu.pin === null ? {} : { pin: { ...satu.pin } }),
  }
}

/** The command as it is sent: what was judged, what was seen, and the statement about the original. */
export function buildKeputusan(
  kasus: Kasus,
  draf: Draf,
  hasil: HasilKeputusan,
  { transactionId, pada }: { transactionId: string; pada: Date },
): Keputusan {
  const { metode, tempat } = draf.asli
  return {
    transactionId,
    usulanId: kasus.id,
    versiDilihat: { ...draf.versi },
    hasil,
    penilaian: listKunciPenilaian(kasus.jenis, kasus.sebelum, kasus.sesudah).flatMap((kunci) => {
      const satu = draf.penilaian[kunci]
      return satu === undefined ? [] : [buildPenilaian(kunci, satu)]
    }),
    asli: metode === null || tempat.trim() === '' ? null : { metode, tempat: tempat.trim() },
    bukti: kasus.dokumen.flatMap(({ id }) => {
      const satu = draf.bukti[id]
      return satu === undefined
        ? []
        : [{ dokumenId: id, sha256: satu.sha256, halamanDilihat: [...satu.halaman] }]
    }),
    diputuskanPada: pada.toISOString(),
  }
}
