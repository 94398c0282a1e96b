import './zod-without-eval.ts'
import './bridge.ts'
import './theme.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import AppShell from './AppShell.vue'
import { i18n } from './i18n.ts'
import { startIngatan, takeAlamat } from './ingatan.ts'
import { useKunciStore } from './kunci-store.ts'
import { router } from './router.ts'
import { useSessionStore } from './session-store.ts'
import { startShortcuts } from './shortcuts.ts'
import { warmPenggambar } from '../ui/pindaian/simpanan-halaman.ts'

document.documentElement.lang = i18n.global.locale.value
startShortcuts()
const app = createApp(AppShell).use(createPinia()).use(i18n).use(ui)
// Behind the lock screen there is time: what draws scans is loaded while a PIN is typed.
requestIdleCallback(warmPenggambar)
// The first address depends on whether somebody is signed in: it is known before anything shows.
const session = useSessionStore()
await Promise.all([session.start(), useKunciStore().start()])
await session.recallSaya()
startIngatan(() => router.currentRoute.value.fullPath)
document.addEventListener('copy', () => void window.meja.noteSalinan())
document.addEventListener('cut', () => void window.meja.noteSalinan())
const alamat = takeAlamat()
if (alamat !== null) await router.replace(alamat).catch(() => {})
app.use(router).mount('#app')
