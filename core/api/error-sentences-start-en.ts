import type { ErrorSentences } from './error-sentence.ts'

/** Sentences of a start that does not come about: machine, packages, port. */
export const englishStartSentences = {
  node_terlalu_lama: {
    terjadi: 'Node on this computer is too old.',
    aman: 'Nothing was installed.',
    lanjut: 'Install Node 20.19 or newer and run again.',
  },
  paket_sistem_kurang: {
    terjadi: 'System packages are missing.',
    aman: 'Nothing was changed.',
    lanjut: 'Run the printed command as root, then repeat.',
  },
  pemasangan_gagal: {
    terjadi: 'Installation did not finish.',
    aman: 'No data was changed.',
    lanjut: 'Check network and disk space, then run again.',
  },
  port_terpakai: {
    terjadi: 'Another program uses the requested port.',
    aman: 'Nothing was changed.',
    lanjut: 'Stop that program or choose another PORT.',
  },
  elektron_tidak_ada: {
    terjadi: 'Electron could not be obtained.',
    aman: 'Server and data are not affected.',
    lanjut: 'Check the network and run again.',
  },
  jendela_tidak_terbuka: {
    terjadi: "The app's window did not open.",
    aman: 'Server and data are not affected.',
    lanjut: 'Look at the lines above this one, then run again.',
  },
} as const satisfies Partial<ErrorSentences>
