/** What a colour means here, and the sign that says the same without colour (screens). */
export const makna = {
  sama: { ikon: 'i-lucide-circle-check', warna: 'text-success' },
  lihat: { ikon: 'i-lucide-triangle-alert', warna: 'text-warning' },
  beda: { ikon: 'i-lucide-circle-x', warna: 'text-error' },
  netral: { ikon: 'i-lucide-archive', warna: 'text-muted' },
  menunggu: { ikon: 'i-lucide-clock', warna: 'text-info' },
} as const satisfies Record<string, { ikon: string; warna: string }>

export type Makna = keyof typeof makna
