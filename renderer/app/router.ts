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
    { path: '/cari', component: () => import('../features/pegawai/CariPage.vue') },
    {
      path: '/organisasi',
      component: () => import('../features/pegawai/OrganisasiPage.vue'),
    },
    {
      path: '/pegawai/:pegawaiId',
      component: () => import('../features/rekam/PegawaiPage.vue'),
      props: true,
      children: [
        { path: '', component: () => import('../features/rekam/RingkasanTab.vue') },
        { path: 'riwayat', component: () => import('../features/rekam/RiwayatTab.vue') },
        { path: 'dokumen', component: () => import('../features/dokumen/ArsipTab.vue') },
        { path: 'linimasa', component: () => import('../features/linimasa/LinimasaTab.vue') },
        { path: 'usulan', component: () => import('../features/usulan/UsulanTab.vue') },
        {
          path: 'catat/:jenis',
          component: () => import('../features/usulan/CatatPage.vue'),
          props: ({ params, query }) => ({ ...params, ...query }),
        },
      ],
    },
    { path: '/impor', component: () => import('../features/impor/ImporPage.vue') },
    {
      path: '/impor/:imporId',
      component: () => import('../features/impor/ImporRincianPage.vue'),
      props: true,
    },
    { path: '/hak', component: () => import('../features/akses/HakSayaPage.vue') },
    { path: '/hak/ajukan', component: () => import('../features/akses/AjukanHakPage.vue') },
    { path: '/sesi', component: () => import('../features/sesi/KeamananPage.vue') },
    {
      path: '/orang/:bagian(fasilitator|akun|undangan|hak|permohonan|tinjauan|rekomendasi|pesan)',
      component: () => import('../features/orang/OrangPage.vue'),
      props: true,
    },
    {
      path: '/orang/tinjauan/:tinjauanId',
      component: () => import('../features/orang/TinjauanPage.vue'),
      props: true,
    },
    { path: '/pemulihan', component: () => import('../features/orang/PemulihanPage.vue') },
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
