-- Current values follow from the histories: written beside the person whenever the record changes,
-- with the day for which they hold and the last day on which they will. Findings of the rules stay
-- with their proposal. Quality is kept per person and summed per unit as it changes, so that half a
-- million people are read at the cost of their units.

ALTER TABLE pegawai
  ADD COLUMN turunan_per date,
  ADD COLUMN turunan_sampai date,
  ADD CONSTRAINT pegawai_turunan_check CHECK (turunan_sampai >= turunan_per);
COMMENT ON COLUMN pegawai.data_utama IS 'Current values derived from the histories (core/domain/nilai-tersimpan.ts); what a migration brought stays where no history says anything';
COMMENT ON COLUMN pegawai.turunan_per IS 'The day for which data_utama was derived; null before the first time';
COMMENT ON COLUMN pegawai.turunan_sampai IS 'The last day on which it holds if nobody changes the record; null for ever';
CREATE INDEX pegawai_turunan_sampai ON pegawai (turunan_sampai);

ALTER TABLE usulan ADD COLUMN temuan jsonb CHECK (jsonb_typeof(temuan) = 'array');
COMMENT ON COLUMN usulan.temuan IS 'What the rules had to say of it, at the proposal and again at each decision; null before there were rules';

-- A record is read whole, with what was replaced and withdrawn.
DROP INDEX riwayat_pegawai;
CREATE INDEX riwayat_pegawai ON riwayat (pegawai_id, jenis);

-- A person works where the latest placement in force says, whoever decided it. The office travels
-- with the unit, and so does what still waits to be verified.
CREATE FUNCTION tempatkan_pegawai(id_pegawai uuid[]) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE hari_ini CONSTANT date := (now() AT TIME ZONE 'Asia/Jakarta')::date;
BEGIN
  WITH tujuan AS (
    SELECT DISTINCT ON (r.pegawai_id) r.pegawai_id, k.kode, k.perangkat_daerah
      FROM riwayat r JOIN unit_kerja k ON k.kode = r.isi ->> 'unit'
     WHERE r.pegawai_id = ANY (id_pegawai) AND r.jenis = 'penempatan' AND r.status = 'valid'
       AND r.berlaku_dari <= hari_ini AND coalesce(r.berlaku_sampai, hari_ini) >= hari_ini
     ORDER BY r.pegawai_id, r.berlaku_dari DESC, r.dibuat_pada DESC, r.id DESC
  ), pindah AS (
    UPDATE pegawai p SET unit_kerja = t.kode, perangkat_daerah = t.perangkat_daerah
      FROM tujuan t WHERE p.id = t.pegawai_id AND p.unit_kerja <> t.kode
    RETURNING p.id, p.perangkat_daerah
  )
  UPDATE usulan u SET perangkat_daerah = p.perangkat_daerah FROM pindah p
   WHERE u.pegawai_id = p.id AND u.perangkat_daerah <> p.perangkat_daerah
     AND u.status IN ('diajukan', 'terverifikasi_1', 'dikembalikan');
  UPDATE kualitas_pegawai q SET unit_kerja = p.unit_kerja FROM pegawai p
   WHERE p.id = ANY (id_pegawai) AND q.pegawai_id = p.id AND q.unit_kerja <> p.unit_kerja;
  UPDATE kualitas_rahasia q SET unit_kerja = p.unit_kerja FROM pegawai p
   WHERE p.id = ANY (id_pegawai) AND q.pegawai_id = p.id AND q.unit_kerja <> p.unit_kerja;
END $$;
COMMENT ON FUNCTION tempatkan_pegawai IS 'Follows the record, and nothing else: it takes no unit, only people';

-- Completeness counts confidential rows without reading them (record model, section 7) ---------------

CREATE FUNCTION isian_rahasia_ada(id_pegawai uuid[]) RETURNS TABLE (
  pegawai_id uuid, riwayat_id uuid, jenis text, terisi text[], bukti text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.pegawai_id, r.id, r.jenis,
    ARRAY(SELECT k.key FROM jsonb_each_text(r.isi) k WHERE k.value <> ''),
    ARRAY(SELECT d.jenis FROM usulan_dokumen ud JOIN dokumen d ON d.id = ud.dokumen_id
           WHERE ud.usulan_id = r.usulan_id)
  FROM riwayat r JOIN pegawai p ON p.id = r.pegawai_id
  WHERE r.pegawai_id = ANY (id_pegawai) AND r.status = 'valid'
    -- Only kinds that everybody must have: that they are there tells nothing.
    AND r.jenis IN ('kompetensi', 'kedudukan')
    AND (peran_saya() = 'administrator' OR p.id = pegawai_saya()
      OR (peran_saya() = 'fasilitator' AND p.perangkat_daerah = perangkat_daerah_saya()
        AND unit_terlihat(p.unit_kerja)))
$$;
COMMENT ON FUNCTION isian_rahasia_ada IS 'Which fields of the confidential rows that everybody must have are filled and proved; never with what';

-- Quality per person, and what its unit counts -------------------------------------------------------

CREATE TABLE kualitas_pegawai (
  pegawai_id uuid PRIMARY KEY REFERENCES pegawai,
  unit_kerja text NOT NULL REFERENCES unit_kerja,
  kelengkapan integer NOT NULL CHECK (kelengkapan BETWEEN 0 AND 10000),
  kualitas integer NOT NULL CHECK (kualitas BETWEEN 0 AND 10000),
  ukuran jsonb NOT NULL CHECK (jsonb_typeof(ukuran) = 'object'),
  versi integer NOT NULL,
  per date NOT NULL,
  sampai date NOT NULL CHECK (sampai >= per)
);
COMMENT ON TABLE kualitas_pegawai IS 'Completeness and data quality of one person by what is open to whoever sees the person; hundredths of a percent';
COMMENT ON COLUMN kualitas_pegawai.ukuran IS 'What this person adds to the sums of the unit (core/domain/ukuran-kualitas.ts)';
COMMENT ON COLUMN kualitas_pegawai.versi IS 'Version of the record that was looked at';
COMMENT ON COLUMN kualitas_pegawai.sampai IS 'The last day on which it holds if nobody changes the record';
CREATE INDEX kualitas_pegawai_unit ON kualitas_pegawai (unit_kerja, kualitas, pegawai_id);
CREATE INDEX kualitas_pegawai_sampai ON kualitas_pegawai (sampai);

CREATE TABLE kualitas_rahasia (
  pegawai_id uuid PRIMARY KEY REFERENCES pegawai,
  unit_kerja text NOT NULL REFERENCES unit_kerja,
  ukuran jsonb NOT NULL CHECK (jsonb_typeof(ukuran) = 'object'),
  versi integer NOT NULL,
  per date NOT NULL,
  sampai date NOT NULL CHECK (sampai >= per)
);
COMMENT ON TABLE kualitas_rahasia IS 'Indicators that rest on confidential rows (P10.2c): written by the daily run, read by administrators';

CREATE TABLE hitungan_unit (
  unit_kerja text NOT NULL REFERENCES unit_kerja,
  ukuran text NOT NULL CHECK (length(ukuran) BETWEEN 2 AND 100),
  rahasia boolean NOT NULL DEFAULT false,
  jumlah bigint NOT NULL,
  PRIMARY KEY (unit_kerja, ukuran)
) WITH (fillfactor = 50);
COMMENT ON TABLE hitungan_unit IS 'Sums per unit, kept by triggers in the transaction that changes a person: people, completeness, indicators';

CREATE FUNCTION tambah_hitungan(selisih hitungan_unit[]) RETURNS void LANGUAGE sql
  SET search_path = public, pg_temp AS $$
  -- Always in the same order, so that two who count never wait for each other in a ring.
  INSERT INTO hitungan_unit AS h (unit_kerja, ukuran, rahasia, jumlah)
  SELECT s.unit_kerja, s.ukuran, bool_or(s.rahasia), sum(s.jumlah) FROM unnest(selisih) s
   GROUP BY s.unit_kerja, s.ukuran HAVING sum(s.jumlah) <> 0 ORDER BY s.unit_kerja, s.ukuran
  ON CONFLICT (unit_kerja, ukuran) DO UPDATE SET jumlah = h.jumlah + excluded.jumlah
$$;
COMMENT ON FUNCTION tambah_hitungan IS 'Adds differences to the sums of units';

CREATE FUNCTION hitung_pegawai_unit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM tambah_hitungan(array_agg(ROW (b.unit_kerja, 'pegawai', false, b.n)::hitungan_unit))
    FROM (SELECT unit_kerja, count(*) AS n FROM baru GROUP BY unit_kerja) b;
  RETURN NULL;
END $$;
CREATE TRIGGER pegawai_hitung_baru AFTER INSERT ON pegawai
  REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION hitung_pegawai_unit();

CREATE FUNCTION hitung_pegawai_pindah() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM tambah_hitungan(ARRAY[ROW (OLD.unit_kerja, 'pegawai', false, -1)::hitungan_unit,
    ROW (NEW.unit_kerja, 'pegawai', false, 1)::hitungan_unit]);
  RETURN NULL;
END $$;
CREATE TRIGGER pegawai_hitung_pindah AFTER UPDATE OF unit_kerja ON pegawai FOR EACH ROW
  WHEN (OLD.unit_kerja <> NEW.unit_kerja) EXECUTE FUNCTION hitung_pegawai_pindah();

CREATE FUNCTION hitung_kualitas() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  tertutup CONSTANT boolean := TG_ARGV[0]::boolean;
  selisih hitungan_unit[] := '{}';
BEGIN
  IF TG_OP <> 'DELETE' THEN
    selisih := selisih || coalesce((SELECT array_agg(s) FROM (
      SELECT ROW (b.unit_kerja, u.key, tertutup, sum(u.value::bigint))::hitungan_unit AS s
        FROM baru b, jsonb_each_text(b.ukuran) u GROUP BY b.unit_kerja, u.key) x), '{}');
  END IF;
  IF TG_OP <> 'INSERT' THEN
    selisih := selisih || coalesce((SELECT array_agg(s) FROM (
      SELECT ROW (l.unit_kerja, u.key, tertutup, -sum(u.value::bigint))::hitungan_unit AS s
        FROM lama l, jsonb_each_text(l.ukuran) u GROUP BY l.unit_kerja, u.key) x), '{}');
  END IF;
  PERFORM tambah_hitungan(selisih);
  RETURN NULL;
END $$;
DO $$
DECLARE tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['kualitas_pegawai', 'kualitas_rahasia'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_baru AFTER INSERT ON %1$I REFERENCING NEW TABLE AS baru
      FOR EACH STATEMENT EXECUTE FUNCTION hitung_kualitas(%2$L)', tabel, tabel = 'kualitas_rahasia');
    EXECUTE format('CREATE TRIGGER %1$s_ubah AFTER UPDATE ON %1$I
      REFERENCING OLD TABLE AS lama NEW TABLE AS baru
      FOR EACH STATEMENT EXECUTE FUNCTION hitung_kualitas(%2$L)', tabel, tabel = 'kualitas_rahasia');
    EXECUTE format('CREATE TRIGGER %1$s_hapus AFTER DELETE ON %1$I REFERENCING OLD TABLE AS lama
      FOR EACH STATEMENT EXECUTE FUNCTION hitung_kualitas(%2$L)', tabel, tabel = 'kualitas_rahasia');
  END LOOP;
END $$;
INSERT INTO hitungan_unit (unit_kerja, ukuran, jumlah)
  SELECT unit_kerja, 'pegawai', count(*) FROM pegawai GROUP BY unit_kerja;

-- What costs a row its price is asked once a query: half a million people make long queues ------------

CREATE FUNCTION jenis_terbuka() RETURNS text[] LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT coalesce(array_agg(kode), '{}') FROM jenis_riwayat WHERE NOT rahasia $$;
COMMENT ON FUNCTION jenis_terbuka IS 'Kinds that are described and not confidential; asked once a query, not once a row';
REVOKE ALL ON FUNCTION jenis_terbuka FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jenis_terbuka TO meja_app;

DROP POLICY kantor_sendiri ON usulan;
CREATE POLICY kantor_sendiri ON usulan TO meja_app USING (
  (SELECT peran_saya()) = 'administrator'
  OR (jenis = ANY ((SELECT jenis_terbuka())::text[]) AND (
    ((SELECT peran_saya()) = 'fasilitator' AND perangkat_daerah = (SELECT perangkat_daerah_saya())
      AND ((SELECT unit_terlihat('*')) OR EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id)))
    -- A fasilitator is an employee too, perhaps of another office than the one looked after.
    OR pegawai_id = (SELECT pegawai_saya())))
);
DROP POLICY pegawai_terlihat ON riwayat;
CREATE POLICY pegawai_terlihat ON riwayat TO meja_app USING (
  EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id)
  AND (jenis = ANY ((SELECT jenis_terbuka())::text[])
    OR ((SELECT peran_saya()) = 'administrator'
      AND pegawai_id::text = (SELECT current_setting('meja.rahasia', true))))
) WITH CHECK (EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id));
CREATE INDEX usulan_menunggu ON usulan (status, diajukan_pada, id);
DROP INDEX usulan_antrean;
CREATE INDEX usulan_antrean ON usulan (status, perangkat_daerah, diajukan_pada, id)
  INCLUDE (jenis, pegawai_id, diajukan_oleh);

-- How often each word of a name occurs decides whether a search walks the names in order or gathers
-- the few that fit: with the usual hundred samples a rare surname was looked for among everybody.
ALTER INDEX pegawai_kata ALTER COLUMN 1 SET STATISTICS 1000;

-- A name is looked at only when it changed, not at every change of the record.
DROP TRIGGER pegawai_kata_ubah ON pegawai;
CREATE FUNCTION catat_kata_ubah() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO kata_nama SELECT DISTINCT unnest(string_to_array(NEW.nama_cari, ' '))
    ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER pegawai_kata_ubah AFTER UPDATE OF nama ON pegawai FOR EACH ROW
  WHEN (OLD.nama <> NEW.nama) EXECUTE FUNCTION catat_kata_ubah();

CREATE OR REPLACE FUNCTION hitung_organisasi() RETURNS TABLE (
  kode text, perangkat_daerah text, nama_perangkat_daerah text, nama text, jumlah integer
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.kode, d.kode, d.nama, k.nama, coalesce(h.jumlah, 0)::int
    FROM perangkat_daerah d
    JOIN unit_kerja k ON k.perangkat_daerah = d.kode
    LEFT JOIN hitungan_unit h ON h.unit_kerja = k.kode AND h.ukuran = 'pegawai'
   WHERE peran_saya() = 'administrator'
      OR (peran_saya() = 'fasilitator' AND d.kode = perangkat_daerah_saya()
        AND unit_terlihat(k.kode))
   ORDER BY d.kode, k.kode
$$;

-- Row-level security ---------------------------------------------------------------------------------

DO $$
DECLARE tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['kualitas_pegawai', 'kualitas_rahasia', 'hitungan_unit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format('CREATE POLICY pemilik ON %I TO %I USING (true) WITH CHECK (true)', tabel, current_user);
  END LOOP;
END $$;
-- The inner SELECT is itself under pegawai's policy; whoever only owns a record writes none of it.
CREATE POLICY pegawai_terlihat ON kualitas_pegawai TO meja_app
  USING (EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id))
  WITH CHECK (peran_saya() IN ('fasilitator', 'administrator')
    AND EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id));
CREATE POLICY administrator ON kualitas_rahasia FOR SELECT TO meja_app
  USING (peran_saya() = 'administrator');
CREATE POLICY kantor_sendiri ON hitungan_unit FOR SELECT TO meja_app USING (
  peran_saya() = 'administrator'
  OR (peran_saya() = 'fasilitator' AND NOT rahasia AND unit_terlihat(unit_kerja) AND unit_kerja IN (
    SELECT k.kode FROM unit_kerja k WHERE k.perangkat_daerah = perangkat_daerah_saya()
      AND unit_terlihat(k.kode)))
);

GRANT UPDATE (turunan_per, turunan_sampai) ON pegawai TO meja_app;
GRANT UPDATE (temuan) ON usulan TO meja_app;
GRANT SELECT, INSERT ON kualitas_pegawai TO meja_app;
GRANT UPDATE (unit_kerja, kelengkapan, kualitas, ukuran, versi, per, sampai) ON kualitas_pegawai
  TO meja_app;
GRANT SELECT ON kualitas_rahasia, hitungan_unit TO meja_app;
REVOKE ALL ON FUNCTION tempatkan_pegawai, isian_rahasia_ada, tambah_hitungan, hitung_pegawai_unit,
  hitung_pegawai_pindah, hitung_kualitas, catat_kata_ubah FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tempatkan_pegawai, isian_rahasia_ada TO meja_app;
