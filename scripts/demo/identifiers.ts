import type { Random } from './random.ts'
import { getParts } from './calendar.ts'

/** NIP and NIK are unique in the province (NIP-08, NIK-07), so the maker remembers what it gave. */
export type IdentifierMaker = {
  makeNip: (tanggalLahir: string, tmtCpns: string, kelamin: 'L' | 'P') => string
  makeNiPppk: (tanggalLahir: string, tahun: number, kontrak: number, kelamin: 'L' | 'P') => string
  makeNik: (tanggalLahir: string, kelamin: 'L' | 'P') => string
  makeNomorKk: (terbit: string) => string
}

const compact = (date: string): string => date.replaceAll('-', '')

export function createIdentifierMaker(random: Random, kodeWilayah: readonly string[]) {
  const taken = new Set<string>()

  const unique = (build: () => string): string => {
    for (;;) {
      const value = build()
      if (taken.has(value)) continue
      taken.add(value)
      return value
    }
  }
  const serial = (length: number, most: number): string =>
    String(random.int(1, most)).padStart(length, '0')
  const kecamatan = (): string => String(random.int(1, 24)).padStart(2, '0')

  const maker: IdentifierMaker = {
    // nip.md section 1: birth date, month of first appointment, sex, serial 001-999.
    makeNip: (lahir, tmt, kelamin) =>
      unique(
        () =>
          compact(lahir) + compact(tmt).slice(0, 6) + (kelamin === 'L' ? '1' : '2') + serial(3, 40),
      ),
    // nip.md section 2: digit 13 is always 2, digit 14 counts the contracts.
    makeNiPppk: (lahir, tahun, kontrak, kelamin) =>
      unique(
        () => `${compact(lahir)}${tahun}2${kontrak}${kelamin === 'L' ? '1' : '2'}` + serial(3, 60),
      ),
    // nip.md section 4: women carry the day of birth plus 40.
    makeNik: (lahir, kelamin) => {
      const { year, month, day } = getParts(lahir)
      const shown = [kelamin === 'P' ? day + 40 : day, month, year % 100]
      const tanggal = shown.map((part) => String(part).padStart(2, '0')).join('')
      return unique(() => random.pick(kodeWilayah) + kecamatan() + tanggal + serial(4, 12))
    },
    makeNomorKk: (terbit) => {
      const { year, month, day } = getParts(terbit)
      const tanggal = [day, month, year % 100].map((part) => String(part).padStart(2, '0')).join('')
      return unique(() => random.pick(kodeWilayah) + kecamatan() + tanggal + serial(4, 9000))
    },
  }
  return maker
}
