import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from '@meja/core/api/endpoints.ts'
import { errorCodes, getStatusHttp } from '@meja/core/api/errors.ts'
import { umumErrors } from '@meja/core/api/endpoint.ts'
import { Peran } from '@meja/core/domain/peran.ts'

it('no two operations share a name, or a method and path', () => {
  const nama = endpoints.map((satu) => satu.name)
  const alamat = endpoints.map((satu) => `${satu.method} ${satu.path}`)
  expect(new Set(nama).size).toBe(nama.length)
  expect(new Set(alamat).size).toBe(alamat.length)
})

it('what needs no login is health only', () => {
  expect(endpoints.filter((satu) => satu.roles === 'umum').map((satu) => satu.name)).toEqual([
    'getSehat',
  ])
})

it('what changes something names the logins that may, each of the three of P8', () => {
  const mengubah = endpoints.filter((satu) => satu.method !== 'GET')
  expect(mengubah.length).toBeGreaterThan(0)
  for (const { roles } of mengubah) {
    expect(Peran.array().nonempty().safeParse(roles).success).toBe(true)
  }
})

it('a GET has no body', () => {
  const dengan = endpoints.filter((satu) => satu.method === 'GET' && satu.body !== undefined)
  expect(dengan).toEqual([])
})

describe.each(endpoints.map((satu) => [satu.name, satu] as const))('%s', (_, endpoint) => {
  it('answers errors of the closed list, each with an HTTP status, none said twice', () => {
    const semua = [...umumErrors, ...endpoint.errors]
    for (const kode of semua) {
      expect(errorCodes).toContain(kode)
      expect(getStatusHttp(kode)).toBeGreaterThan(0)
    }
    expect(new Set(endpoint.errors).size).toBe(endpoint.errors.length)
  })

  it('describes each parameter of its path, and no other', () => {
    const diAlamat = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, nama]) => nama)
    const bentuk = endpoint.params instanceof z.ZodObject ? Object.keys(endpoint.params.shape) : []
    expect(bentuk).toEqual(diAlamat)
  })

  it('puts no name and no number of a person into its address', () => {
    const query = endpoint.query instanceof z.ZodObject ? Object.keys(endpoint.query.shape) : []
    const alamat = [endpoint.path, ...query].join(' ')
    expect(alamat).not.toMatch(/nip|nik|nomorKk|namaPegawai|tanggalLahir/i)
  })
})
