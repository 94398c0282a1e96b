-- A right begins with a request that somebody else approves, and every right in force is looked at
-- again from time to time (P30.2a).

-- Requests ------------------------------------------------------------------------------------------

CREATE TABLE permohonan_akses (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  nama text NOT NULL,
  jalur text NOT NULL CHECK (jalur IN ('sendiri', 'kantor', 'surat')),
  hak text NOT NULL CHECK (hak IN ('administrator', 'kepala_pd', 'penanda_tangan', 'tim', 'auditor')),
  perangkat_daerah text REFERENCES perangkat_daerah,
  berlaku daterange NOT NULL CHECK (NOT isempty(berlaku) AND NOT lower_inf(berlaku)),
  nomor_surat text NOT NULL CHECK (length(nomor_surat) BETWEEN 3 AND 100),
  tanggal_surat date NOT NULL,
  alasan text NOT NULL CHECK (length(alasan) BETWEEN 3 AND 500),
  status text NOT NULL DEFAULT 'diajukan'
    CHECK (status IN ('diajukan', 'disetujui', 'ditolak', 'dicabut')),
  diajukan_oleh uuid NOT NULL REFERENCES akun,
  pegawai_pemohon uuid NOT NULL REFERENCES pegawai,
  nama_pemohon text NOT NULL,
  diajukan_pada timestamptz NOT NULL DEFAULT now(),
  diputuskan_oleh uuid REFERENCES akun,
  pegawai_pemutus uuid REFERENCES pegawai,
  nama_pemutus text,
  diputuskan_pada timestamptz,
  alasan_putusan text CHECK (length(alasan_putusan) BETWEEN 3 AND 500),
  CHECK (hak <> 'kepala_pd' OR perangkat_daerah IS NOT NULL),
  CHECK (hak <> 'administrator'
    OR (perangkat_daerah IS NULL AND upper_inf(berlaku) AND jalur <> 'kantor')),
  CHECK (jalur <> 'kantor' OR perangkat_daerah IS NOT NULL),
  CHECK ((status = 'diajukan') = (diputuskan_pada IS NULL)),
  CHECK ((status IN ('disetujui', 'ditolak')) = (diputuskan_oleh IS NOT NULL)),
  CHECK ((diputuskan_oleh IS NULL) = (pegawai_pemutus IS NULL)
    AND (diputuskan_oleh IS NULL) = (nama_pemutus IS NULL)),
  CHECK (status NOT IN ('ditolak', 'dicabut') OR alasan_putusan IS NOT NULL),
  -- Four eyes by person, not by account: two accounts of one person make no second person.
  CONSTRAINT permohonan_akses_orang_lain CHECK
    (pegawai_pemutus <> pegawai_id AND pegawai_pemutus <> pegawai_pemohon)
);
COMMENT ON TABLE permohonan_akses IS 'Who asked for which right for whom by which letter, and who decided; a penugasan carries the id of its request (P30.2a)';
COMMENT ON COLUMN permohonan_akses.jalur IS 'The person, the head of the office, or an administrator who enters a letter';
COMMENT ON COLUMN permohonan_akses.nama IS 'As it was then: who asked may no longer see the person';
CREATE UNIQUE INDEX permohonan_akses_terbuka
  ON permohonan_akses (akun_id, hak, coalesce(perangkat_daerah, '')) WHERE status = 'diajukan';
CREATE INDEX permohonan_akses_pegawai ON permohonan_akses (pegawai_id);

CREATE FUNCTION akun_dimohon(id_akun uuid) RETURNS TABLE (
  pegawai_id uuid, nama text, perangkat_daerah text, jalur text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.nama, p.perangkat_daerah,
    CASE WHEN p.id = pegawai_saya() THEN 'sendiri'
      WHEN peran_saya() = 'administrator' THEN 'surat' ELSE 'kantor' END
  FROM akun a JOIN pegawai p ON p.id = a.pegawai_id
  WHERE a.id = id_akun AND a.aktif
    AND (p.id = pegawai_saya() OR peran_saya() = 'administrator'
      OR p.perangkat_daerah = ANY (kepala_pd_saya()))
$$;
COMMENT ON FUNCTION akun_dimohon IS 'Whose account this is, for whoever may ask for a right on it, and in which way';

CREATE FUNCTION calon_akses(nip_calon text) RETURNS TABLE (
  akun_id uuid, nama text, unit_kerja text, perangkat_daerah text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, p.nama, k.nama, p.perangkat_daerah
    FROM pegawai p JOIN unit_kerja k ON k.kode = p.unit_kerja
    LEFT JOIN LATERAL (SELECT s.id FROM akun s WHERE s.pegawai_id = p.id AND s.aktif
      ORDER BY s.peran = 'administrator', s.nama_pengguna LIMIT 1) a ON true
   WHERE p.nip = nip_calon AND p.perangkat_daerah = ANY (kepala_pd_saya())
$$;
COMMENT ON FUNCTION calon_akses IS 'An employee of the office that one heads, by whole NIP, with the account that a right would stand on';

-- When it was decided is what a right is tied to below: nobody may say so but the clock.
CREATE FUNCTION cap_permohonan_akses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.diputuskan_pada := CASE WHEN NEW.status <> 'diajukan' THEN now() END;
  RETURN NEW;
END $$;
CREATE TRIGGER permohonan_akses_cap BEFORE UPDATE OF status ON permohonan_akses
  FOR EACH ROW EXECUTE FUNCTION cap_permohonan_akses();

-- Reviews -------------------------------------------------------------------------------------------

CREATE TABLE tinjauan_akses (
  id uuid PRIMARY KEY,
  nama text NOT NULL CHECK (length(nama) BETWEEN 3 AND 120),
  mulai date NOT NULL,
  sampai date NOT NULL,
  tenggat date NOT NULL,
  dibuka_oleh uuid NOT NULL REFERENCES akun,
  nama_pembuka text NOT NULL,
  dibuka_pada timestamptz NOT NULL DEFAULT now(),
  ditutup_oleh uuid REFERENCES akun,
  nama_penutup text,
  ditutup_pada timestamptz,
  CHECK (mulai <= sampai),
  CHECK ((ditutup_oleh IS NULL) = (ditutup_pada IS NULL)
    AND (ditutup_oleh IS NULL) = (nama_penutup IS NULL))
);
COMMENT ON TABLE tinjauan_akses IS 'One review of all rights in force: the period it covers, the day it is due, who opened and closed it';
CREATE UNIQUE INDEX tinjauan_akses_satu_terbuka ON tinjauan_akses ((true)) WHERE ditutup_pada IS NULL;

CREATE TABLE tinjauan_hak (
  id uuid PRIMARY KEY,
  tinjauan_id uuid NOT NULL REFERENCES tinjauan_akses,
  hak_id uuid NOT NULL,
  akun_id uuid NOT NULL REFERENCES akun,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  nama text NOT NULL,
  nama_pengguna text NOT NULL,
  hak text NOT NULL,
  perangkat_daerah text,
  jumlah_unit integer,
  mulai date,
  sampai date,
  dasar text,
  temuan text CHECK (temuan IN ('tetap', 'cabut', 'ubah', 'berakhir')),
  alasan text CHECK (length(alasan) BETWEEN 3 AND 500),
  ditemukan_oleh uuid REFERENCES akun,
  pegawai_peninjau uuid REFERENCES pegawai,
  nama_peninjau text,
  ditemukan_pada timestamptz,
  UNIQUE (tinjauan_id, hak_id, hak),
  CHECK ((temuan IS NULL) = (ditemukan_pada IS NULL)),
  -- A right that ended meanwhile was judged by nobody.
  CHECK ((temuan IS NULL OR temuan = 'berakhir') = (ditemukan_oleh IS NULL)),
  CHECK ((ditemukan_oleh IS NULL) = (pegawai_peninjau IS NULL)
    AND (ditemukan_oleh IS NULL) = (nama_peninjau IS NULL)),
  CHECK (temuan NOT IN ('cabut', 'ubah') OR alasan IS NOT NULL),
  CONSTRAINT tinjauan_hak_orang_lain CHECK (pegawai_peninjau <> pegawai_id)
);
COMMENT ON TABLE tinjauan_hak IS 'Each right as it stood when the review was opened, and what was found of it; nobody judges the own right';
COMMENT ON COLUMN tinjauan_hak.hak_id IS 'As hak_berlaku names it: the task, or the account of an administrator';

CREATE INDEX akun_administrator ON akun (id) WHERE peran = 'administrator';

-- Which rights there are ------------------------------------------------------------------------------

CREATE FUNCTION hak_berlaku() RETURNS TABLE (
  hak_id uuid, akun_id uuid, pegawai_id uuid, nama text, nama_pengguna text, hak text, kantor text,
  perangkat_daerah text, jumlah_unit integer, mulai text, sampai text, dasar text,
  sebab_gugur text, aktif boolean, pakta_pada timestamptz, terakhir_masuk timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH hak AS (
    SELECT a.id, a.id AS akun_id, 'administrator' AS hak, NULL::text AS kantor, NULL::int AS unit,
      (u.pada AT TIME ZONE 'Asia/Jakarta')::date AS mulai, NULL::date AS sampai,
      u.rincian ->> 'nomorKeputusan' AS dasar, NULL::text AS asal, hari_ini() AS sejak
      FROM akun a LEFT JOIN LATERAL (SELECT x.pada, x.rincian FROM audit x
        WHERE x.aksi = 'akun.peran' AND x.objek = 'akun:' || a.id
        ORDER BY x.urutan DESC LIMIT 1) u ON true
     WHERE a.peran = 'administrator'
    UNION ALL
    SELECT f.id, f.akun_id, 'fasilitator', f.perangkat_daerah, cardinality(f.unit), lower(f.berlaku),
      upper(f.berlaku) - 1, f.nomor_keputusan, f.asal_perangkat_daerah, lower(f.berlaku)
      FROM penugasan_fasilitator f
     WHERE NOT isempty(f.berlaku) AND coalesce(upper(f.berlaku) > hari_ini(), true)
    UNION ALL
    SELECT t.id, t.akun_id, t.jenis, t.perangkat_daerah, NULL, lower(t.berlaku),
      upper(t.berlaku) - 1, t.dasar, NULL, lower(t.berlaku)
      FROM penugasan t
     WHERE NOT isempty(t.berlaku) AND coalesce(upper(t.berlaku) > hari_ini(), true))
  SELECT h.id, a.id, p.id, p.nama, a.nama_pengguna, h.hak, h.kantor, d.nama, h.unit,
    h.mulai::text, h.sampai::text, h.dasar,
    sebab_gugur(p.id, coalesce(h.asal, p.perangkat_daerah), h.sejak, hari_ini()), a.aktif,
    (SELECT max(s.pada) FROM tanda_tangan_pakta s WHERE s.akun_id = a.id),
    (SELECT max(s.dibuat_pada) FROM sesi s WHERE s.akun_id = a.id)
  FROM hak h JOIN akun a ON a.id = h.akun_id JOIN pegawai p ON p.id = a.pegawai_id
  LEFT JOIN perangkat_daerah d ON d.kode = h.kantor
  WHERE peran_saya() = 'administrator' OR p.id = pegawai_saya()
  ORDER BY p.nama, a.nama_pengguna, h.hak, h.mulai
$$;
COMMENT ON FUNCTION hak_berlaku IS 'Every right that has not ended, with what today''s facts leave of it: all for administrators, else the own ones';

-- A right is given in the transaction that approves its request, and in no other --------------------------

ALTER TABLE penugasan ADD COLUMN alasan_akhir text CHECK (length(alasan_akhir) BETWEEN 3 AND 500);
DROP POLICY administrator_menugaskan ON penugasan;
CREATE POLICY dari_permohonan ON penugasan AS RESTRICTIVE FOR INSERT TO meja_app WITH CHECK (
  peran_saya() = 'administrator' AND EXISTS (SELECT FROM permohonan_akses m
    WHERE m.id = penugasan.id AND m.status = 'disetujui' AND m.diputuskan_oleh = akun_saya()
      AND m.diputuskan_pada = now() AND m.akun_id = penugasan.akun_id AND m.hak = penugasan.jenis
      AND m.perangkat_daerah IS NOT DISTINCT FROM penugasan.perangkat_daerah
      AND m.berlaku = penugasan.berlaku)
);

CREATE FUNCTION jaga_hak_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Where the first administrators come from, nobody can have approved; the server never does that.
  IF current_user = 'meja_app' AND NOT EXISTS (SELECT FROM permohonan_akses m
      WHERE m.akun_id = NEW.id AND m.hak = 'administrator' AND m.status = 'disetujui'
        AND m.diputuskan_oleh = akun_saya() AND m.diputuskan_pada = now()) THEN
    RAISE EXCEPTION 'hak administrator hanya diberikan menurut permohonan yang disetujui'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER akun_jaga_administrator BEFORE UPDATE OF peran ON akun FOR EACH ROW
  WHEN (NEW.peran = 'administrator' AND OLD.peran <> 'administrator')
  EXECUTE FUNCTION jaga_hak_administrator();

-- A task that was withdrawn before its first day has no day left; two of them may be one person's.
ALTER TABLE penugasan_fasilitator
  DROP CONSTRAINT penugasan_fasilitator_pkey,
  ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX penugasan_fasilitator_masa ON penugasan_fasilitator (akun_id, berlaku)
  WHERE NOT isempty(berlaku);

-- Row-level security ------------------------------------------------------------------------------------

DO $$
DECLARE tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['permohonan_akses', 'tinjauan_akses', 'tinjauan_hak'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format('CREATE POLICY pemilik ON %I TO %I USING (true) WITH CHECK (true)', tabel, current_user);
  END LOOP;
END $$;

CREATE POLICY yang_berkepentingan ON permohonan_akses TO meja_app USING (
  peran_saya() = 'administrator' OR pegawai_id = pegawai_saya() OR pegawai_pemohon = pegawai_saya()
  OR perangkat_daerah = ANY (kepala_pd_saya())
);
CREATE POLICY pemohon ON permohonan_akses AS RESTRICTIVE FOR INSERT TO meja_app WITH CHECK (
  status = 'diajukan' AND diajukan_oleh = akun_saya() AND pegawai_pemohon = pegawai_saya()
  AND (jalur <> 'kantor' OR perangkat_daerah = ANY (kepala_pd_saya()))
  AND EXISTS (SELECT FROM akun_dimohon(permohonan_akses.akun_id) d
    WHERE d.pegawai_id = permohonan_akses.pegawai_id AND d.jalur = permohonan_akses.jalur
      AND d.nama = permohonan_akses.nama)
);
CREATE POLICY pemutus ON permohonan_akses AS RESTRICTIVE FOR UPDATE TO meja_app
  USING (status = 'diajukan')
  WITH CHECK ((status = 'dicabut' AND pegawai_pemohon = pegawai_saya())
    OR (status IN ('disetujui', 'ditolak') AND peran_saya() = 'administrator'
      AND diputuskan_oleh = akun_saya() AND pegawai_pemutus = pegawai_saya()));

CREATE POLICY administrator ON tinjauan_akses TO meja_app USING (peran_saya() = 'administrator');
CREATE POLICY pembuka ON tinjauan_akses AS RESTRICTIVE FOR INSERT TO meja_app
  WITH CHECK (dibuka_oleh = akun_saya() AND ditutup_pada IS NULL);
CREATE POLICY penutup ON tinjauan_akses AS RESTRICTIVE FOR UPDATE TO meja_app
  USING (ditutup_pada IS NULL)
  WITH CHECK (ditutup_oleh = akun_saya() AND NOT EXISTS (SELECT FROM tinjauan_hak h
    WHERE h.tinjauan_id = tinjauan_akses.id AND h.temuan IS NULL));
CREATE POLICY administrator ON tinjauan_hak TO meja_app USING (peran_saya() = 'administrator');
CREATE POLICY potret ON tinjauan_hak AS RESTRICTIVE FOR INSERT TO meja_app WITH CHECK (
  temuan IS NULL AND EXISTS (SELECT FROM tinjauan_akses t
    WHERE t.id = tinjauan_id AND t.ditutup_pada IS NULL)
);
-- What was withdrawn is withdrawn: that finding has acted, and is not written over.
CREATE POLICY peninjau ON tinjauan_hak AS RESTRICTIVE FOR UPDATE TO meja_app
  USING (temuan IS DISTINCT FROM 'cabut' AND EXISTS (SELECT FROM tinjauan_akses t
    WHERE t.id = tinjauan_id AND t.ditutup_pada IS NULL))
  WITH CHECK (temuan = 'berakhir'
    OR (ditemukan_oleh = akun_saya() AND pegawai_peninjau = pegawai_saya()));

GRANT SELECT ON permohonan_akses, tinjauan_akses, tinjauan_hak TO meja_app;
GRANT INSERT (id, akun_id, pegawai_id, nama, jalur, hak, perangkat_daerah, berlaku, nomor_surat,
  tanggal_surat, alasan, diajukan_oleh, pegawai_pemohon, nama_pemohon) ON permohonan_akses TO meja_app;
GRANT UPDATE (status, diputuskan_oleh, pegawai_pemutus, nama_pemutus, alasan_putusan)
  ON permohonan_akses TO meja_app;
GRANT INSERT (id, nama, mulai, sampai, tenggat, dibuka_oleh, nama_pembuka) ON tinjauan_akses TO meja_app;
GRANT UPDATE (ditutup_oleh, nama_penutup, ditutup_pada) ON tinjauan_akses TO meja_app;
GRANT INSERT (id, tinjauan_id, hak_id, akun_id, pegawai_id, nama, nama_pengguna, hak,
  perangkat_daerah, jumlah_unit, mulai, sampai, dasar) ON tinjauan_hak TO meja_app;
GRANT UPDATE (temuan, alasan, ditemukan_oleh, pegawai_peninjau, nama_peninjau, ditemukan_pada)
  ON tinjauan_hak TO meja_app;
GRANT UPDATE (alasan_akhir) ON penugasan TO meja_app;
REVOKE ALL ON FUNCTION akun_dimohon, calon_akses, cap_permohonan_akses, hak_berlaku,
  jaga_hak_administrator FROM PUBLIC;
GRANT EXECUTE ON FUNCTION akun_dimohon, calon_akses, hak_berlaku TO meja_app;
