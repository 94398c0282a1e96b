import { createRouter, createWebHashHistory } from 'vue-router'
import SignInPage from '../features/sesi/SignInPage.vue'
import AntreanPage from '../features/verifikasi/AntreanPage.vue'
import VerifikasiPage from '../features/verifikasi/VerifikasiPage.vue'
import { useSessionStore } from './session-store.ts'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/masuk', component: SignInPage },
    { path: '/antrean', component: AntreanPage },
    { path: '/verifikasi/:usulanId', component: VerifikasiPage, props: true },
    { path: '/sesi', component: () => import('../features/sesi/SesiSayaPage.vue') },
    {
      path: '/orang/:bagian(fasilitator|akun|hak)',
      component: () => import('../features/orang/OrangPage.vue'),
      props: true,
    },
    { path: '/komputer', component: () => import('../features/komputer/KomputerPage.vue') },
    { path: '/kualitas', component: () => import('../features/kualitas/KualitasPage.vue') },
    {
      path: '/kualitas/kantor/:perangkatDaerah',
      component: () => import('../features/kualitas/KualitasPage.vue'),
      props: true,
    },
    {
      path: '/kualitas/unit/:unitKerja',
      component: () => import('../features/kualitas/KualitasUnitPage.vue'),
      props: true,
    },
    { path: '/:lain(.*)*', redirect: '/antrean' },
  ],
})

// The server refuses whatever is not allowed; this only keeps empty screens from showing.
router.beforeEach((tujuan) => {
  const { isMasuk, saya } = useSessionStore()
  if (!isMasuk && tujuan.path !== '/masuk') return '/masuk'
  if (saya !== null && tujuan.path === '/masuk') return '/antrean'
  return true
})
