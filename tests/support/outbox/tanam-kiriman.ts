import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Client } from 'pg'
import '../../../renderer/app/bridge.ts'
import type { Keputusan } from '@meja/core/api/verifikasi.ts'
import { unlock, type Meja } from '../desk-steps.ts'
import { fillAntrean } from './antrean-isi.ts'
import { readStrip } from './baca-strip.ts'

/** A decision as it lies in the journal after a day without network. */
export type KirimanTanam = { usulanId: string; isi: string }

function buildKiriman(usulanId: string, alasan: boolean): KirimanTanam {
  const keputusan: Keputusan = {
    transactionId: randomUUID(),
    usulanId,
    versiDilihat: { usulan: 1, riwayat: null },
    hasil: 'dikembalikan',
    // A return without its reason is what the server refuses.
    penilaian: alasan
      ? [{ kunci: 'pemilik', nilai: 'tidak_sesuai', alasan: 'bukan_milik_pegawai' }]
      : [],
    asli: null,
    bukti: [],
    diputuskanPada: new Date().toISOString(),
  }
  return { usulanId, isi: buildIsi(keputusan) }
}

export function buildIsi(keputusan: Keputusan): string {
  const kasus = { id: keputusan.usulanId, jenis: 'gaji', aksi: 'tambah', nama: 'Uji', nip: '' }
  return JSON.stringify({ keputusan, kasus, ditolak: null })
}

/** So many decisions on fresh cases of this office, in any order, and one that must be refused. */
export async function listKiriman(
  db: Client,
  namaPengguna: string,
  jumlah: number,
  acak: () => number,
): Promise<{ kiriman: KirimanTanam[]; ditolak: KirimanTanam }> {
  const baru = await fillAntrean(db, namaPengguna, jumlah + 1)
  const urutan = baru
    .map((usulanId) => ({ usulanId, urut: acak() }))
    .toSorted((a, b) => a.urut - b.urut)
    .map(({ usulanId }) => usulanId)
  const [salah = '', ...lain] = urutan
  return {
    kiriman: lain.map((usulanId) => buildKiriman(usulanId, true)),
    ditolak: buildKiriman(salah, false),
  }
}

/**
 * Puts them into the journal through the very door that the desk uses, and closes and opens the screen:
 * the outbox then finds them as it finds an afternoon's work. Answers the page that has them.
 */
export async function plantKiriman(
  { desktop, page }: Meja,
  kiriman: readonly KirimanTanam[],
): Promise<Page> {
  await page.evaluate(
    async (semua) => {
      for (const isi of semua) {
        const { keputusan } = JSON.parse(isi) as { keputusan: { transactionId: string } }
        const jawaban = await window.meja.addJurnal({ id: keputusan.transactionId, isi })
        if (!jawaban.ok) throw new Error(jawaban.code)
      }
    },
    kiriman.map(({ isi }) => isi),
  )
  const jendela = desktop.waitForEvent('window')
  void page.keyboard.press('Control+l').catch(() => {})
  const layar = await jendela
  await layar.getByTestId('kunci-pin').waitFor()
  const lagi = await unlock(desktop, layar)
  while ((await readStrip(lagi)).belumTerkirim < kiriman.length) await lagi.waitForTimeout(50)
  return lagi
}
