import type { Random } from '../../demo/random.ts'
import { ranks, two } from './facts.ts'
import type { PrintedField } from './field-page.ts'

export type Planted = { value: string; planted: string }

const replaceAt = (text: string, at: number, with_: string, length = 1): string =>
  text.slice(0, at) + with_ + text.slice(at + length)

function transpose(random: Random, text: string, fits: RegExp): Planted | null {
  const places = [...text].flatMap((glyph, i) => {
    const next = text[i + 1]
    return next !== undefined && fits.test(glyph) && fits.test(next) && glyph !== next ? [i] : []
  })
  if (places.length === 0) return null
  const at = random.pick(places)
  return {
    value: replaceAt(text, at, `${text[at + 1]}${text[at]}`, 2),
    planted: 'transpose',
  }
}

function changeDigit(random: Random, text: string): Planted | null {
  const places = [...text].flatMap((glyph, i) => (/\d/.test(glyph) ? [i] : []))
  if (places.length === 0) return null
  const at = random.pick(places)
  const digit = String((Number(text[at]) + random.int(1, 9)) % 10)
  return { value: replaceAt(text, at, digit), planted: 'digit' }
}

function changeLetters(random: Random, text: string): Planted | null {
  const places = [...text].flatMap((glyph, i) =>
    i > 0 && /[a-z]/.test(glyph) && /[a-z]/.test(text[i - 1] ?? '') ? [i] : [],
  )
  if (places.length === 0) return null
  const at = random.pick(places)
  return random.chance(0.5)
    ? { value: replaceAt(text, at, ''), planted: 'drop' }
    : { value: replaceAt(text, at, text[at] === 'a' ? 'e' : 'a'), planted: 'subst' }
}

function changeDate(random: Random, date: string): Planted {
  const [y = '', m = '', d = ''] = date.split('-')
  const swap = Number(d) <= 12 && d !== m
  const kind = random.pick(swap ? ['swap', 'year', 'month', 'day'] : ['year', 'month', 'day'])
  const parts: Record<string, string> = {
    swap: `${y}-${d}-${m}`,
    year: `${Number(y) + random.pick([-1, 1, 10])}-${m}-${d}`,
    month: `${y}-${two((Number(m) % 12) + 1)}-${d}`,
    day: `${y}-${m}-${two((Number(d) % 28) + 1)}`,
  }
  return { value: parts[kind] ?? date, planted: kind }
}

/** What somebody typed wrongly for this value; null when this value offers nothing. */
export function plant(random: Random, { type, value }: PrintedField): Planted | null {
  switch (type) {
    case 'nip':
    case 'nik':
    case 'nomor':
      return random.chance(0.5) ? transpose(random, value, /\d/) : changeDigit(random, value)
    case 'uang':
      return random.chance(0.5)
        ? transpose(random, value, /\d/)
        : { value: String(Number(value) + random.pick([1000, -1000, 100_000])), planted: 'amount' }
    case 'angka':
      return changeDigit(random, value)
    case 'tanggal':
      return changeDate(random, value)
    case 'masa':
      return { value: String(Number(value) + random.pick([1, 12, -1])), planted: 'period' }
    case 'golongan':
    case 'pangkat': {
      const column = type === 'golongan' ? 0 : 1
      const at = ranks.findIndex((rank) => rank[column] === value)
      const other = ranks[at + random.pick([-1, 1])]?.[column]
      return other === undefined ? null : { value: other, planted: 'adjacent' }
    }
    default:
      return random.chance(0.35) ? transpose(random, value, /[a-z]/) : changeLetters(random, value)
  }
}
