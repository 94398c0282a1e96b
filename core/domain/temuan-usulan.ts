import { z } from 'zod'
import { checkUsulan, idBarisUsulan, type FaktaLuar, type PerubahanRekam } from './aturan-rekam.ts'
import { listIsianAturan } from './aturan/isian-aturan.ts'
import type { RekamPegawai } from './rekam.ts'

/** What the rules had to say of a proposal, as it is kept with it: the words come with the code. */
export const TemuanUsulan = z.object({
  kode: z.string().max(30),
  tingkat: z.enum(['tolak', 'peringatan', 'info']),
  pesan: z.string(),
  pesanEn: z.string(),
  /** Fields of the proposal that the rule reads; empty where it looks at the record as a whole. */
  kunci: z.array(z.string()),
  /** The finding stands at another row of the record than the one proposed. */
  barisLain: z.boolean(),
})
export type TemuanUsulan = z.infer<typeof TemuanUsulan>

/**
 * A grade may be lowered by a disciplinary measure, which only administrators read (P10.2c). Refused
 * to others, or accepted from others, it would tell them of the measure; so it warns them, and
 * refuses only at the administrator's decision.
 */
const aturanBersandarRahasia: ReadonlySet<string> = new Set(['PANGKAT-01'])

export function isBersandarRahasia({ kode }: Pick<TemuanUsulan, 'kode'>): boolean {
  return aturanBersandarRahasia.has(kode)
}

/** Findings which the change adds, hardest first; `tertutup` for whoever may not read every row. */
export function listTemuanUsulan(
  rekam: RekamPegawai,
  usulan: PerubahanRekam,
  hariIni: string,
  { tertutup, fakta = {} }: { tertutup: boolean; fakta?: FaktaLuar },
): TemuanUsulan[] {
  const idBaru = usulan.riwayatId ?? idBarisUsulan
  return checkUsulan(rekam, usulan, hariIni, fakta).map((satu) => {
    const lunak = tertutup && satu.tingkat === 'tolak' && isBersandarRahasia(satu)
    return {
      kode: satu.kode,
      tingkat: lunak ? 'peringatan' : satu.tingkat,
      pesan: satu.pesan,
      pesanEn: satu.pesanEn,
      kunci: listIsianAturan(satu.kode, usulan.jenis),
      barisLain: satu.riwayatId !== null && satu.riwayatId !== idBaru,
    }
  })
}

/** The findings that a refusal names; none where it names none. */
export function readTemuan(rincian: Readonly<Record<string, unknown>>): TemuanUsulan[] {
  return z.array(TemuanUsulan).safeParse(rincian['temuan']).data ?? []
}
