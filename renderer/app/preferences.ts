import { useI18n } from 'vue-i18n'
import { ref, watchEffect } from 'vue'
import { z } from 'zod'
import { getDoor } from './door.ts'

const Tema = z.enum(['sistem', 'terang', 'gelap'])
export type Tema = z.infer<typeof Tema>

export const Bahasa = z.enum(['id', 'en'])
export type Bahasa = z.infer<typeof Bahasa>

/** Kept per workstation; nothing of a person is in it. */
export function readPreference<T>(kunci: string, schema: z.ZodType<T>, bawaan: T): T {
  const hasil = schema.safeParse(localStorage.getItem(`meja.${kunci}`))
  return hasil.success ? hasil.data : bawaan
}

export function writePreference(kunci: string, nilai: string): void {
  localStorage.setItem(`meja.${kunci}`, nilai)
  // The lock screen is another origin and learns it from main.
  const preferensi = { tema: tema.value, bahasa: readPreference('bahasa', Bahasa, 'id') }
  void getDoor().savePreferensi(preferensi)
}

const gelapSistem = globalThis.matchMedia('(prefers-color-scheme: dark)')
const tema = ref<Tema>(readPreference('tema', Tema, 'sistem'))
const sistemGelap = ref(gelapSistem.matches)
gelapSistem.addEventListener('change', (event) => {
  sistemGelap.value = event.matches
})

/** Toggles the class by hand: the library's own switch writes a <style> element. */
watchEffect(() => {
  const gelap = tema.value === 'gelap' || (tema.value === 'sistem' && sistemGelap.value)
  document.documentElement.classList.toggle('dark', gelap)
  document.documentElement.classList.toggle('light', !gelap)
})

export function useTema() {
  return {
    tema,
    setTema(baru: Tema) {
      tema.value = baru
      writePreference('tema', baru)
    },
  }
}

export function useBahasa() {
  const { locale } = useI18n()
  return {
    locale,
    setBahasa(baru: Bahasa) {
      locale.value = baru
      document.documentElement.lang = baru
      writePreference('bahasa', baru)
    },
  }
}
