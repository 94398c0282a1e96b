-- Invented people for the benches, the same in every run: chance is a hash of the person's number.
-- :jumlah and the temporary tables slot_unit, kata_depan, kata_tengah, kata_belakang come from
-- ensure-people.ts. Triggers and foreign keys are off, so whatever they would fill is filled here.
-- The benches bring tokens of their own, without a session behind them.
INSERT INTO kebijakan_akun VALUES ('2020-11-24', false, 14, 'Orang rekaan');

CREATE FUNCTION pg_temp.acak(n bigint, garam int, sampai int) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT ((hashint8extended(n, garam) & 9223372036854775807) % sampai)::int $$;
CREATE FUNCTION pg_temp.id(jenis text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT overlay(overlay(md5(jenis || n) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$;

CREATE TEMP TABLE orang AS
WITH dasar AS (
  SELECT n, pg_temp.acak(n, 1, 2) AS kelamin, pg_temp.acak(n, 5, 100) < 8 AS pppk
    FROM generate_series(1, :jumlah::bigint) n
), waktu AS (
  SELECT *, CASE WHEN pppk THEN date '1990-01-01' + pg_temp.acak(n, 2, 3900)
    ELSE date '1968-01-01' + pg_temp.acak(n, 2, 11800) END AS lahir FROM dasar
), mulai AS (
  -- nip.md: appointed between 18 and 35 years of age, never in the future.
  SELECT *, CASE WHEN pppk THEN make_date(2019 + pg_temp.acak(n, 3, 6), 12, 1)
    ELSE make_date(least(extract(year FROM lahir)::int + 20 + pg_temp.acak(n, 3, 14), 2025),
      1 + pg_temp.acak(n, 4, 12), 1) END AS tmt FROM waktu
)
SELECT n, pg_temp.id('pegawai', n) AS id, kelamin, pppk, lahir, tmt,
  to_char(lahir, 'YYYYMMDD')
    || CASE WHEN pppk THEN to_char(tmt, 'YYYY') || '21' ELSE to_char(tmt, 'YYYYMM') END
    || kelamin + 1
    || lpad(row_number() OVER (PARTITION BY pppk, lahir, kelamin,
         CASE WHEN pppk THEN date_trunc('year', tmt) ELSE tmt END ORDER BY n)::text, 3, '0') AS nip,
  -- One in eight carries a name of invented syllables: real lists hold tens of thousands of words.
  concat_ws(' ',
    (SELECT k.kata FROM kata_depan k WHERE k.kelamin = m.kelamin AND k.nomor = pg_temp.acak(n, 7, 30)),
    (SELECT nullif(k.kata, '') FROM kata_tengah k WHERE k.nomor = pg_temp.acak(n, 8, 21)),
    (SELECT nullif(k.kata, '') FROM kata_tengah k WHERE k.nomor = pg_temp.acak(n, 13, 42)),
    CASE WHEN pg_temp.acak(n, 9, 8) = 0 THEN initcap(
      (ARRAY['bra','sur','mar','kar','jat','pan','wir','han','tar','gun','rak','sas','dar','lim','bas','nar'])
        [1 + pg_temp.acak(n, 10, 16)]
      || (ARRAY['a','i','u','o','ama','ini','ura','ondo','asa','ita','uka','adi'])[1 + pg_temp.acak(n, 11, 12)]
      || (ARRAY['wati','ningsih','putra','harja','mulya','kencana','jaya','sena','lesmana','dipura',
          'gama','tama','yani','wulan','rini','astra','kirana','buana','danu','rangga','sakti','wisesa',
          'nata','pati','loka','guna','karsa','dewa','yasa','praja'])[1 + pg_temp.acak(n, 12, 30)])
    ELSE (SELECT k.kata FROM kata_belakang k
      WHERE k.kelamin = m.kelamin AND k.nomor = pg_temp.acak(n, 10, 20)) END) AS nama,
  CASE WHEN pppk THEN (ARRAY['VII','IX'])[1 + pg_temp.acak(n, 14, 2)]
    ELSE (ARRAY['II/a','II/b','II/c','II/d','III/a','III/b','III/c','III/d','IV/a','IV/b'])
      [1 + pg_temp.acak(n, 14, 10)] END AS golongan,
  (ARRAY['Guru Ahli Pertama','Guru Ahli Muda','Guru Ahli Madya','Perawat Terampil',
    'Bidan Terampil','Pengadministrasi Perkantoran','Pengolah Data dan Informasi',
    'Penata Layanan Operasional','Analis SDM Aparatur Ahli Pertama','Perencana Ahli Pertama',
    'Arsiparis Ahli Muda','Pranata Komputer Ahli Pertama','Penyuluh Pertanian Ahli Pertama',
    'Kepala Subbagian Umum'])[1 + pg_temp.acak(n, 15, 14)] AS jabatan,
  pg_temp.acak(n, 6, 4000) AS slot
FROM mulai m;

INSERT INTO pegawai (id, nip, nama, gelar_belakang, perangkat_daerah, unit_kerja, data_utama)
SELECT o.id, o.nip, o.nama, (ARRAY['S.Pd.','S.E.','A.Md.',NULL])[1 + pg_temp.acak(o.n, 16, 4)],
  s.perangkat_daerah, s.unit, jsonb_build_object('jabatan', o.jabatan, 'golongan', o.golongan,
    'tanggalLahir', o.lahir, 'jenisKelamin', CASE o.kelamin WHEN 0 THEN 'L' ELSE 'P' END)
FROM orang o JOIN slot_unit s ON s.slot = o.slot ORDER BY o.n;
INSERT INTO kata_nama SELECT DISTINCT unnest(string_to_array(nama_cari, ' ')) FROM pegawai;

INSERT INTO riwayat (id, pegawai_id, jenis, isi, status, sumber, dibuat_pada, berlaku_dari)
SELECT pg_temp.id(r.jenis, o.n), o.id, r.jenis, r.isi, 'valid', 'impor', '2026-01-02 08:00+07', r.dari
FROM orang o CROSS JOIN LATERAL (VALUES
  ('pangkat', o.tmt, jsonb_build_object('nomorSk', '823/' || o.n || '/204/2020', 'tanggalSk', o.tmt,
    'golongan', o.golongan, 'tmtGolongan', o.tmt, 'masaKerjaGolongan', '48')),
  ('jabatan', o.tmt, jsonb_build_object('jenisJabatan', '2', 'namaJabatan', o.jabatan,
    'unitKerja', 'Unit ' || o.slot, 'tmtJabatan', o.tmt, 'nomorSk', '821/' || o.n || '/204/2021',
    'tanggalSk', o.tmt)),
  ('gaji', o.tmt, jsonb_build_object('nomorSk', '822/' || o.n || '/204/2022', 'tanggalSk', o.tmt,
    'golongan', o.golongan, 'masaKerjaGolongan', '48', 'gajiPokok', '3456700', 'tmtGaji', o.tmt)),
  ('pendidikan', make_date(extract(year FROM o.lahir)::int + 22, 1, 1), jsonb_build_object(
    'tingkat', '40', 'programStudi', 'Administrasi Publik', 'namaSekolah', 'Universitas Contoh',
    'nomorIjazah', 'IJ-' || o.n, 'tahunLulus', (extract(year FROM o.lahir) + 22)::text))
) r (jenis, dari, isi);

-- What the daily run would have found, and the sums that triggers would have kept.
INSERT INTO kualitas_pegawai (pegawai_id, unit_kerja, kelengkapan, kualitas, ukuran, versi, per, sampai)
SELECT o.id, s.unit, 3000 + pg_temp.acak(o.n, 20, 6000), 5000 + pg_temp.acak(o.n, 21, 5000),
  jsonb_build_object('dinilai', 1, 'skor.pribadi', pg_temp.acak(o.n, 22, 10001),
    'skor.kualifikasi', pg_temp.acak(o.n, 23, 10001), 'skor.kompetensi', 0,
    'skor.kinerja', pg_temp.acak(o.n, 24, 10001), 'skor.pendukung', pg_temp.acak(o.n, 25, 10001),
    'COM_1', pg_temp.acak(o.n, 26, 2), 'COM_5', pg_temp.acak(o.n, 27, 2), 'CON_1', pg_temp.acak(o.n, 28, 2),
    'kurang.kartu_keluarga', 1, 'kurang.kedudukan', 1, 'kurang.identitas.agama', pg_temp.acak(o.n, 29, 2),
    'kurang.kompetensi.level', 1, 'kurang.sttpl.nomor', pg_temp.acak(o.n, 30, 2)),
  1, date '2026-01-02', date '2099-12-31'
FROM orang o JOIN slot_unit s ON s.slot = o.slot;
INSERT INTO hitungan_unit (unit_kerja, ukuran, jumlah)
SELECT unit_kerja, 'pegawai', count(*) FROM pegawai GROUP BY unit_kerja
UNION ALL
SELECT q.unit_kerja, u.key, sum(u.value::bigint) FROM kualitas_pegawai q, jsonb_each_text(q.ukuran) u
GROUP BY q.unit_kerja, u.key;

-- One person in fifty has something waiting.
INSERT INTO dokumen (id, pegawai_id, jenis, nama_berkas, tipe_media, ukuran, sha256, halaman)
SELECT pg_temp.id('dokumen', n), id, 'SK_KGB', 'sk-kgb.pdf', 'application/pdf', 100000,
  encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), 1 FROM orang WHERE n % 50 = 0;
INSERT INTO usulan (id, pegawai_id, perangkat_daerah, jenis, aksi, sesudah, status, diajukan_pada)
SELECT pg_temp.id('usulan', o.n), o.id, s.perangkat_daerah, 'gaji', 'tambah', jsonb_build_object(
    'nomorSk', '822/' || o.n || '/204/2026', 'tanggalSk', '2026-02-01', 'golongan', o.golongan,
    'masaKerjaGolongan', '72', 'gajiPokok', '3602400', 'tmtGaji', '2026-03-01'),
  'diajukan', timestamptz '2026-10-01 08:00+07' + make_interval(secs => o.n)
FROM orang o JOIN slot_unit s ON s.slot = o.slot WHERE o.n % 50 = 0;
INSERT INTO usulan_dokumen (usulan_id, dokumen_id, urutan)
SELECT pg_temp.id('usulan', n), pg_temp.id('dokumen', n), 0 FROM orang WHERE n % 50 = 0;

-- Two administrators, and a fasilitator for each office: nobody signs in with a password here.
INSERT INTO akun (id, pegawai_id, nama_pengguna, kata_sandi_hash, peran)
SELECT pg_temp.id('akun', n), id, 'administrator.' || n, '$argon2id$tanpa-kata-sandi', 'administrator'
FROM orang WHERE n IN (1, 2);
INSERT INTO akun (id, pegawai_id, nama_pengguna, kata_sandi_hash, peran)
SELECT pg_temp.id('akun', n), id, 'fasilitator.' || perangkat_daerah,
  '$argon2id$tanpa-kata-sandi', 'fasilitator'
FROM (SELECT DISTINCT ON (s.perangkat_daerah) o.n, o.id, s.perangkat_daerah
  FROM orang o JOIN slot_unit s ON s.slot = o.slot WHERE o.n > 2 AND o.n % 50 <> 0
  ORDER BY s.perangkat_daerah, o.n) f;
-- Later than any post in the histories: an older decree would have ended by itself (P10.6).
INSERT INTO penugasan_fasilitator (akun_id, perangkat_daerah, asal_perangkat_daerah, nomor_keputusan, berlaku)
SELECT a.id, split_part(a.nama_pengguna, '.', 2), split_part(a.nama_pengguna, '.', 2),
  '188/1/KPTS/013/2026 (contoh)', '[2026-10-01,)'
FROM akun a WHERE a.peran = 'fasilitator';

-- Nobody decides without the pact (P30.1a).
INSERT INTO tanda_tangan_pakta (akun_id, peran, versi, sidik)
SELECT a.id, a.peran, n.versi, n.sidik
FROM akun a, naskah_pakta n WHERE n.versi = naskah_pakta_kini();
