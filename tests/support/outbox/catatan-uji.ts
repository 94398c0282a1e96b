import { appendFileSync } from 'node:fs'
import type { Client } from 'pg'

export type HasilHitung = {
  /** Acknowledged on the screen and not in the database. */
  lost: string[]
  /** More than one decision, or more than one entry in the audit trail, for one case. */
  doubled: string[]
}

type Tahap = 'akan' | 'tersimpan'

/**
 * What the run itself knows of its decisions, written down before each keypress and after each
 * "tersimpan": the measure for what the database has in the end. Nothing in it comes from the outbox.
 */
export class CatatanUji {
  readonly #berkas: string
  readonly #tahap = new Map<string, Tahap>()

  constructor(berkas: string) {
    this.#berkas = berkas
  }

  note(usulanId: string, tahap: Tahap): void {
    appendFileSync(this.#berkas, `${usulanId} ${tahap}\n`)
    this.#tahap.set(usulanId, tahap)
  }

  /** Killed before the screen had acknowledged it: it may arrive or not, but never twice. */
  get jumlah(): { diputuskan: number; diakui: number } {
    const diakui = [...this.#tahap.values()].filter((tahap) => tahap === 'tersimpan').length
    return { diputuskan: this.#tahap.size, diakui }
  }

  /** Acknowledged and not at the server at this moment. */
  async listBelumSampai(db: Client): Promise<string[]> {
    const ada = await this.#countRows(db)
    return [...this.#tahap].flatMap(([usulanId, tahap]) =>
      tahap === 'tersimpan' && !ada.has(usulanId) ? [usulanId] : [],
    )
  }

  async count(db: Client): Promise<HasilHitung> {
    const rows = await this.#countRows(db)
    return {
      lost: await this.listBelumSampai(db),
      doubled: [...rows].flatMap(([usulanId, { keputusan, audit }]) =>
        keputusan > 1 || audit > 1 ? [usulanId] : [],
      ),
    }
  }

  async #countRows(db: Client): Promise<Map<string, { keputusan: number; audit: number }>> {
    const { rows } = await db.query<{ id: string; keputusan: string; audit: string }>(
      `select k.usulan_id as id, count(*) as keputusan,
         (select count(*) from audit a where a.objek = 'usulan:' || k.usulan_id
            and a.aksi like 'keputusan.%') as audit
       from keputusan_verifikasi k where k.usulan_id = any($1) group by k.usulan_id`,
      [[...this.#tahap.keys()]],
    )
    return new Map(
      rows.map(({ id, keputusan, audit }) => [
        id,
        { keputusan: Number(keputusan), audit: Number(audit) },
      ]),
    )
  }
}
