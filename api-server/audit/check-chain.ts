import type { Client } from 'pg'
import type { JangkarAudit } from './anchor.ts'

/** What was done to the trail, as far as it shows. */
export type MasalahAudit = {
  /** Number of the entry at which it shows. */
  readonly urutan: number
  readonly jenis: 'diubah' | 'hilang' | 'dipindah' | 'terpotong' | 'ditulis_ulang'
  readonly keterangan: string
}

type Baris = { urutan: string; sidik: string; sebelumnya: string; hitung: string }

function findDiRantai(baris: readonly Baris[]): MasalahAudit[] {
  const masalah: MasalahAudit[] = []
  let seharusnya = 1
  let sidik = '0'.repeat(64)
  for (const satu of baris) {
    const urutan = Number(satu.urutan)
    const diubah = satu.sidik !== satu.hitung
    if (urutan > seharusnya) {
      masalah.push({
        urutan: seharusnya,
        jenis: 'hilang',
        keterangan: `entri ${seharusnya} sampai ${urutan - 1} tidak ada`,
      })
    } else if (diubah) {
      masalah.push({ urutan, jenis: 'diubah', keterangan: `isi entri ${urutan} berubah` })
    } else if (satu.sebelumnya !== sidik) {
      masalah.push({
        urutan,
        jenis: 'dipindah',
        keterangan: `entri ${urutan} tidak lagi menyambung entri sebelumnya`,
      })
    }
    seharusnya = urutan + 1
    sidik = satu.sidik
  }
  return masalah
}

function findDariJangkar(
  baris: readonly Baris[],
  jangkar: readonly JangkarAudit[],
): MasalahAudit[] {
  const sidik = new Map(baris.map((satu) => [Number(satu.urutan), satu.sidik]))
  const akhir = Number(baris.at(-1)?.urutan ?? 0)
  return jangkar.flatMap((satu): MasalahAudit[] => {
    if (satu.urutan > akhir) {
      return [
        {
          urutan: akhir + 1,
          jenis: 'terpotong',
          keterangan: `pada ${satu.pada} rantai sudah sampai entri ${satu.urutan}, kini hanya ${akhir}`,
        },
      ]
    }
    if (sidik.has(satu.urutan) && sidik.get(satu.urutan) !== satu.sidik) {
      return [
        {
          urutan: satu.urutan,
          jenis: 'ditulis_ulang',
          keterangan: `entri ${satu.urutan} bukan lagi yang dicatat pada ${satu.pada}`,
        },
      ]
    }
    return []
  })
}

/**
 * Everything that shows of tampering with the audit trail: inside the chain from its hashes, at its
 * end and as a whole from the notes outside the database. Empty when it is whole.
 */
export async function checkChain(
  owner: Client,
  jangkar: readonly JangkarAudit[],
): Promise<MasalahAudit[]> {
  const { rows } = await owner.query<Baris>(
    `select a.urutan, a.sidik, a.sidik_sebelumnya as sebelumnya,
       sidik_audit(a.sidik_sebelumnya, a) as hitung from audit a order by a.urutan`,
  )
  return [...findDiRantai(rows), ...findDariJangkar(rows, jangkar)].toSorted(
    (a, b) => a.urutan - b.urutan,
  )
}
