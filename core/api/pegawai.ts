import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { PegawaiRingkas, Teks } from './verifikasi.ts'

/** POST although it reads: a NIP holds a birth date and may not stand in a URL (nip.md). */
export const findPegawai = defineEndpoint({
  name: 'findPegawai',
  summary: 'Looks up one employee of the own office by NIP',
  method: 'POST',
  path: '/api/pegawai/cari',
  roles: ['fasilitator', 'administrator'],
  body: z.object({ nip: z.string().max(64) }),
  response: z.object({
    pegawai: z
      .object({ id: z.uuid(), nip: z.string(), nama: z.string(), unitKerja: z.string() })
      .nullable(),
  }),
  errors: ['nip_rusak', 'nip_tidak_sah'],
})

/** Where the next page goes on: the last person of this one, and how well that name answered. */
const Kelanjutan = z.object({
  tingkat: z.int().min(0).max(2),
  kunci: z.string().max(200),
  id: z.uuid(),
})

const Kode = z.string().regex(/^[0-9A-Z.]{1,30}$/)

export const PegawaiTemuan = PegawaiRingkas.extend({
  perangkatDaerah: z.string(),
  jabatan: z.string().nullable(),
  golongan: z.string().nullable(),
})
export type PegawaiTemuan = z.infer<typeof PegawaiTemuan>

/** POST for the same reason: names and NIP stay out of addresses and logs. */
export const searchPegawai = defineEndpoint({
  name: 'searchPegawai',
  summary:
    'People by name (beginnings and slips too), NIP or its beginning, office, unit, grade and position; own office only for a fasilitator',
  method: 'POST',
  path: '/api/pegawai/telusuri',
  roles: ['fasilitator', 'administrator'],
  body: z.object({
    /** A name in any order of its words, or a NIP or its first digits; empty for everybody. */
    teks: Teks(100).default(''),
    perangkatDaerah: Kode.optional(),
    unitKerja: Kode.optional(),
    golongan: z.string().max(10).optional(),
    /** A part of the position's name. */
    jabatan: Teks(100).optional(),
    setelah: Kelanjutan.optional(),
    batas: z.int().min(1).max(100).default(50),
  }),
  response: z.object({
    pegawai: z.array(PegawaiTemuan),
    /** For the next page; null when this was the last. */
    berikut: Kelanjutan.nullable(),
    /** Nobody is called so; these names are near. */
    mirip: z.boolean(),
  }),
  errors: ['nip_rusak'],
})

const Organisasi = z.object({
  kode: z.string(),
  nama: z.string(),
  jumlah: z.int().nonnegative(),
})

export const UnitOrganisasi = Organisasi.extend({
  /** First day on which the unit is no more; null while nobody closes it. */
  ditutupPada: z.iso.date().nullable(),
  /** Decree that closes it. */
  dasarPenutupan: z.string().nullable(),
})
export type UnitOrganisasi = z.infer<typeof UnitOrganisasi>

export const KantorOrganisasi = Organisasi.extend({ unit: z.array(UnitOrganisasi) })
export type KantorOrganisasi = z.infer<typeof KantorOrganisasi>

export const getOrganisasi = defineEndpoint({
  name: 'getOrganisasi',
  summary: 'Offices and their units that this login sees, with the number of people in each',
  method: 'GET',
  path: '/api/organisasi',
  roles: ['fasilitator', 'administrator'],
  response: z.object({ perangkatDaerah: z.array(KantorOrganisasi) }),
  errors: [],
})

export const closeUnit = defineEndpoint({
  name: 'closeUnit',
  summary:
    'A unit is no more from a day on, by decree; refused while people, proposals or nominations need it after that',
  method: 'POST',
  path: '/api/organisasi/unit/:unitKerja/tutup',
  roles: ['administrator'],
  params: z.object({ unitKerja: Kode }),
  body: z.object({ mulai: z.iso.date(), nomorKeputusan: z.string().trim().min(3).max(100) }),
  response: z.object({ ditutupPada: z.iso.date() }),
  errors: ['unit_masih_dipakai', 'unit_sudah_ditutup', 'isian_tidak_sah'],
})

export const reopenUnit = defineEndpoint({
  name: 'reopenUnit',
  summary: 'Takes a closing back while its day has not come',
  method: 'POST',
  path: '/api/organisasi/unit/:unitKerja/buka',
  roles: ['administrator'],
  params: z.object({ unitKerja: Kode }),
  body: z.object({ alasan: z.string().trim().min(3).max(500) }),
  response: z.object({ dibuka: z.literal(true) }),
  errors: ['unit_sudah_ditutup'],
})
