import type { ErrorSentences } from './error-sentence.ts'

export const englishSentences: ErrorSentences = {
  permintaan_tidak_sah: {
    terjadi: 'The server could not read the request.',
    aman: 'Nothing was changed.',
    lanjut: 'Reload this screen; if it happens again, give the code below to an administrator.',
  },
  sesi_berakhir: {
    terjadi: 'Your session has ended.',
    aman: 'Work not yet sent is still on this screen.',
    lanjut: 'Sign in again to go on.',
  },
  tidak_berwenang: {
    terjadi: 'Your account has no right to this.',
    aman: 'Nothing was changed.',
    lanjut: 'If it should, ask a BKD administrator to look at your assignment.',
  },
  milik_sendiri: {
    terjadi: 'This proposal is your own, or you entered it yourself.',
    aman: 'Nothing was changed.',
    lanjut: 'Somebody else verifies it; leave it in the queue.',
  },
  pakta_belum_ditandatangani: {
    terjadi: "You have not signed this year's integrity pact.",
    aman: 'Nothing was changed; work not yet sent stays stored.',
    lanjut: 'Sign out and in again: the text is shown while signing in (article 30).',
  },
  tidak_ditemukan: {
    terjadi: 'Nothing was found in your office.',
    aman: 'Nothing was changed.',
    lanjut: 'Go back to the queue; it may have been settled or moved.',
  },
  terlalu_sering: {
    terjadi: 'Too many attempts in a short time.',
    aman: 'Nothing is lost.',
    lanjut: 'Wait a minute, then try again.',
  },
  kesalahan_server: {
    terjadi: 'The server failed at this request.',
    aman: 'Nothing was changed.',
    lanjut: 'Try again; if it happens again, give the code below to an administrator.',
  },
  basis_data_tak_terjangkau: {
    terjadi: 'The server cannot reach its database.',
    aman: 'Data already received is safe.',
    lanjut: 'Wait and try again; if it happens again, give the code below to an administrator.',
  },
  luring: {
    terjadi: 'The server cannot be reached from this computer.',
    aman: 'Decisions not yet sent go out by themselves once connected, while the app stays open.',
    lanjut: 'Check the office network; work on this screen can go on.',
  },
  keputusan_usang: {
    terjadi: 'This proposal changed after you opened it.',
    aman: 'Your decision was not recorded and stays visible in this tray.',
    lanjut:
      'Open the case again, look at the newest values, then decide again or discard with a reason.',
  },
  sudah_diputuskan: {
    terjadi: 'A colleague has already decided this proposal.',
    aman: "The colleague's decision stands; yours was not recorded and stays visible in this tray.",
    lanjut:
      'Look at the decision that stands; if you disagree, talk to your colleague, then discard with a reason.',
  },
  transaksi_berbeda: {
    terjadi: 'This repeat differs from what was sent first.',
    aman: 'What was sent first stands.',
    lanjut: 'Open the case again and check the recorded decision.',
  },
  pindaian_berubah: {
    terjadi: 'The scan that you saw is no longer the stored one.',
    aman: 'The decision was not recorded.',
    lanjut: 'Open the case again and check the newest scan.',
  },
  halaman_belum_dilihat: {
    terjadi: 'Some pages of the scan have not been shown.',
    aman: 'Your judgements are kept.',
    lanjut: 'Open the marked pages, then decide.',
  },
  penilaian_belum_lengkap: {
    terjadi: 'Some fields have not been judged.',
    aman: 'Your judgements are kept.',
    lanjut: 'Judge each marked field.',
  },
  asli_belum_dinyatakan: {
    terjadi: 'The original has not been stated as seen.',
    aman: 'Your judgements are kept.',
    lanjut:
      'State which original was seen and where; without it this is no verification (Article 1 item 17).',
  },
  ada_yang_tidak_sesuai: {
    terjadi: 'You judged a field as different or unreadable.',
    aman: 'Your judgements are kept.',
    lanjut: 'Return the proposal with its reason, or look at that field again.',
  },
  alasan_belum_lengkap: {
    terjadi: 'The return has no complete reason yet.',
    aman: 'Your judgements are kept.',
    lanjut: 'Mark at least one field that fails and choose its reason.',
  },
  nip_rusak: {
    terjadi: 'A spreadsheet damaged this NIP.',
    aman: 'Nothing was looked up or stored with it.',
    lanjut: 'Copy the NIP from the document, or import it again as text.',
  },
  nip_tidak_sah: {
    terjadi: 'This NIP is not valid.',
    aman: 'Nothing was looked up or stored.',
    lanjut: 'Check its 18 digits on the document.',
  },
  isian_tidak_sah: {
    terjadi: 'A field is not valid.',
    aman: 'The other fields are kept; nothing is stored yet.',
    lanjut: 'Correct the marked fields.',
  },
  rekam_bertentangan: {
    terjadi: 'This proposal contradicts other data in the record.',
    aman: 'Your entries are kept; the record is unchanged.',
    lanjut: 'Read the contradiction named below, then correct the entry or the older data.',
  },
  bukti_kurang: {
    terjadi: 'This proposal has no proof yet.',
    aman: 'Your entries are kept; nothing has changed.',
    lanjut: 'Attach a scan of the document that proves it.',
  },
  impor_tanpa_kolom: {
    terjadi: 'This file has no column for the NIP, or none of the columns of this kind of data.',
    aman: 'Nothing has changed.',
    lanjut: 'Use a heading row with a column "NIP" and the names of fields, then upload again.',
  },
  impor_selesai: {
    terjadi: 'This import is finished or undone already.',
    aman: 'Nothing has changed.',
    lanjut: 'Reload the list of imports to see its state.',
  },
  impor_sudah_dipakai: {
    terjadi: 'Somebody has changed rows of this import since.',
    aman: 'Not one row was undone.',
    lanjut: 'Mend wrong rows one by one by a change proposal.',
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
  calon_tanpa_akun: {
    terjadi: 'This employee has no active ordinary account, or has an administrator account.',
    aman: 'The appointment was not made.',
    lanjut: 'Open an account for the employee first, then appoint again.',
  },
  unit_tidak_sah: {
    terjadi: 'A unit does not belong to the office of the candidate.',
    aman: 'The nomination was not stored.',
    lanjut: 'Check the units and send it again.',
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
    lanjut: 'Check the code and the user name, or ask for a new code.',
  },
  akun_sudah_aktif: {
    terjadi: 'The owner has already activated this account.',
    aman: 'Its password was not changed.',
    lanjut: 'If the owner forgot it, use recovery by two managers.',
  },
  pengelola_lain_diperlukan: {
    terjadi: 'Another manager has to take this step, not you.',
    aman: 'No code was given.',
    lanjut: "Ask a second manager to see the owner's identity and go on.",
  },
  berkas_kosong: {
    terjadi: 'This file is empty.',
    aman: 'Nothing was stored.',
    lanjut: 'Scan the document again and upload it.',
  },
  berkas_terlalu_besar: {
    terjadi: 'This file is larger than accepted.',
    aman: 'Nothing was stored; the file on your computer is intact.',
    lanjut: 'Scan again at 200-300 dpi or make the file smaller.',
  },
  berkas_tidak_didukung: {
    terjadi: 'This kind of file is not accepted, whatever its name.',
    aman: 'Nothing was stored.',
    lanjut: 'Upload the scan as PDF, JPEG, PNG, WebP or TIFF.',
  },
  berkas_rusak: {
    terjadi: 'This file is broken or cut off.',
    aman: 'Nothing was stored.',
    lanjut: 'Scan the document again or take the original file.',
  },
  berkas_terkunci: {
    terjadi: 'This PDF is locked with a password.',
    aman: 'Nothing was stored.',
    lanjut: 'Save it without a password and upload it again.',
  },
  berkas_terlalu_banyak_halaman: {
    terjadi: 'This document has too many pages.',
    aman: 'Nothing was stored.',
    lanjut: 'Upload only the pages that prove the proposal.',
  },
  berkas_terlalu_luas: {
    terjadi: 'The image in this file is too large.',
    aman: 'Nothing was stored.',
    lanjut: 'Scan again at 200-300 dpi.',
  },
  akun_salah: {
    terjadi: 'User name or password does not match.',
    aman: 'Your account is safe.',
    lanjut: 'Check again; passwords tell capitals from small letters.',
  },
  masuk_dibatalkan: {
    terjadi: 'Sign-in was cancelled.',
    aman: 'Nothing was changed.',
    lanjut: 'Press Sign in when ready.',
  },
  masuk_gagal: {
    terjadi: 'Sign-in did not succeed.',
    aman: 'Nothing was changed.',
    lanjut: 'Try to sign in again; if it fails again, call an administrator.',
  },
  masuk_kedaluwarsa: {
    terjadi: 'The time to sign in within the browser has run out.',
    aman: 'Nothing was changed.',
    lanjut: 'Press Sign in to start again.',
  },
  peramban_tidak_terbuka: {
    terjadi: 'The browser could not be opened from this app.',
    aman: 'Nothing was changed.',
    lanjut: 'Copy the address on this screen and open it in a browser yourself.',
  },
  dokumen_tidak_dapat_ditampilkan: {
    terjadi: 'This document cannot be displayed.',
    aman: 'The stored original is intact and the app goes on.',
    lanjut: 'Return the proposal as unreadable, or ask for a new scan.',
  },
  dokumen_tampil_kosong: {
    terjadi: 'This page came out blank.',
    aman: 'It does not count as seen yet.',
    lanjut: 'State that the page really is blank, or return the proposal.',
  },
  kesalahan_aplikasi: {
    terjadi: 'The app failed at this.',
    aman: 'Data on the server is unchanged.',
    lanjut: 'Try again; if it fails again, close and open the app.',
  },
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
}
