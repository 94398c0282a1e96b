import type { ErrorSentences } from './error-sentence.ts'
import { englishWorkstationSentences } from './error-sentences-komputer-en.ts'
import { englishPeopleSentences } from './error-sentences-orang-en.ts'
import { englishStartSentences } from './error-sentences-start-en.ts'

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
  asal_ditolak: {
    terjadi: 'This request did not come from a page of the portal.',
    aman: 'Nothing was changed.',
    lanjut: 'Open the portal by its own address and do it again from there.',
  },
  milik_sendiri: {
    terjadi: 'This proposal is your own, or you entered it yourself.',
    aman: 'Nothing was changed.',
    lanjut: 'Somebody else verifies it; leave it in the queue.',
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
    aman: 'Decisions not yet sent are saved on this computer and go out by themselves once connected.',
    lanjut: 'Check the office network; work on this screen can go on.',
  },
  keputusan_usang: {
    terjadi: 'This proposal changed after you opened it.',
    aman: 'Your decision was not recorded and stays visible in this tray.',
    lanjut:
      'Open the case again, look at the newest values, then decide again or discard with a reason.',
  },
  server_tertinggal: {
    terjadi:
      'The server was restored from a backup and does not know the decision before this one.',
    aman: 'Your decision is still kept on this computer.',
    lanjut: 'Nothing to do: it is sent again by itself once the earlier decision has come back.',
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
  draf_terlalu_banyak: {
    terjadi: 'You keep too many drafts already.',
    aman: 'The older drafts are kept; what stands on this screen is not yet.',
    lanjut: 'Send or throw away drafts that you do not need, then go on.',
  },
  impor_tanpa_kolom: {
    terjadi: 'This file has no column for the NIP, or none of the columns of this kind of data.',
    aman: 'Nothing has changed.',
    lanjut: 'Use a heading row with a column NIP and the names of fields, then upload again.',
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
  berkas_heic: {
    terjadi: 'This photograph is HEIC, the format of iPhones, which cannot be opened here yet.',
    aman: 'Nothing was stored; the photograph on your phone is intact.',
    lanjut:
      'On the iPhone choose Settings, Camera, Formats, "Most Compatible" and take it again; or send it as JPEG.',
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
  berkas_terinfeksi: {
    terjadi: 'The virus scanner found something harmful in this file.',
    aman: 'Nothing was stored and the record is unchanged.',
    lanjut: 'Do not open the file; tell your IT staff, then scan the original paper again.',
  },
  pemindai_tak_terjangkau: {
    terjadi: 'The file could not be checked: the virus scanner does not answer.',
    aman: 'Nothing was stored yet; the file on your computer and what has arrived are intact.',
    lanjut: 'Try again in a few minutes; if it goes on, tell the administrator.',
  },
  penyimpanan_tak_terjangkau: {
    terjadi: 'The store of scans does not answer.',
    aman: 'Scans that were stored are safe; the record is unchanged.',
    lanjut: 'Try again shortly; if it goes on, tell the administrator.',
  },
  pindaian_tidak_utuh: {
    terjadi: 'The stored scan differs from what was uploaded, or is gone.',
    aman: 'It is not shown; records and decisions are unchanged.',
    lanjut: 'Give the code below to the administrator, to restore it from the backup.',
  },
  pindaian_sudah_digantikan: {
    terjadi: 'A newer scan has already taken the place of this one.',
    aman: 'Both scans are kept; nothing has changed.',
    lanjut: 'Open the archive and replace the newest scan.',
  },
  unggahan_belum_lengkap: {
    terjadi: 'This upload has not arrived completely.',
    aman: 'The parts that arrived are kept.',
    lanjut: 'Go on with the upload, then store it again.',
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
  kunci_tidak_sah: {
    terjadi: "This computer's data key is not your account's, or it is damaged.",
    aman: 'Nothing on the server has changed; locked data on this computer stays locked.',
    lanjut: 'Sign in with the account used on this computer, or ask the BKD administrator.',
  },
  kesalahan_aplikasi: {
    terjadi: 'The app failed at this.',
    aman: 'Data on the server is unchanged.',
    lanjut: 'Try again; if it fails again, close and open the app.',
  },
  ...englishWorkstationSentences,
  ...englishPeopleSentences,
  ...englishStartSentences,
}
