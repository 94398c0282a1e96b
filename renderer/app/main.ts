import './bridge.ts'
import './theme.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import AppShell from './AppShell.vue'
import { i18n } from './i18n.ts'
import { router } from './router.ts'
import { startShortcuts } from './shortcuts.ts'

document.documentElement.lang = i18n.global.locale.value
startShortcuts()
createApp(AppShell).use(createPinia()).use(i18n).use(router).use(ui).mount('#app')
