import type { ErrorSentences } from './error-sentence.ts'

/** Sentences about accounts, their rights and the integrity pact. */
export const englishPeopleSentences = {
  pakta_belum_ditandatangani: {
    terjadi: "You have not signed this year's integrity pact.",
    aman: 'Nothing was changed; work not yet sent stays stored.',
    lanjut: 'Read and sign the text on the screen of the pact, then go on (article 30).',
  },
  pakta_usang: {
    terjadi: 'This is not the text of the pact that is in force.',
    aman: 'No signature was recorded.',
    lanjut: 'Reload, then read and sign the new text.',
  },
  penunjukan_usang: {
    terjadi: 'This nomination or task was already dealt with.',
    aman: 'The earlier decision stands.',
    lanjut: 'Reload the list to see how it ended.',
  },
  permohonan_usang: {
    terjadi: 'This request for access has already been decided or withdrawn.',
    aman: 'What came first stands; no right changed.',
    lanjut: 'Reload the list to see the outcome.',
  },
  hak_sudah_ada: {
    terjadi: 'The same right is already in force, or already asked for and waiting.',
    aman: 'Nothing was added.',
    lanjut: 'See the list of rights and requests; ask again after the present one ends.',
  },
  tinjauan_usang: {
    terjadi: 'This review has been closed, or another review is still open.',
    aman: 'Findings already recorded are kept.',
    lanjut: 'Reload the list of reviews and go on with the open one.',
  },
  tinjauan_belum_lengkap: {
    terjadi: 'There are still rights without a finding.',
    aman: 'The review stays open; findings already recorded are kept.',
    lanjut:
      'Filter by “Not reviewed”, judge them, and close again. Somebody else reviews your own.',
  },
  rekomendasi_diperlukan: {
    terjadi:
      "Presenting another employee's data needs an administrator's recommendation (Article 18).",
    aman: 'Nothing was printed and no data left.',
    lanjut: 'Choose a recommendation in force, or ask an administrator of BKD for one.',
  },
  rekomendasi_tidak_berlaku: {
    terjadi:
      'This recommendation does not hold: not begun, over, withdrawn, or for another office.',
    aman: 'Nothing was printed and no data left.',
    lanjut: 'Reload the list of recommendations and choose one that holds today.',
  },
  calon_tanpa_akun: {
    terjadi: 'This employee has no active ordinary account, or has an administrator account.',
    aman: 'The appointment was not made.',
    lanjut: 'Open an account for the employee first, then appoint again.',
  },
  unit_tidak_sah: {
    terjadi: 'A unit does not belong to the office of the candidate, or is closed.',
    aman: 'The nomination was not stored.',
    lanjut: 'Check the units and send it again.',
  },
  unit_masih_dipakai: {
    terjadi: 'This unit is still needed after that closing day.',
    aman: 'The unit is not closed and no placement has changed.',
    lanjut: 'Move its people and decide the proposals that name it, then close it again.',
  },
  unit_sudah_ditutup: {
    terjadi: 'The closing of this unit is entered already, or its day has passed.',
    aman: 'Nothing has changed.',
    lanjut: 'Reload the organisation to see how this unit stands.',
  },
  sandi_salah: {
    terjadi: 'Your current password does not match.',
    aman: 'Nothing was changed.',
    lanjut: 'Type the password with which you sign in.',
  },
  sandi_lemah: {
    terjadi: 'The new password is too short, too common, or contains your name, NIP or user name.',
    aman: 'The old password stays valid.',
    lanjut: 'Use at least 12 characters, such as four unrelated words.',
  },
  kode_tidak_sah: {
    terjadi: 'This code is wrong, was used, or has expired.',
    aman: 'The account was not changed.',
    lanjut: 'Check NIP, date of birth and code, or ask for a new letter.',
  },
  kode_kedua_salah: {
    terjadi: 'That code is wrong, was used, or is too old.',
    aman: 'Nothing was changed.',
    lanjut: 'Wait for the next code in the app, check the clock of the phone, and type it again.',
  },
  passkey_ditolak: {
    terjadi: 'That passkey is not known here, or not of this account.',
    aman: 'Nothing was changed.',
    lanjut: 'Try again with another passkey, or use the password.',
  },
  faktor_terakhir: {
    terjadi: 'An account of a pengelola may not be without a second step.',
    aman: 'The second step that is there still holds.',
    lanjut: 'Set up its replacement first, then remove this one.',
  },
  akun_belum_aktif: {
    terjadi: 'This employee has not opened the account yet.',
    aman: 'No code was made.',
    lanjut: 'Make an invitation in People & rights, Invitations.',
  },
  pengelola_lain_diperlukan: {
    terjadi: 'Another manager has to take this step, not you.',
    aman: 'Nothing changed, and no code was given.',
    lanjut: "Ask another manager to do it; in a recovery they see the owner's identity themselves.",
  },
  peran_oleh_keputusan: {
    terjadi: 'The role of a fasilitator changes through the assignment only.',
    aman: 'This account has not changed.',
    lanjut: 'End the assignment in the list of fasilitators, then try again.',
  },
  surel_belum_diatur: {
    terjadi: 'This server cannot send e-mail yet.',
    aman: 'Your address is kept, but it is not verified.',
    lanjut: 'Tell an administrator; once sending is set up, ask for a code again.',
  },
} as const satisfies Partial<ErrorSentences>
