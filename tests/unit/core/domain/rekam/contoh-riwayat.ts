import { baris, fungsional, sk, struktural } from './contoh.ts'

export const gaji = (isi: Record<string, string>) =>
  baris('gaji', { ...sk, golongan: 'III/a', gajiPokok: '2785700', tmtGaji: '2024-03-01', ...isi })
export const kontrak = baris('pppk', {
  ...sk,
  tmtPppk: '2024-01-01',
  akhirPppk: '2028-12-31',
  golongan: 'IX',
})
export const kinerja = (isi: Record<string, string>) =>
  baris('kinerja', { predikat: 'BAIK', tahun: '2024', ...isi })
export const diklat = (jumlahJp: string) =>
  baris('diklat', {
    jenisDiklat: 'TEKNIS',
    nama: 'Arsip',
    tanggalMulai: '2024-02-01',
    tanggalSelesai: '2024-02-05',
    jumlahJp,
  })
export const kompetensi = (isi: Record<string, string>) =>
  baris('kompetensi', {
    jenisKompetensi: 'MANAJERIAL',
    kompetensi: 'M.01',
    level: '3',
    tanggal: '2024-05-05',
    ...isi,
  })
export const kredit = (periodeMulai: string, periodeSelesai: string) =>
  baris('angka_kredit', { periodeMulai, periodeSelesai, total: '12,5' })
export const tempat = (unit: string, tmt: string, selesai?: string) =>
  baris('penempatan', { unit, tmt, ...(selesai === undefined ? {} : { selesai }) })
export const pasangan = (nama: string, isi: Record<string, string> = {}) =>
  baris('pasangan', { nama, tanggalNikah: '1995-05-05', ...isi })
export const anak = (nama: string, tanggalLahir: string, isi: Record<string, string> = {}) =>
  baris('anak', { nama, tanggalLahir, tertunjang: 'ya', ...isi })
export const medali = (jenisPenghargaan: string, tahun: string) =>
  baris('penghargaan', { jenisPenghargaan, tahun })
export const hukuman = (isi: Record<string, string>) =>
  baris('hukuman_disiplin', {
    ...sk,
    jenisHukuman: 'PP53-S3',
    pelanggaran: 'Pelanggaran contoh',
    tmt: '2020-04-01',
    ...isi,
  })
export const cltn = (tanggalSelesai: string, isi: Record<string, string> = {}) =>
  baris('cltn', { nomorSk: sk.nomorSk, tanggalMulai: '2024-01-01', tanggalSelesai, ...isi })
export const pmk = (tanggalSk: string) =>
  baris('masa_kerja', {
    ...sk,
    tanggalSk,
    pengalaman: 'Tenaga honorer',
    tanggalMulai: '1986-01-01',
    tanggalSelesai: '1987-12-31',
    masaDinilai: '12',
  })
export const berhenti = (tmt: string) =>
  baris('pemberhentian', { ...sk, jenisPemberhentian: 'Pensiun BUP', tmt })
export const sertifikat = (berlakuSampai: string) =>
  baris('sertifikasi', { nama: 'Ahli Pengadaan', berlakuSampai })
export const organisasi = (nama: string) => baris('organisasi', { nama })
export const mutasi = (tmt: string) =>
  baris('mutasi', { ...sk, jenisMutasi: 'Antar PD', asal: 'BKD', tujuan: 'Bappeda', tmt })
export const jabatanPlt = struktural('Kepala Bidang', '31', '2026-06-01', { jenisMutasi: 'plt' })
export const auditor = fungsional('Auditor Ahli Muda', 'MUDA', '2020-01-01')
