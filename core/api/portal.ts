/**
 * Every request of the portal carries this header. A foreign page cannot set it without asking the
 * server first (CORS), and the server never says yes.
 */
export const headerPortal = 'x-meja-portal'

/** Pages of the server that the portal goes to; they are addresses of a browser, not endpoints. */
export const alamatPortal = {
  masuk: '/masuk',
  kembali: '/kembali',
  keluar: '/keluar',
} as const
