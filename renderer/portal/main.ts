import '../app/zod-without-eval.ts'
import '../app/theme.css'
import './portal.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { openDoor } from '../app/door.ts'
import { i18n } from '../app/i18n.ts'
import { useSessionStore } from '../app/session-store.ts'
import { createPortalDoor } from './portal-door.ts'
import PortalShell from './PortalShell.vue'
import { router } from './router.ts'

document.documentElement.lang = i18n.global.locale.value
const pinia = createPinia()
setActivePinia(pinia)
openDoor(createPortalDoor())
const app = createApp(PortalShell).use(pinia).use(i18n).use(ui)
await useSessionStore().start()
app.use(router).mount('#app')
// The shell opens on a bad network too; what is personal is never kept (build/emit-shell-worker.ts).
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/sw.js').catch(() => {})
}
