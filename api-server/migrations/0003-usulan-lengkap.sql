-- Every kind of history, every kind of change: rows are checked against their description, reach
-- into the past, end or are withdrawn with a reason; confidential kinds open only to an
-- administrator who says what for (P1.15, P10.2c). No row enters the record without the proposal
-- that was decided on, whoever writes.

CREATE TABLE jenis_riwayat (
  kode text PRIMARY KEY CHECK (kode ~ '^[a-z_]{2,40}$'),
  kelas text NOT NULL CHECK (kelas IN ('S', 'F', 'A')),
  rahasia boolean NOT NULL,
  isian text[] NOT NULL,
  wajib text[] NOT NULL,
  kunci_mulai text,
  kunci_selesai text
);
COMMENT ON TABLE jenis_riwayat IS 'Kinds of histories as core/domain describes them; every migration run writes them anew from there';
COMMENT ON COLUMN jenis_riwayat.kelas IS 'Who writes: S the employee, F the fasilitator on behalf too, A administrators only';
COMMENT ON COLUMN jenis_riwayat.rahasia IS 'Confidential by P10.2c: read by administrators with a stated purpose';

CREATE TABLE jenis_dokumen_rahasia (
  kode text PRIMARY KEY
);
COMMENT ON TABLE jenis_dokumen_rahasia IS 'Kinds of documents that prove confidential kinds only; written anew with jenis_riwayat';

-- Rows of an older database keep their kinds until the descriptions are written, later in this run.
INSERT INTO jenis_riwayat (kode, kelas, rahasia, isian, wajib)
  SELECT DISTINCT jenis, 'A', true, ARRAY[]::text[], ARRAY[]::text[]
    FROM (SELECT jenis FROM riwayat UNION SELECT jenis FROM usulan) lama;

CREATE FUNCTION jenis_rahasia(kode_jenis text) RETURNS boolean LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT coalesce((SELECT rahasia FROM jenis_riwayat WHERE kode = kode_jenis), true) $$;
COMMENT ON FUNCTION jenis_rahasia IS 'True for confidential kinds, and for kinds that nobody described';

-- The record: what is valid when, what was known when ----------------------------------------------

ALTER TABLE riwayat
  ADD COLUMN berlaku_dari date,
  ADD COLUMN berlaku_sampai date,
  ADD COLUMN dicabut_pada timestamptz,
  ADD COLUMN alasan text CHECK (length(alasan) BETWEEN 3 AND 500),
  ADD CONSTRAINT riwayat_jenis_fkey FOREIGN KEY (jenis) REFERENCES jenis_riwayat,
  ADD CONSTRAINT riwayat_cabut_check CHECK ((status = 'dicabut') = (dicabut_pada IS NOT NULL)),
  ADD CONSTRAINT riwayat_cabut_alasan_check CHECK (status <> 'dicabut' OR alasan IS NOT NULL),
  DROP CONSTRAINT riwayat_sumber_check,
  ADD CONSTRAINT riwayat_sumber_check CHECK
    (sumber IN ('ess', 'fasilitator', 'administrator', 'impor', 'siasn', 'susulan_manual'));
COMMENT ON COLUMN riwayat.berlaku_dari IS 'First day on which the fact holds, from the field that its description names; null when the kind has none';
COMMENT ON COLUMN riwayat.berlaku_sampai IS 'Last day on which the fact holds; null while it is open';
COMMENT ON COLUMN riwayat.alasan IS 'Why a row was corrected or withdrawn';

CREATE FUNCTION baca_tanggal(teks text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN teks ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN teks::date
    WHEN teks ~ '^[0-9]{4}$' THEN make_date(teks::int, 1, 1)
  END
$$;
COMMENT ON FUNCTION baca_tanggal IS 'A date, or the first day of a year; null for anything else';

CREATE FUNCTION periksa_riwayat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE d jenis_riwayat;
BEGIN
  SELECT * INTO d FROM jenis_riwayat WHERE kode = NEW.jenis;
  IF EXISTS (SELECT FROM jsonb_object_keys(NEW.isi) AS k WHERE k <> ALL (d.isian)) THEN
    RAISE EXCEPTION 'isian di luar deskripsi %', NEW.jenis USING ERRCODE = 'check_violation';
  END IF;
  -- Old data are often incomplete; the completeness meter says so, a refusal would lose them.
  IF NEW.sumber NOT IN ('impor', 'siasn')
    AND EXISTS (SELECT FROM unnest(d.wajib) AS k WHERE coalesce(NEW.isi ->> k, '') = '') THEN
    RAISE EXCEPTION 'isian wajib % kosong', NEW.jenis USING ERRCODE = 'check_violation';
  END IF;
  NEW.berlaku_dari := baca_tanggal(NEW.isi ->> d.kunci_mulai);
  NEW.berlaku_sampai := baca_tanggal(NEW.isi ->> d.kunci_selesai);
  RETURN NEW;
END $$;
CREATE TRIGGER riwayat_periksa BEFORE INSERT ON riwayat
  FOR EACH ROW EXECUTE FUNCTION periksa_riwayat();

-- Proposals: add, correct, end, withdraw a row; mend a returned one --------------------------------

ALTER TABLE usulan
  ADD COLUMN alasan text CHECK (length(alasan) BETWEEN 3 AND 500),
  ADD COLUMN sumber text NOT NULL DEFAULT 'ess'
    CHECK (sumber IN ('ess', 'fasilitator', 'administrator', 'susulan_manual')),
  ADD COLUMN memperbaiki uuid UNIQUE REFERENCES usulan,
  ADD CONSTRAINT usulan_jenis_fkey FOREIGN KEY (jenis) REFERENCES jenis_riwayat,
  DROP CONSTRAINT usulan_aksi_check,
  ADD CONSTRAINT usulan_aksi_check CHECK (aksi IN ('tambah', 'koreksi', 'akhiri', 'cabut')),
  ADD CONSTRAINT usulan_cabut_alasan_check CHECK (aksi <> 'cabut' OR alasan IS NOT NULL);
COMMENT ON COLUMN usulan.aksi IS 'tambah a row, koreksi its values, akhiri it on a date, cabut a row that should never have been';
COMMENT ON COLUMN usulan.sumber IS 'Through which door the proposal came; the record row inherits it';
COMMENT ON COLUMN usulan.memperbaiki IS 'The returned proposal that this one mends; each is mended once';
CREATE INDEX usulan_pegawai ON usulan (pegawai_id, diajukan_pada);

CREATE FUNCTION periksa_perubahan_usulan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.versi <> OLD.versi + 1 OR NOT (
    (OLD.status = 'diajukan'
      AND NEW.status IN ('terverifikasi_1', 'valid', 'dikembalikan', 'ditolak', 'dicabut'))
    OR (OLD.status = 'terverifikasi_1'
      AND NEW.status IN ('valid', 'dikembalikan', 'ditolak', 'dicabut'))
    OR (OLD.status = 'dikembalikan' AND NEW.status = 'dicabut')
  ) THEN
    RAISE EXCEPTION 'usulan tidak dapat berubah dari % ke %', OLD.status, NEW.status
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION periksa_perubahan_usulan IS 'The life of a proposal goes forward only, one version at a time';
CREATE TRIGGER usulan_perubahan BEFORE UPDATE OF status, versi ON usulan
  FOR EACH ROW EXECUTE FUNCTION periksa_perubahan_usulan();

-- Whoever entered a change does not check it, whatever program asks (class F of the descriptions).
CREATE FUNCTION periksa_pemisahan_tugas() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM usulan u JOIN akun a ON a.id = u.diajukan_oleh
     WHERE u.id = NEW.usulan_id AND a.pegawai_id = NEW.pegawai_pemutus
  ) THEN
    RAISE EXCEPTION 'pengusul tidak memutus usulannya sendiri' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keputusan_pemisahan_tugas BEFORE INSERT ON keputusan_verifikasi
  FOR EACH ROW EXECUTE FUNCTION periksa_pemisahan_tugas();

-- Row-level security: confidential kinds, and doors of the record ----------------------------------

CREATE FUNCTION buka_rahasia(id_pegawai uuid, tujuan text) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF peran_saya() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'hanya administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF length(trim(tujuan)) < 3 THEN
    RAISE EXCEPTION 'tanpa tujuan' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO audit (akun_id, aksi, objek, rincian)
    VALUES (akun_saya(), 'rahasia.baca', 'pegawai:' || id_pegawai, jsonb_build_object('tujuan', tujuan));
  PERFORM set_config('meja.rahasia', id_pegawai::text, true);
END $$;
COMMENT ON FUNCTION buka_rahasia IS 'Opens one person''s confidential rows to this transaction and logs who asked and why (P10.2c)';

DROP POLICY pegawai_terlihat ON riwayat;
CREATE POLICY pegawai_terlihat ON riwayat TO meja_app USING (
  EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id)
  AND (NOT jenis_rahasia(jenis)
    OR (peran_saya() = 'administrator'
      AND pegawai_id::text = current_setting('meja.rahasia', true)))
) WITH CHECK (EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id));
-- Restrictive: whatever else is allowed, a new row repeats a proposal that was decided.
CREATE POLICY dari_usulan ON riwayat AS RESTRICTIVE FOR INSERT TO meja_app WITH CHECK (
  EXISTS (SELECT FROM usulan u
    WHERE u.id = usulan_id AND u.status = 'valid' AND u.pegawai_id = riwayat.pegawai_id
      AND u.jenis = riwayat.jenis AND u.sesudah = riwayat.isi AND u.sumber = riwayat.sumber)
);

DROP POLICY kantor_sendiri ON usulan;
CREATE POLICY kantor_sendiri ON usulan TO meja_app USING (
  peran_saya() = 'administrator'
  OR (NOT jenis_rahasia(jenis) AND (
    (peran_saya() = 'fasilitator' AND perangkat_daerah = perangkat_daerah_saya())
    -- A fasilitator is an employee too, perhaps of another office than the one looked after.
    OR pegawai_id = pegawai_saya()))
);
CREATE FUNCTION kelas_riwayat(kode_jenis text) RETURNS text LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT coalesce((SELECT kelas FROM jenis_riwayat WHERE kode = kode_jenis), 'A') $$;
COMMENT ON FUNCTION kelas_riwayat IS 'Who writes this kind; A for kinds that nobody described';
CREATE POLICY penulis ON usulan AS RESTRICTIVE FOR INSERT TO meja_app WITH CHECK (
  status = 'diajukan' AND versi = 1 AND diajukan_oleh = akun_saya()
  AND EXISTS (SELECT FROM pegawai p
    WHERE p.id = pegawai_id AND p.perangkat_daerah = usulan.perangkat_daerah)
  AND (peran_saya() = 'administrator'
    OR kelas_riwayat(jenis) = 'F'
    OR (kelas_riwayat(jenis) = 'S' AND pegawai_id = pegawai_saya()))
);

DROP POLICY kantor_sendiri ON pegawai;
CREATE POLICY kantor_sendiri ON pegawai TO meja_app USING (
  peran_saya() = 'administrator'
  OR (peran_saya() = 'fasilitator' AND perangkat_daerah = perangkat_daerah_saya())
  OR id = pegawai_saya()
);
DROP POLICY kantor_sendiri ON keputusan_verifikasi;
CREATE POLICY kantor_sendiri ON keputusan_verifikasi TO meja_app USING (
  EXISTS (SELECT FROM usulan u WHERE u.id = usulan_id)
) WITH CHECK (
  akun_id = akun_saya() AND pegawai_pemutus = pegawai_saya()
  AND EXISTS (SELECT FROM usulan u
    WHERE u.id = usulan_id AND u.perangkat_daerah = keputusan_verifikasi.perangkat_daerah
      AND u.pegawai_id = pegawai_pengusul)
  AND peran_saya() IN ('administrator', 'fasilitator')
);
DROP POLICY pegawai_terlihat ON dokumen;
CREATE POLICY pegawai_terlihat ON dokumen TO meja_app USING (
  EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id)
  AND (peran_saya() = 'administrator'
    OR NOT EXISTS (SELECT FROM jenis_dokumen_rahasia r WHERE r.kode = jenis))
);

-- One paper, several people: a fact to look at, never a verdict (P10.3a) -----------------------------

CREATE INDEX dokumen_sha256 ON dokumen (sha256);
CREATE FUNCTION hitung_kembar(sidik_berkas text, id_pegawai uuid) RETURNS integer LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(DISTINCT pegawai_id)::int FROM dokumen
   WHERE sha256 = sidik_berkas AND pegawai_id <> id_pegawai
$$;
COMMENT ON FUNCTION hitung_kembar IS 'How many other employees have the same bytes in their archive; not whose';

GRANT SELECT ON jenis_riwayat, jenis_dokumen_rahasia TO meja_app;
GRANT UPDATE (dicabut_pada, alasan) ON riwayat TO meja_app;
GRANT UPDATE (nama, gelar_depan, gelar_belakang, data_utama) ON pegawai TO meja_app;
REVOKE ALL ON FUNCTION jenis_rahasia, kelas_riwayat, baca_tanggal, periksa_riwayat,
  periksa_perubahan_usulan, periksa_pemisahan_tugas, buka_rahasia, hitung_kembar FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jenis_rahasia, kelas_riwayat, baca_tanggal, buka_rahasia, hitung_kembar
  TO meja_app;
