-- The first ground: offices, people, accounts, histories as described data, proposals with their
-- documents, decisions with evidence, and an audit chain. Every table that tells of a person has
-- row-level security with FORCE (D13): a forgotten WHERE must not leak an office.

CREATE TABLE perangkat_daerah (
  kode text PRIMARY KEY CHECK (kode ~ '^[0-9A-Z.]{1,20}$'),
  nama text NOT NULL
);
COMMENT ON TABLE perangkat_daerah IS 'Provincial offices (PD)';

CREATE TABLE unit_kerja (
  kode text PRIMARY KEY CHECK (kode ~ '^[0-9A-Z.]{1,30}$'),
  perangkat_daerah text NOT NULL REFERENCES perangkat_daerah,
  nama text NOT NULL
);
COMMENT ON TABLE unit_kerja IS 'Work units inside a PD';

CREATE TABLE pegawai (
  id uuid PRIMARY KEY,
  nip text NOT NULL UNIQUE CHECK (nip ~ '^[0-9]{18}$'),
  nama text NOT NULL CHECK (length(nama) BETWEEN 2 AND 100),
  gelar_depan text,
  gelar_belakang text,
  perangkat_daerah text NOT NULL REFERENCES perangkat_daerah,
  unit_kerja text NOT NULL REFERENCES unit_kerja,
  data_utama jsonb NOT NULL,
  versi integer NOT NULL DEFAULT 1 CHECK (versi > 0)
);
COMMENT ON TABLE pegawai IS 'One row per employee, PNS, CPNS or PPPK (P1.6-1.9)';
COMMENT ON COLUMN pegawai.versi IS 'Counts every change of the record, histories included';
CREATE INDEX pegawai_perangkat_daerah ON pegawai (perangkat_daerah);

CREATE TABLE akun (
  id uuid PRIMARY KEY,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  nama_pengguna text NOT NULL UNIQUE CHECK (nama_pengguna ~ '^[a-z0-9.]{3,60}$'),
  kata_sandi_hash text NOT NULL CHECK (kata_sandi_hash LIKE '$argon2id$%'),
  peran text NOT NULL CHECK (peran IN ('user_personal', 'fasilitator', 'administrator')),
  aktif boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE akun IS 'Sign-in accounts: exactly three kinds (P8), each named, none shared (P9.4)';

CREATE TABLE penugasan_fasilitator (
  akun_id uuid NOT NULL REFERENCES akun,
  perangkat_daerah text NOT NULL REFERENCES perangkat_daerah,
  nomor_keputusan text NOT NULL,
  berlaku daterange NOT NULL,
  PRIMARY KEY (akun_id, berlaku)
);
COMMENT ON TABLE penugasan_fasilitator IS 'Office of a fasilitator while the Governor''s decree is in force (P10.5)';

CREATE TABLE riwayat (
  id uuid PRIMARY KEY,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  jenis text NOT NULL CHECK (jenis ~ '^[a-z_]{2,40}$'),
  isi jsonb NOT NULL CHECK (jsonb_typeof(isi) = 'object'),
  status text NOT NULL CHECK (status IN ('valid', 'digantikan', 'dicabut')),
  sumber text NOT NULL CHECK (sumber IN ('ess', 'fasilitator', 'administrator', 'impor', 'susulan_manual')),
  versi integer NOT NULL DEFAULT 1 CHECK (versi > 0),
  menggantikan uuid REFERENCES riwayat,
  usulan_id uuid,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  digantikan_pada timestamptz,
  CHECK ((status = 'digantikan') = (digantikan_pada IS NOT NULL))
);
COMMENT ON TABLE riwayat IS 'Every history row of every kind; fields are described in core/domain/jenis-riwayat.ts. Rows are never deleted and their values never overwritten (P1.15)';
CREATE INDEX riwayat_pegawai ON riwayat (pegawai_id, jenis) WHERE status = 'valid';
CREATE UNIQUE INDEX riwayat_satu_pengganti ON riwayat (menggantikan);

CREATE TABLE dokumen (
  id uuid PRIMARY KEY,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  jenis text NOT NULL CHECK (jenis ~ '^[A-Z0-9_]{2,40}$'),
  nama_berkas text NOT NULL CHECK (length(nama_berkas) BETWEEN 1 AND 200),
  tipe_media text NOT NULL,
  ukuran integer NOT NULL CHECK (ukuran > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  halaman integer NOT NULL CHECK (halaman > 0),
  diunggah_pada timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE dokumen IS 'Scans; the bytes lie in the file store under their hash and are never overwritten (P1.13)';

CREATE TABLE usulan (
  id uuid PRIMARY KEY,
  transaction_id uuid UNIQUE,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  perangkat_daerah text NOT NULL REFERENCES perangkat_daerah,
  jenis text NOT NULL CHECK (jenis ~ '^[a-z_]{2,40}$'),
  aksi text NOT NULL CHECK (aksi IN ('tambah', 'koreksi')),
  riwayat_id uuid REFERENCES riwayat,
  sebelum jsonb,
  sesudah jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('diajukan', 'terverifikasi_1', 'valid', 'dikembalikan', 'ditolak', 'dicabut')),
  versi integer NOT NULL DEFAULT 1 CHECK (versi > 0),
  diajukan_oleh uuid REFERENCES akun,
  diajukan_pada timestamptz NOT NULL,
  CHECK (aksi = 'tambah' OR (riwayat_id IS NOT NULL AND sebelum IS NOT NULL))
);
COMMENT ON TABLE usulan IS 'Proposed changes of the record: before and after, proved by documents (P1.15, P11.4)';
COMMENT ON COLUMN usulan.versi IS 'Grows with every change of state; a decision names the version it saw';
CREATE INDEX usulan_antrean ON usulan (status, perangkat_daerah, diajukan_pada, id);

CREATE TABLE usulan_dokumen (
  usulan_id uuid NOT NULL REFERENCES usulan,
  dokumen_id uuid NOT NULL REFERENCES dokumen,
  urutan integer NOT NULL,
  PRIMARY KEY (usulan_id, dokumen_id)
);
COMMENT ON TABLE usulan_dokumen IS 'Which documents prove a proposal, in the order they are shown';
CREATE INDEX usulan_dokumen_dokumen ON usulan_dokumen (dokumen_id);

CREATE TABLE keputusan_verifikasi (
  id uuid PRIMARY KEY,
  transaction_id uuid NOT NULL UNIQUE,
  usulan_id uuid NOT NULL REFERENCES usulan,
  versi_usulan integer NOT NULL,
  perangkat_daerah text NOT NULL REFERENCES perangkat_daerah,
  akun_id uuid NOT NULL REFERENCES akun,
  pegawai_pemutus uuid NOT NULL REFERENCES pegawai,
  pegawai_pengusul uuid NOT NULL REFERENCES pegawai,
  hasil text NOT NULL CHECK (hasil IN ('sesuai', 'dikembalikan')),
  asli_metode text CHECK (asli_metode IN ('asli', 'legalisir', 'sistem_lain')),
  asli_tempat text CHECK (length(asli_tempat) BETWEEN 1 AND 100),
  isi jsonb NOT NULL,
  sidik text NOT NULL CHECK (sidik ~ '^[0-9a-f]{64}$'),
  resi jsonb NOT NULL,
  diputuskan_pada timestamptz NOT NULL,
  diterima_pada timestamptz NOT NULL,
  UNIQUE (usulan_id, versi_usulan),
  CHECK ((asli_metode IS NULL) = (asli_tempat IS NULL)),
  CHECK (hasil <> 'sesuai' OR asli_tempat IS NOT NULL),
  CHECK (pegawai_pemutus <> pegawai_pengusul)
);
COMMENT ON TABLE keputusan_verifikasi IS 'Decisions with their evidence of looking; one per version of a proposal, never about oneself (P1.17, P10.3a)';
COMMENT ON COLUMN keputusan_verifikasi.isi IS 'The command as sent: judgement per field, reasons, pins, hash and pages of each scan shown';
COMMENT ON COLUMN keputusan_verifikasi.sidik IS 'SHA-256 of isi in canonical JSON';

CREATE TABLE audit (
  urutan bigint PRIMARY KEY,
  pada timestamptz NOT NULL DEFAULT now(),
  akun_id uuid,
  aksi text NOT NULL CHECK (aksi ~ '^[a-z_.]{3,60}$'),
  objek text NOT NULL,
  rincian jsonb NOT NULL DEFAULT '{}',
  sidik_sebelumnya text NOT NULL,
  sidik text NOT NULL
);
COMMENT ON TABLE audit IS 'Append-only trail; each entry carries the hash of the one before, so a change or a gap shows (cek_audit)';

CREATE TABLE oidc_payload (
  id text NOT NULL,
  jenis text NOT NULL,
  isi jsonb NOT NULL,
  grant_id text,
  uid text,
  kedaluwarsa timestamptz,
  dipakai_pada timestamptz,
  PRIMARY KEY (jenis, id)
);
COMMENT ON TABLE oidc_payload IS 'State of the OpenID Connect issuer: sessions, codes, refresh tokens (P1.19)';
CREATE INDEX oidc_payload_grant ON oidc_payload (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX oidc_payload_uid ON oidc_payload (uid) WHERE uid IS NOT NULL;
CREATE INDEX oidc_payload_kedaluwarsa ON oidc_payload (kedaluwarsa);

-- Who is asking, for the length of one transaction ------------------------------------------------

CREATE FUNCTION peran_saya() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT current_setting('meja.peran', true) $$;
CREATE FUNCTION perangkat_daerah_saya() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT current_setting('meja.perangkat_daerah', true) $$;
CREATE FUNCTION akun_saya() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('meja.akun_id', true), '')::uuid $$;
CREATE FUNCTION pegawai_saya() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('meja.pegawai_id', true), '')::uuid $$;

-- Looks the account up at every request, so that a withdrawn right or an ended decree acts at once.
CREATE FUNCTION mulai_sesi(id_akun uuid) RETURNS TABLE (
  akun_id uuid, pegawai_id uuid, nama_pengguna text, nama text, peran text,
  perangkat_daerah text, nama_perangkat_daerah text
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT a.id, a.pegawai_id, a.nama_pengguna, p.nama, a.peran, d.kode, d.nama
      FROM akun a
      JOIN pegawai p ON p.id = a.pegawai_id
      LEFT JOIN penugasan_fasilitator f
        ON f.akun_id = a.id AND f.berlaku @> (now() AT TIME ZONE 'Asia/Jakarta')::date
      LEFT JOIN perangkat_daerah d ON d.kode = f.perangkat_daerah
     WHERE a.id = id_akun AND a.aktif
     LIMIT 1;
END $$;
COMMENT ON FUNCTION mulai_sesi IS 'The active account with its office of today';

CREATE FUNCTION cari_akun_masuk(nama text) RETURNS TABLE (id uuid, kata_sandi_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT a.id, a.kata_sandi_hash FROM akun a WHERE a.nama_pengguna = nama AND a.aktif $$;
COMMENT ON FUNCTION cari_akun_masuk IS 'The only way to a password hash: by name, at sign-in';

-- The audit chain ----------------------------------------------------------------------------------

CREATE FUNCTION sidik_audit(sebelumnya text, baris audit) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\x1f', sebelumnya, baris.urutan,
    to_char(baris.pada AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    coalesce(baris.akun_id::text, ''), baris.aksi, baris.objek, baris.rincian::text), 'UTF8')), 'hex')
$$;

CREATE FUNCTION rangkai_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public AS $$
DECLARE terakhir audit;
BEGIN
  PERFORM pg_advisory_xact_lock(7320);
  SELECT * INTO terakhir FROM audit ORDER BY urutan DESC LIMIT 1;
  NEW.urutan := coalesce(terakhir.urutan, 0) + 1;
  -- clock_timestamp is taken under the lock, so that times ascend along the chain.
  NEW.pada := clock_timestamp();
  NEW.sidik_sebelumnya := coalesce(terakhir.sidik, repeat('0', 64));
  NEW.sidik := sidik_audit(NEW.sidik_sebelumnya, NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_rangkai BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION rangkai_audit();

CREATE FUNCTION tolak_ubah_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit hanya dapat ditambah';
END $$;
CREATE TRIGGER audit_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah_audit();

CREATE FUNCTION cek_audit() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public AS $$
  SELECT min(urutan) FROM (
    SELECT a.urutan, a.sidik, a.sidik_sebelumnya, sidik_audit(a.sidik_sebelumnya, a) AS hitung,
      lag(a.sidik, 1, repeat('0', 64)) OVER (ORDER BY a.urutan) AS seharusnya,
      row_number() OVER (ORDER BY a.urutan) AS nomor
    FROM audit a
  ) s WHERE sidik <> hitung OR sidik_sebelumnya <> seharusnya OR urutan <> nomor
$$;
COMMENT ON FUNCTION cek_audit IS 'Number of the first broken link of the audit chain; null when it is whole';

-- Row-level security -------------------------------------------------------------------------------

DO $$
DECLARE tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['pegawai', 'akun', 'penugasan_fasilitator', 'riwayat', 'dokumen',
    'usulan', 'usulan_dokumen', 'keputusan_verifikasi', 'audit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabel);
    -- FORCE binds the owner too; migrations and seeding run as the owner and are named here.
    EXECUTE format('CREATE POLICY pemilik ON %I TO %I USING (true) WITH CHECK (true)', tabel, current_user);
  END LOOP;
END $$;

CREATE POLICY kantor_sendiri ON pegawai TO meja_app USING (
  peran_saya() = 'administrator'
  OR (peran_saya() = 'fasilitator' AND perangkat_daerah = perangkat_daerah_saya())
  OR (peran_saya() = 'user_personal' AND id = pegawai_saya())
);
CREATE POLICY akun_sendiri ON akun TO meja_app USING (
  peran_saya() = 'administrator' OR id = akun_saya()
);
CREATE POLICY penugasan_sendiri ON penugasan_fasilitator TO meja_app USING (
  peran_saya() = 'administrator' OR akun_id = akun_saya()
);
-- The inner SELECT is itself under pegawai's policy.
CREATE POLICY pegawai_terlihat ON riwayat TO meja_app
  USING (EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id));
CREATE POLICY pegawai_terlihat ON dokumen TO meja_app
  USING (EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id));
CREATE POLICY kantor_sendiri ON usulan TO meja_app USING (
  peran_saya() = 'administrator'
  OR (peran_saya() = 'fasilitator' AND perangkat_daerah = perangkat_daerah_saya())
  OR (peran_saya() = 'user_personal' AND pegawai_id = pegawai_saya())
);
CREATE POLICY usulan_terlihat ON usulan_dokumen TO meja_app
  USING (EXISTS (SELECT FROM usulan u WHERE u.id = usulan_id));
CREATE POLICY kantor_sendiri ON keputusan_verifikasi TO meja_app USING (
  peran_saya() = 'administrator'
  OR (peran_saya() = 'fasilitator' AND perangkat_daerah = perangkat_daerah_saya())
  OR (peran_saya() = 'user_personal' AND pegawai_pengusul = pegawai_saya())
) WITH CHECK (
  akun_id = akun_saya() AND pegawai_pemutus = pegawai_saya()
  AND (peran_saya() = 'administrator'
    OR (peran_saya() = 'fasilitator' AND perangkat_daerah = perangkat_daerah_saya()))
);
CREATE POLICY tambah ON audit FOR INSERT TO meja_app
  WITH CHECK (akun_id IS NOT DISTINCT FROM akun_saya());
CREATE POLICY baca ON audit FOR SELECT TO meja_app USING (peran_saya() = 'administrator');

-- Rights of the application role: only what the code does ------------------------------------------

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT SELECT ON perangkat_daerah, unit_kerja, pegawai, riwayat, dokumen, usulan, usulan_dokumen,
  keputusan_verifikasi, audit TO meja_app;
GRANT SELECT (id, pegawai_id, nama_pengguna, peran, aktif) ON akun TO meja_app;
GRANT INSERT ON riwayat, dokumen, usulan, usulan_dokumen, keputusan_verifikasi, audit TO meja_app;
GRANT UPDATE (versi) ON pegawai TO meja_app;
GRANT UPDATE (status, versi, digantikan_pada) ON riwayat TO meja_app;
GRANT UPDATE (status, versi) ON usulan TO meja_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON oidc_payload TO meja_app;
GRANT EXECUTE ON FUNCTION peran_saya, perangkat_daerah_saya, akun_saya, pegawai_saya, mulai_sesi,
  cari_akun_masuk, cek_audit, sidik_audit TO meja_app;
