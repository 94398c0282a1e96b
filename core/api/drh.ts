import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { PegawaiId, RekomendasiId } from './objek.ts'

export const printDrh = defineEndpoint({
  name: 'printDrh',
  summary:
    'The daftar riwayat hidup as PDF, from the record of this moment; each print is logged (P16.2a)',
  method: 'GET',
  path: '/api/pegawai/:pegawaiId/drh',
  roles: ['user_personal', 'fasilitator', 'administrator'],
  params: z.object({ pegawaiId: PegawaiId }),
  /** On what the print of somebody else's record rests (P18); the own needs none. */
  query: z.object({ rekomendasiId: RekomendasiId.optional() }),
  response: 'berkas',
  errors: ['rekomendasi_diperlukan', 'rekomendasi_tidak_berlaku'],
})
