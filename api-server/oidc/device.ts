import { isIPv4, isIPv6 } from 'node:net'

const sistem = [
  ['Windows', /Windows/],
  ['macOS', /Mac OS|Darwin/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Linux', /Linux/],
] as const

/** What its owner recognises a device by; versions and models would tell more than that needs. */
export function describePerangkat(aplikasi: 'Aplikasi desktop' | 'Peramban', agen: string): string {
  const nama = sistem.find(([, pola]) => pola.test(agen))?.[0]
  return nama === undefined ? aplikasi : `${aplikasi} di ${nama}`
}

/** The network without the place in it: /24 of IPv4, /48 of IPv6. */
export function getAlamatKasar(alamat: string): string {
  const polos = alamat.replace(/^::ffff:/i, '')
  if (isIPv4(polos)) return `${polos.split('.').slice(0, 3).join('.')}.x`
  if (!isIPv6(polos)) return 'tidak diketahui'
  const [kiri = ''] = polos.split('::')
  return `${kiri.split(':').filter(Boolean).slice(0, 3).join(':')}::x`
}
