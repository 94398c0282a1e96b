import { formatTanggal, getTanggalJakarta, zonaWaktu } from '@meja/core/domain/tanggal.ts'

/** The time of an instant where the province is: `14.05`. */
export function formatJam(saat: Date | string, bahasa: string): string {
  return new Intl.DateTimeFormat(bahasa, {
    timeZone: zonaWaktu,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(saat))
}

/** Date and time as a person says them: `24 November 2026 pukul 14.05`. */
export function formatSaat(saat: Date | string, bahasa: string): string {
  if (bahasa === 'id') {
    return `${formatTanggal(getTanggalJakarta(new Date(saat)))} pukul ${formatJam(saat, bahasa)}`
  }
  return new Intl.DateTimeFormat(bahasa, {
    timeZone: zonaWaktu,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(saat))
}
