-- Searching half a million people by names as they are remembered: any order, beginnings of words,
-- slips of the hand. Operators of trigrams and arrays are not leakproof, so that row-level security
-- keeps them from the indexes; one function that keeps the limits of the login itself is the door.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

CREATE FUNCTION lipat_teks(teks text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(
    regexp_replace(lower(normalize(teks, NFKD)), '[\u0300-\u036f''’`]', '', 'g'),
    '[^[:alnum:]]+', ' ', 'g'))
$$;
COMMENT ON FUNCTION lipat_teks IS 'Words in small letters without accents and signs: Ma''ruf, MARUF and ma''ruf are one';

ALTER TABLE pegawai ADD COLUMN nama_cari text COLLATE "C"
  GENERATED ALWAYS AS (lipat_teks(nama)) STORED;
COMMENT ON COLUMN pegawai.nama_cari IS 'The name without titles as searching and sorting see it';

-- Every list of people stands in the order of their names, whatever it is narrowed to.
CREATE INDEX pegawai_nama ON pegawai (nama_cari, id);
CREATE INDEX pegawai_kantor_nama ON pegawai (perangkat_daerah, nama_cari, id);
CREATE INDEX pegawai_unit_nama ON pegawai (unit_kerja, nama_cari, id);
CREATE INDEX pegawai_golongan_nama ON pegawai ((data_utama ->> 'golongan'), nama_cari, id);
CREATE INDEX pegawai_kata ON pegawai USING gin (string_to_array(nama_cari, ' '));
CREATE INDEX pegawai_jabatan ON pegawai USING gin (lower(data_utama ->> 'jabatan') gin_trgm_ops);
CREATE INDEX pegawai_nip ON pegawai (nip COLLATE "C");
DROP INDEX pegawai_perangkat_daerah;

-- The words of all names: a few thousand, so that a slip is mended by looking at words, not at people.
CREATE TABLE kata_nama (
  kata text COLLATE "C" PRIMARY KEY
);
COMMENT ON TABLE kata_nama IS 'Every word of a name, once; says nothing of whose name';
ALTER TABLE kata_nama ENABLE ROW LEVEL SECURITY;
ALTER TABLE kata_nama FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY pemilik ON kata_nama TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
CREATE INDEX kata_nama_trigram ON kata_nama USING gin (kata gin_trgm_ops);
INSERT INTO kata_nama SELECT DISTINCT unnest(string_to_array(nama_cari, ' ')) FROM pegawai;

CREATE FUNCTION catat_kata_baru() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO kata_nama SELECT DISTINCT unnest(string_to_array(nama_cari, ' ')) FROM baru
    ORDER BY 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER pegawai_kata_baru AFTER INSERT ON pegawai
  REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION catat_kata_baru();
CREATE TRIGGER pegawai_kata_ubah AFTER UPDATE ON pegawai
  REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION catat_kata_baru();

CREATE FUNCTION kata_berawalan(kata_dicari text) RETURNS text[] LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(kata), '{}') FROM (
    SELECT kata FROM kata_nama
     -- One letter is an initial, not the beginning of a tenth of all names.
     WHERE CASE WHEN length(kata_dicari) < 2 THEN kata = kata_dicari ELSE kata ^@ kata_dicari END
     ORDER BY kata LIMIT 400) k
$$;
COMMENT ON FUNCTION kata_berawalan IS 'Words of names that begin like this one';

CREATE FUNCTION kata_mirip(kata_dicari text) RETURNS text[] LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.similarity_threshold = 0.25 AS $$
  SELECT coalesce(array_agg(kata), '{}') FROM (
    SELECT kata, levenshtein_less_equal(kata, left(kata_dicari, 60), 2) AS beda FROM kata_nama
     WHERE length(kata) BETWEEN length(kata_dicari) - 2 AND length(kata_dicari) + 2
       AND length(kata) <= 60
       -- Two letters that changed places leave few common trigrams; the first letter is seldom wrong.
       AND (kata % kata_dicari OR kata ^@ left(kata_dicari, 1))
     ORDER BY beda, kata LIMIT 20) k
  WHERE beda <= CASE WHEN length(kata_dicari) < 4 THEN 1 ELSE 2 END
$$;
COMMENT ON FUNCTION kata_mirip IS 'Words of names that a slip or two away are this one, the nearest twenty';

CREATE FUNCTION cari_pegawai(
  teks text, awal_nip text, kantor text, unit text, golongan text, jabatan text,
  setelah_tingkat integer, setelah_kunci text, setelah_id uuid, batas integer
) RETURNS TABLE (
  id uuid, nip text, nama text, gelar_depan text, gelar_belakang text, unit_kerja text,
  perangkat_daerah text, jabatan_kini text, golongan_kini text, tingkat integer, kunci text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  dicari CONSTANT text := lipat_teks(teks);
  kata CONSTANT text[] := (string_to_array(lipat_teks(teks), ' '))[1:6];
  -- What every question is narrowed to, first of all what this login may see (P9.3, D13).
  saringan text := '';
  syarat text;
  urutan text;
  sisa integer := batas;
  jumlah integer := 0;
  ke integer;
  satu text;
  padanan text[];
  -- Whether a word begins no word of any name.
  asing boolean := EXISTS (
    SELECT FROM unnest((string_to_array(lipat_teks(teks), ' '))[1:6]) k WHERE kata_berawalan(k) = '{}');
BEGIN
  IF peran_saya() = 'fasilitator' THEN
    -- As a value, so that the index of the office answers.
    saringan := format(' AND p.perangkat_daerah = %L', perangkat_daerah_saya());
  ELSIF peran_saya() IS DISTINCT FROM 'administrator' THEN
    RETURN;
  END IF;
  IF kantor IS NOT NULL THEN
    saringan := saringan || format(' AND p.perangkat_daerah = %L', kantor);
  END IF;
  IF unit IS NOT NULL THEN
    saringan := saringan || format(' AND p.unit_kerja = %L', unit);
  END IF;
  IF golongan IS NOT NULL THEN
    saringan := saringan || format(' AND p.data_utama ->> ''golongan'' = %L', golongan);
  END IF;
  IF jabatan IS NOT NULL THEN
    saringan := saringan || format(' AND lower(p.data_utama ->> ''jabatan'') LIKE %L',
      '%' || regexp_replace(lower(jabatan), '([%_\\])', '\\\1', 'g') || '%');
  END IF;

  -- 0 the name (or NIP) begins so; 1 each word begins one of its words; 2 with slips of the hand.
  FOR ke IN coalesce(setelah_tingkat, 0) .. 2 LOOP
    urutan := 'p.nama_cari';
    IF awal_nip IS NOT NULL THEN
      EXIT WHEN ke > 0;
      syarat := format('p.nip COLLATE "C" ^@ %L', awal_nip);
      urutan := 'p.nip COLLATE "C"';
    ELSIF dicari = '' THEN
      EXIT WHEN ke > 0;
      syarat := 'true';
    ELSIF ke = 0 THEN
      syarat := format('p.nama_cari ^@ %L', dicari);
    ELSE
      -- Slips are looked for only when nothing else was found.
      EXIT WHEN ke = 2 AND jumlah > 0;
      EXIT WHEN ke = 2 AND setelah_tingkat < 2;
      syarat := CASE ke WHEN 1 THEN format('NOT p.nama_cari ^@ %L', dicari) ELSE 'true' END;
      FOREACH satu IN ARRAY kata LOOP
        padanan := kata_berawalan(satu);
        -- The words that nobody carries are the slips; if each is somebody's, any of them may be.
        IF ke = 2 AND (padanan = '{}' OR NOT asing) THEN padanan := padanan || kata_mirip(satu); END IF;
        syarat := syarat || format(' AND string_to_array(p.nama_cari, '' '') && %L::text[]', padanan);
      END LOOP;
      CONTINUE WHEN ke = 1 AND asing;
      IF ke = 2 THEN
        -- The likeliest first; as text, so that a page can go on where the last one ended.
        urutan := format('(lpad((1000 - (similarity(p.nama_cari, %L) * 1000)::int)::text, 4, ''0'')
          || p.nama_cari) COLLATE "C"', dicari);
      END IF;
    END IF;
    IF ke = setelah_tingkat THEN
      syarat := syarat || format(' AND (%s, p.id) > (%L, %L::uuid)', urutan, setelah_kunci, setelah_id);
    END IF;
    RETURN QUERY EXECUTE format(
      'SELECT t.id, t.nip, t.nama, t.gelar_depan, t.gelar_belakang, k.nama, d.nama,
         t.data_utama ->> ''jabatan'', t.data_utama ->> ''golongan'', %s, t.kunci
       FROM (SELECT p.*, %s AS kunci FROM pegawai p WHERE %s %s
             ORDER BY %s, p.id LIMIT %s) t
       JOIN unit_kerja k ON k.kode = t.unit_kerja
       JOIN perangkat_daerah d ON d.kode = t.perangkat_daerah
       ORDER BY t.kunci, t.id', ke, urutan, syarat, saringan, urutan, sisa);
    GET DIAGNOSTICS jumlah = ROW_COUNT;
    sisa := sisa - jumlah;
    jumlah := batas - sisa;
    EXIT WHEN sisa <= 0;
  END LOOP;
END $$;
COMMENT ON FUNCTION cari_pegawai IS 'The only door to searching: whoever asks gets people of the own office, administrators all, in pages';

CREATE FUNCTION hitung_organisasi() RETURNS TABLE (
  kode text, perangkat_daerah text, nama_perangkat_daerah text, nama text, jumlah integer
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.kode, d.kode, d.nama, k.nama, coalesce(h.n, 0)::int
    FROM perangkat_daerah d
    JOIN unit_kerja k ON k.perangkat_daerah = d.kode
    LEFT JOIN (SELECT unit_kerja, count(*) AS n FROM pegawai
      WHERE peran_saya() = 'administrator' OR perangkat_daerah = perangkat_daerah_saya()
      GROUP BY unit_kerja) h ON h.unit_kerja = k.kode
   WHERE peran_saya() = 'administrator'
      OR (peran_saya() = 'fasilitator' AND d.kode = perangkat_daerah_saya())
   ORDER BY d.kode, k.kode
$$;
COMMENT ON FUNCTION hitung_organisasi IS 'Offices and units that this login sees, and how many people each has';

REVOKE ALL ON FUNCTION lipat_teks, catat_kata_baru, kata_berawalan, kata_mirip, cari_pegawai,
  hitung_organisasi FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lipat_teks, cari_pegawai, hitung_organisasi TO meja_app;
