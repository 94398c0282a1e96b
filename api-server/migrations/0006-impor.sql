-- Existing data come in by file: every row is judged before anything is written, and all of an
-- import goes out again in one step while nobody has built on it.

CREATE TABLE impor (
  id uuid PRIMARY KEY,
  oleh uuid NOT NULL REFERENCES akun,
  nama_berkas text NOT NULL CHECK (length(nama_berkas) BETWEEN 1 AND 200),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  jenis text NOT NULL REFERENCES jenis_riwayat,
  kolom jsonb NOT NULL,
  kolom_lain jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('pratinjau', 'berjalan', 'selesai', 'dibatalkan')),
  dibuat_pada timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE impor IS 'Files of existing data, one kind of history each';
COMMENT ON COLUMN impor.kolom IS 'Headings of the file in their order, for the file of rejected rows';

CREATE TABLE impor_baris (
  impor_id uuid NOT NULL REFERENCES impor,
  nomor integer NOT NULL CHECK (nomor > 1),
  sel jsonb NOT NULL,
  nip text,
  pegawai_id uuid REFERENCES pegawai,
  isi jsonb NOT NULL,
  vonis text NOT NULL CHECK (vonis IN ('siap', 'peringatan', 'ditolak')),
  temuan jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('menunggu', 'masuk', 'ditolak', 'dibatalkan')),
  riwayat_id uuid UNIQUE,
  PRIMARY KEY (impor_id, nomor),
  CHECK (vonis <> 'ditolak' OR (status = 'ditolak' AND riwayat_id IS NULL)),
  CHECK (vonis = 'ditolak' OR pegawai_id IS NOT NULL)
);
COMMENT ON TABLE impor_baris IS 'Rows of an import: what the file said, the verdict, and the record row that came of it';
CREATE INDEX impor_baris_menunggu ON impor_baris (impor_id, nomor) WHERE status = 'menunggu';

DO $$
DECLARE tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['impor', 'impor_baris'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format('CREATE POLICY pemilik ON %I TO %I USING (true) WITH CHECK (true)', tabel, current_user);
    EXECUTE format('CREATE POLICY administrator ON %I TO meja_app USING (peran_saya() = ''administrator'')', tabel);
  END LOOP;
END $$;

-- The second door of the record: a row of an open import, exactly as it was judged.
DROP POLICY dari_usulan ON riwayat;
CREATE POLICY dari_usulan ON riwayat AS RESTRICTIVE FOR INSERT TO meja_app WITH CHECK (
  EXISTS (SELECT FROM usulan u
    WHERE u.id = usulan_id AND u.status = 'valid' AND u.pegawai_id = riwayat.pegawai_id
      AND u.jenis = riwayat.jenis AND u.sesudah = riwayat.isi AND u.sumber = riwayat.sumber)
  OR (sumber = 'impor' AND usulan_id IS NULL AND EXISTS (
    SELECT FROM impor_baris b JOIN impor i ON i.id = b.impor_id
    WHERE b.riwayat_id = riwayat.id AND b.status = 'menunggu' AND b.isi = riwayat.isi
      AND b.pegawai_id = riwayat.pegawai_id AND i.jenis = riwayat.jenis AND i.status = 'berjalan'))
);

GRANT SELECT, INSERT ON impor, impor_baris TO meja_app;
GRANT UPDATE (status) ON impor TO meja_app;
GRANT UPDATE (status, riwayat_id) ON impor_baris TO meja_app;
