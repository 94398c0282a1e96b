import { createRouter, createWebHashHistory } from 'vue-router'
import SignInPage from '../features/sesi/SignInPage.vue'
import AntreanPage from '../features/verifikasi/AntreanPage.vue'
import VerifikasiPage from '../features/verifikasi/VerifikasiPage.vue'
import { useSessionStore } from './session-store.ts'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/masuk', component: SignInPage, meta: { umum: true } },
    { path: '/antrean', component: AntreanPage },
    { path: '/verifikasi/:usulanId', component: VerifikasiPage, props: true },
    { path: '/:lain(.*)*', redirect: '/antrean' },
  ],
})

router.beforeEach((tujuan) => {
  const { isMasuk } = useSessionStore()
  if (!isMasuk && tujuan.meta['umum'] !== true) return '/masuk'
  if (isMasuk && tujuan.path === '/masuk') return '/antrean'
  return true
})
