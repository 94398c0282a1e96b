import type { HasilBanding } from '@meja/core/domain/perbandingan/hasil.ts'
import type { IsianBanding } from '@meja/core/domain/perbandingan/isian-banding.ts'
import type { HalamanTerbaca } from '@meja/core/domain/perbandingan/kata.ts'
import { Pembaca } from './pembaca.ts'
import { Pembanding } from './pembanding.ts'

/** Loaded only when something is read: the viewer itself does not need it. */
const pembaca = new Pembaca()
const pembanding = new Pembanding()

export function readBerkas(
  tipeMedia: string,
  bytes: ArrayBuffer,
  signal?: AbortSignal,
): Promise<HalamanTerbaca[]> {
  return pembaca.read(tipeMedia, bytes, signal)
}

export function compareBacaan(
  halaman: readonly HalamanTerbaca[],
  isian: readonly IsianBanding[],
): Promise<HasilBanding[]> {
  return pembanding.compare(halaman, isian)
}
