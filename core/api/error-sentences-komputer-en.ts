import type { ErrorSentences } from './error-sentence.ts'

/** Sentences about this workstation: its keys, its disk, what is saved from it. */
export const englishWorkstationSentences = {
  brankas_tidak_ada: {
    terjadi: "This computer's operating system has no safe place for secrets (key ring).",
    aman: 'No personal data has been written on this computer.',
    lanjut:
      "Ask this computer's manager to turn the key ring on (for example gnome-keyring), then open the application again.",
  },
  pin_salah: {
    terjadi: 'The PIN does not match.',
    aman: 'Your work stays saved and locked.',
    lanjut: 'Try again, or sign in fully in the browser if you forgot it.',
  },
  pin_lemah: {
    terjadi: 'This PIN is too easy to guess or too short.',
    aman: 'The PIN has not changed.',
    lanjut: 'Choose digits that are no date, no sequence and not repeated.',
  },
  pin_habis: {
    terjadi: 'The PIN on this computer no longer works: wrong five times, or its file changed.',
    aman: 'Your work stays saved and locked.',
    lanjut: 'Sign in fully in the browser, then make a new PIN.',
  },
  kunci_tidak_terbuka: {
    terjadi: "The server could not open this computer's data key yet.",
    aman: 'Your work stays saved and locked on this computer.',
    lanjut: 'Check the office network, then try again.',
  },
  simpan_gagal: {
    terjadi: 'This computer cannot save; its storage may be full.',
    aman: 'The decision is still on this screen and is being sent to the server.',
    lanjut: 'Keep the application open until it is sent; ask for storage to be freed.',
  },
  kiriman_belum_sampai: {
    terjadi: 'Some of your decisions have not reached the server yet.',
    aman: 'Nothing was removed; those decisions are still kept on this computer.',
    lanjut: 'Stay connected until all are received, settle the refused ones, then try again.',
  },
  resi_tidak_sah: {
    terjadi: 'The server answered, but its receipt cannot be proven to come from the BKD server.',
    aman: 'Your decision is still kept on this computer and does not count as received.',
    lanjut: 'It is tried again by itself. If it stays so, tell the BKD administrator.',
  },
  tembolok_hilang: {
    terjadi: 'The working copy on this computer is lost or damaged.',
    aman: 'Unsent decisions were restored from the journal; the server is unchanged.',
    lanjut: 'You may go on. If it happens again, have the storage of this computer checked.',
  },
  unduhan_gagal: {
    terjadi: 'The file could not be written there.',
    aman: 'No data was changed, and a file that was there before is still whole.',
    lanjut: 'Save to another folder, or make room first.',
  },
} as const satisfies Partial<ErrorSentences>
