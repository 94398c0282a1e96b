import { createRouter, createWebHashHistory } from 'vue-router'
import BerandaPage from './BerandaPage.vue'

/** Addresses stand behind `#`: what is looked at never reaches a server's log or another site. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'beranda', component: BerandaPage },
    {
      path: '/rekam',
      name: 'rekam',
      component: () => import('../features/rekam/RekamPage.vue'),
    },
    {
      path: '/rekam/:bagian(arsip|linimasa)',
      name: 'bawah-rekam',
      props: true,
      component: () => import('./BawahRekamPage.vue'),
    },
    {
      path: '/usulan',
      name: 'usulan',
      component: () => import('../features/usulan/UsulanPage.vue'),
    },
    {
      path: '/usulan/:usulanId',
      name: 'rincian',
      props: true,
      component: () => import('../features/usulan/RincianPage.vue'),
    },
    {
      path: '/ajukan',
      name: 'pilih',
      component: () => import('../features/usulan/PilihJenisPage.vue'),
    },
    {
      path: '/ajukan/:jenis',
      name: 'ajukan',
      props: ({ params, query }) => ({ jenis: params['jenis'], ...query }),
      component: () => import('../features/usulan/FormPage.vue'),
    },
    {
      path: '/penunjukan',
      name: 'penunjukan',
      component: () => import('../features/penunjukan/PenunjukanPage.vue'),
    },
    {
      path: '/penunjukan/usul',
      name: 'usul-fasilitator',
      component: () => import('../features/penunjukan/UsulPage.vue'),
      props: ({ query }) => ({ kantor: query['kantor'], menggantikan: query['menggantikan'] }),
    },
    {
      path: '/hak',
      name: 'hak',
      component: () => import('../features/akses/HakSayaPage.vue'),
    },
    {
      path: '/hak/ajukan',
      name: 'ajukan-hak',
      component: () => import('../features/akses/AjukanHakPage.vue'),
    },
    { path: '/sesi', name: 'sesi', component: () => import('../features/sesi/KeamananPage.vue') },
    { path: '/:lain(.*)*', redirect: '/' },
  ],
})
