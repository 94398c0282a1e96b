import './zod-without-eval.ts'
import './bridge.ts'
import './theme.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import AppShell from './AppShell.vue'
import { i18n } from './i18n.ts'
import { router } from './router.ts'
import { useSessionStore } from './session-store.ts'
import { startShortcuts } from './shortcuts.ts'

document.documentElement.lang = i18n.global.locale.value
startShortcuts()
const app = createApp(AppShell).use(createPinia()).use(i18n).use(ui)
// The first address depends on whether somebody is signed in: it is known before anything shows.
await useSessionStore().start()
app.use(router).mount('#app')
