-- People and their limits: who looks after which units by which decree, the integrity pact, sessions
-- that their owner ends, and the three things of an account that only its owner writes (P30.2j).

-- Facilitators: proposed by the office, set by decree, bound to units (P10.4-6) --------------------

CREATE TABLE usulan_penunjukan (
  id uuid PRIMARY KEY,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  nama_calon text NOT NULL,
  perangkat_daerah text NOT NULL REFERENCES perangkat_daerah,
  unit text[] NOT NULL CHECK (cardinality(unit) BETWEEN 1 AND 500),
  nomor_surat text NOT NULL CHECK (length(nomor_surat) BETWEEN 3 AND 100),
  tanggal_surat date NOT NULL,
  menggantikan uuid,
  status text NOT NULL DEFAULT 'diajukan' CHECK (status IN ('diajukan', 'ditetapkan', 'ditolak')),
  alasan text CHECK (length(alasan) BETWEEN 3 AND 500),
  diajukan_oleh uuid NOT NULL REFERENCES akun,
  diajukan_pada timestamptz NOT NULL DEFAULT now(),
  CHECK (status <> 'ditolak' OR alasan IS NOT NULL)
);
COMMENT ON TABLE usulan_penunjukan IS 'An office proposes an employee as fasilitator of its units (P10.5)';
CREATE UNIQUE INDEX usulan_penunjukan_terbuka ON usulan_penunjukan (pegawai_id)
  WHERE status = 'diajukan';

ALTER TABLE penugasan_fasilitator
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN unit text[] CHECK (cardinality(unit) > 0),
  ADD COLUMN tanggal_keputusan date,
  ADD COLUMN dokumen_id uuid REFERENCES dokumen,
  ADD COLUMN usulan_penunjukan_id uuid UNIQUE REFERENCES usulan_penunjukan,
  ADD COLUMN melanjutkan uuid UNIQUE REFERENCES penugasan_fasilitator (id),
  ADD COLUMN asal_perangkat_daerah text,
  ADD COLUMN alasan_akhir text CHECK (length(alasan_akhir) BETWEEN 3 AND 500),
  ADD CONSTRAINT penugasan_fasilitator_keputusan_check CHECK
    ((usulan_penunjukan_id IS NULL AND melanjutkan IS NULL)
      OR (unit IS NOT NULL AND tanggal_keputusan IS NOT NULL AND dokumen_id IS NOT NULL));
ALTER TABLE usulan_penunjukan ADD FOREIGN KEY (menggantikan) REFERENCES penugasan_fasilitator (id);
COMMENT ON COLUMN penugasan_fasilitator.unit IS 'Units looked after; null for the whole office, as decrees before this migration were entered';
COMMENT ON COLUMN penugasan_fasilitator.asal_perangkat_daerah IS 'Where the employee served when appointed: a move ends the task by itself (P10.6)';
COMMENT ON COLUMN penugasan_fasilitator.melanjutkan IS 'The task of the same decree whose units this one changes from its first day on';
UPDATE penugasan_fasilitator f SET asal_perangkat_daerah = p.perangkat_daerah
  FROM akun a JOIN pegawai p ON p.id = a.pegawai_id WHERE a.id = f.akun_id;

CREATE FUNCTION periksa_penugasan_fasilitator() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(NEW.unit) AS satu WHERE NOT EXISTS (
      SELECT FROM unit_kerja k WHERE k.kode = satu AND k.perangkat_daerah = NEW.perangkat_daerah)) THEN
    RAISE EXCEPTION 'unit di luar perangkat daerah' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.melanjutkan IS NOT NULL AND NOT EXISTS (SELECT FROM penugasan_fasilitator f
      WHERE f.id = NEW.melanjutkan AND f.akun_id = NEW.akun_id
        AND f.perangkat_daerah = NEW.perangkat_daerah AND f.nomor_keputusan = NEW.nomor_keputusan) THEN
    RAISE EXCEPTION 'penugasan lain' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT p.perangkat_daerah INTO NEW.asal_perangkat_daerah
      FROM akun a JOIN pegawai p ON p.id = a.pegawai_id WHERE a.id = NEW.akun_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER penugasan_fasilitator_periksa
  BEFORE INSERT OR UPDATE OF unit, perangkat_daerah ON penugasan_fasilitator
  FOR EACH ROW EXECUTE FUNCTION periksa_penugasan_fasilitator();

CREATE FUNCTION sebab_gugur(id_pegawai uuid, asal text, sejak date, hari date) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM riwayat r WHERE r.pegawai_id = id_pegawai AND r.status = 'valid'
      AND r.jenis = 'pemberhentian' AND r.berlaku_dari <= hari) THEN 'pemberhentian'
    WHEN EXISTS (SELECT FROM pegawai p WHERE p.id = id_pegawai AND p.perangkat_daerah <> asal)
      OR EXISTS (SELECT FROM riwayat r WHERE r.pegawai_id = id_pegawai AND r.status = 'valid'
        AND r.jenis IN ('mutasi', 'penempatan') AND r.berlaku_dari > sejak
        AND r.berlaku_dari <= hari) THEN 'mutasi'
    WHEN EXISTS (SELECT FROM riwayat r WHERE r.pegawai_id = id_pegawai AND r.status = 'valid'
      AND r.jenis = 'jabatan' AND r.berlaku_dari > sejak AND r.berlaku_dari <= hari) THEN 'jabatan'
  END
$$;
COMMENT ON FUNCTION sebab_gugur IS 'Why a task of an employee has ended by itself on a day: left, moved, changed position; null while it stands (P10.6)';

CREATE FUNCTION hari_ini() RETURNS date LANGUAGE sql STABLE
  AS $$ SELECT (now() AT TIME ZONE 'Asia/Jakarta')::date $$;
COMMENT ON FUNCTION hari_ini IS 'The calendar date where the province is';

CREATE TABLE penugasan (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun,
  jenis text NOT NULL CHECK (jenis IN ('kepala_pd', 'penanda_tangan', 'tim', 'auditor')),
  perangkat_daerah text REFERENCES perangkat_daerah,
  dasar text NOT NULL CHECK (length(dasar) BETWEEN 3 AND 200),
  berlaku daterange NOT NULL CHECK (NOT lower_inf(berlaku)),
  CHECK (jenis <> 'kepala_pd' OR perangkat_daerah IS NOT NULL)
);
COMMENT ON TABLE penugasan IS 'Dated tasks on ordinary accounts: no fourth login (P8)';
CREATE INDEX penugasan_akun ON penugasan (akun_id);

CREATE FUNCTION kepala_pd_saya() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(t.perangkat_daerah), '{}')
    FROM penugasan t JOIN akun a ON a.id = t.akun_id JOIN pegawai p ON p.id = a.pegawai_id
   WHERE t.akun_id = akun_saya() AND t.jenis = 'kepala_pd' AND t.berlaku @> hari_ini()
     -- An acting head may serve in another office, so only leaving or a new position ends it.
     AND sebab_gugur(p.id, p.perangkat_daerah, lower(t.berlaku), hari_ini()) IS NULL
$$;
COMMENT ON FUNCTION kepala_pd_saya IS 'Offices that the asking account heads today';

CREATE FUNCTION cari_calon(nip_calon text) RETURNS TABLE (id uuid, nama text, perangkat_daerah text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.nama, p.perangkat_daerah FROM pegawai p
   WHERE p.nip = nip_calon
     AND (peran_saya() = 'administrator' OR p.perangkat_daerah = ANY (kepala_pd_saya()))
$$;
COMMENT ON FUNCTION cari_calon IS 'An employee whom the head of the office may propose, with no more than the name';

-- The integrity pact (P30.1a) ----------------------------------------------------------------------

CREATE TABLE naskah_pakta (
  versi integer PRIMARY KEY CHECK (versi > 0),
  teks text NOT NULL CHECK (length(teks) BETWEEN 50 AND 20000),
  sidik text NOT NULL GENERATED ALWAYS AS (encode(sha256(teks::bytea), 'hex')) STORED,
  berlaku_mulai date NOT NULL UNIQUE
);
COMMENT ON TABLE naskah_pakta IS 'Text of the integrity pact of pengelola, dated; a new text asks for a new signature';

INSERT INTO naskah_pakta (versi, teks, berlaku_mulai) VALUES (1,
  'Sebagai pengelola sistem informasi kepegawaian, saya menyatakan bahwa saya:' || chr(10) ||
  '1. menjaga kerahasiaan, keutuhan, dan ketersediaan informasi kepegawaian;' || chr(10) ||
  '2. memverifikasi data hanya berdasarkan dokumen asli, dan tidak memverifikasi data saya sendiri;' || chr(10) ||
  '3. tidak memberikan informasi pegawai kepada siapa pun tanpa izin atasan atau yang bersangkutan;' || chr(10) ||
  '4. tidak meminjamkan akun dan tidak memberitahukan kata sandi kepada orang lain;' || chr(10) ||
  '5. tidak mengubah kata sandi, surel, atau nomor telepon pengguna lain;' || chr(10) ||
  '6. melaporkan gangguan keamanan informasi segera setelah saya mengetahuinya;' || chr(10) ||
  '7. bersedia menerima sanksi sesuai peraturan perundang-undangan bila melanggar pakta ini.',
  '2020-11-23');

CREATE TABLE tanda_tangan_pakta (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  akun_id uuid NOT NULL REFERENCES akun,
  peran text NOT NULL CHECK (peran IN ('fasilitator', 'administrator')),
  versi integer NOT NULL REFERENCES naskah_pakta,
  sidik text NOT NULL,
  pada timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE tanda_tangan_pakta IS 'Who signed which text of the pact in which role and when; never changed';
CREATE INDEX tanda_tangan_pakta_akun ON tanda_tangan_pakta (akun_id, versi);

CREATE FUNCTION naskah_pakta_kini() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT versi FROM naskah_pakta WHERE berlaku_mulai <= hari_ini() ORDER BY berlaku_mulai DESC LIMIT 1
$$;
COMMENT ON FUNCTION naskah_pakta_kini IS 'The text of the pact that is in force today';

CREATE FUNCTION pakta_sah(id_akun uuid, peran_akun text) RETURNS boolean LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT peran_akun = 'user_personal' OR EXISTS (
    SELECT FROM tanda_tangan_pakta t
     WHERE t.akun_id = id_akun AND t.versi = naskah_pakta_kini() AND t.peran = peran_akun
       AND date_trunc('year', t.pada AT TIME ZONE 'Asia/Jakarta') = date_trunc('year', now() AT TIME ZONE 'Asia/Jakarta'))
$$;
COMMENT ON FUNCTION pakta_sah IS 'Signed this year, this text, in this role; employees need none';

-- Sessions that their owner sees and ends ----------------------------------------------------------

CREATE TABLE sesi (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  grant_id text NOT NULL UNIQUE,
  akun_id uuid NOT NULL REFERENCES akun,
  perangkat text NOT NULL CHECK (length(perangkat) BETWEEN 1 AND 200),
  alamat_kasar text NOT NULL CHECK (length(alamat_kasar) <= 60),
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  terakhir_pada timestamptz NOT NULL DEFAULT now(),
  diakhiri_pada timestamptz,
  diakhiri_oleh uuid REFERENCES akun
);
COMMENT ON TABLE sesi IS 'Signed-in devices, one per grant of the issuer; an ended one is refused at its next request';
COMMENT ON COLUMN sesi.alamat_kasar IS 'Network of the device without its last part: enough to recognise, too little to follow';
CREATE INDEX sesi_akun ON sesi (akun_id) WHERE diakhiri_pada IS NULL;

CREATE FUNCTION catat_sesi(id_grant text, id_akun uuid, nama_perangkat text, alamat text)
  RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sesi (grant_id, akun_id, perangkat, alamat_kasar)
    VALUES (id_grant, id_akun, nama_perangkat, alamat)
    ON CONFLICT (grant_id) DO UPDATE SET terakhir_pada = now()
      WHERE sesi.akun_id = id_akun
    RETURNING id
$$;
COMMENT ON FUNCTION catat_sesi IS 'Notes a session whenever the issuer gives it an access token';

CREATE FUNCTION tutup_sesi_grant(id_grant text) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  UPDATE sesi SET diakhiri_pada = now(), diakhiri_oleh = akun_id
   WHERE grant_id = id_grant AND diakhiri_pada IS NULL
$$;
COMMENT ON FUNCTION tutup_sesi_grant IS 'Whoever signs out takes the session off the list';

-- Browsers of the portal stand in the same list; their cookie ends with the row.
ALTER TABLE sesi_portal ADD COLUMN sesi_id uuid REFERENCES sesi;
COMMENT ON COLUMN sesi_portal.sesi_id IS 'The row that its owner sees and ends; null for browsers signed in before this migration';

DROP FUNCTION buka_sesi_portal, pakai_sesi_portal, tutup_sesi_portal, sapu_portal;
CREATE FUNCTION buka_sesi_portal(sidik_baru text, id_akun uuid, masa interval, nama_perangkat text,
  alamat text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sesi_portal (sidik, akun_id, kedaluwarsa, sesi_id)
    VALUES (sidik_baru, id_akun, now() + masa,
      catat_sesi('portal:' || sidik_baru, id_akun, nama_perangkat, alamat))
$$;
COMMENT ON FUNCTION buka_sesi_portal IS 'A new session after a sign-in; never an old one again';

-- The last use is written once a minute, not at every request.
CREATE FUNCTION pakai_sesi_portal(sidik_sesi text, senggang interval)
  RETURNS TABLE (akun_id uuid, sesi_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE milik sesi_portal;
BEGIN
  SELECT * INTO milik FROM sesi_portal s
   WHERE s.sidik = sidik_sesi AND s.kedaluwarsa > now() AND s.dipakai_pada > now() - senggang;
  IF NOT FOUND THEN RETURN; END IF;
  IF milik.dipakai_pada < now() - interval '1 minute' THEN
    UPDATE sesi_portal SET dipakai_pada = now() WHERE sidik = sidik_sesi;
    UPDATE sesi SET terakhir_pada = now() WHERE id = milik.sesi_id;
  END IF;
  RETURN QUERY SELECT milik.akun_id, milik.sesi_id;
END $$;
COMMENT ON FUNCTION pakai_sesi_portal IS 'Account and session of a cookie in force; no row when it is unknown, idle or over';

CREATE FUNCTION tutup_sesi_portal(sidik_sesi text) RETURNS uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT tutup_sesi_grant('portal:' || sidik_sesi);
  DELETE FROM sesi_portal WHERE sidik = sidik_sesi RETURNING akun_id
$$;
COMMENT ON FUNCTION tutup_sesi_portal IS 'Ends a session; whose it was';

CREATE FUNCTION sapu_portal(senggang interval, umur_draf interval) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lewat AS (
    DELETE FROM sesi_portal WHERE kedaluwarsa < now() OR dipakai_pada < now() - senggang
    RETURNING sesi_id)
  UPDATE sesi SET diakhiri_pada = now(), diakhiri_oleh = sesi.akun_id
    FROM lewat WHERE sesi.id = lewat.sesi_id AND sesi.diakhiri_pada IS NULL;
  DELETE FROM draf_usulan WHERE diubah_pada < now() - umur_draf;
$$;
COMMENT ON FUNCTION sapu_portal IS 'Removes sessions that are over and drafts that nobody went on with';

-- Who is asking, with what today's facts leave of the role ------------------------------------------

CREATE FUNCTION unit_saya() RETURNS text[] LANGUAGE sql STABLE
  AS $$ SELECT string_to_array(current_setting('meja.unit', true), ',') $$;
COMMENT ON FUNCTION unit_saya IS 'Units of the asking fasilitator; {*} for a whole office; nothing set sees nothing';

CREATE FUNCTION unit_terlihat(kode_unit text) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce('*' = ANY (unit_saya()) OR kode_unit = ANY (unit_saya()), false) $$;
COMMENT ON FUNCTION unit_terlihat IS 'Whether the decree of the asking fasilitator names this unit';

DROP FUNCTION mulai_sesi(uuid);
CREATE FUNCTION mulai_sesi(id_akun uuid, id_sesi uuid DEFAULT NULL) RETURNS TABLE (
  akun_id uuid, pegawai_id uuid, nama_pengguna text, nama text, peran text,
  perangkat_daerah text, nama_perangkat_daerah text, unit text, pakta_sah boolean
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT s.id, s.pegawai_id, s.nama_pengguna, s.nama, s.peran_kini, s.kode, s.nama_pd, s.unit,
      pakta_sah(s.id, s.peran_kini)
    FROM (
      SELECT a.id, a.pegawai_id, a.nama_pengguna, p.nama, d.kode, d.nama AS nama_pd,
        coalesce(array_to_string(f.unit, ','), CASE WHEN f.id IS NOT NULL THEN '*' END) AS unit,
        -- A right that today's facts have ended leaves the employee, who still sees the own record.
        CASE
          WHEN a.peran = 'fasilitator' AND f.id IS NULL THEN 'user_personal'
          WHEN a.peran = 'administrator'
            AND sebab_gugur(p.id, p.perangkat_daerah, hari_ini(), hari_ini()) IS NOT NULL
            THEN 'user_personal'
          ELSE a.peran
        END AS peran_kini,
        lower(f.berlaku) AS mulai
      FROM akun a
      JOIN pegawai p ON p.id = a.pegawai_id
      LEFT JOIN penugasan_fasilitator f
        ON f.akun_id = a.id AND a.peran = 'fasilitator' AND f.berlaku @> hari_ini()
          AND sebab_gugur(p.id, f.asal_perangkat_daerah, lower(f.berlaku), hari_ini()) IS NULL
      LEFT JOIN perangkat_daerah d ON d.kode = f.perangkat_daerah
      WHERE a.id = id_akun AND a.aktif
        AND NOT EXISTS (SELECT FROM sesi x WHERE x.id = id_sesi
          AND (x.diakhiri_pada IS NOT NULL OR x.akun_id <> a.id))
    ) s
    ORDER BY s.mulai DESC NULLS LAST
    LIMIT 1;
END $$;
COMMENT ON FUNCTION mulai_sesi IS 'The active account with its role, office and units of today, unless its session was ended';

-- The account: three things that only its owner writes (P30.2j) -------------------------------------

ALTER TABLE akun
  ALTER COLUMN kata_sandi_hash DROP NOT NULL,
  ADD COLUMN surel text CHECK (length(surel) <= 254 AND surel ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
  ADD COLUMN nomor_hp text CHECK (nomor_hp ~ '^\+?[0-9]{8,15}$');
COMMENT ON COLUMN akun.kata_sandi_hash IS 'Argon2id; null until the owner activates the account; readable only through cari_akun_masuk and sandi_saya';
COMMENT ON COLUMN akun.surel IS 'Written and read by the owner of the account only';
COMMENT ON COLUMN akun.nomor_hp IS 'Written and read by the owner of the account only';

CREATE FUNCTION jaga_milik_akun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whatever program, script or role asks: whoever writes these has to be the account itself.
  IF (NEW.kata_sandi_hash, NEW.surel, NEW.nomor_hp)
      IS DISTINCT FROM (OLD.kata_sandi_hash, OLD.surel, OLD.nomor_hp)
    AND akun_saya() IS DISTINCT FROM OLD.id THEN
    RAISE EXCEPTION 'kata sandi, surel dan nomor HP hanya diubah pemiliknya (P30.2j)'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.peran, NEW.aktif) IS DISTINCT FROM (OLD.peran, OLD.aktif) AND current_user = 'meja_app'
    AND (peran_saya() IS DISTINCT FROM 'administrator' OR akun_saya() = OLD.id) THEN
    RAISE EXCEPTION 'peran dan keaktifan hanya diubah administrator lain'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER akun_jaga_milik BEFORE UPDATE ON akun
  FOR EACH ROW EXECUTE FUNCTION jaga_milik_akun();

CREATE FUNCTION sandi_saya() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$ SELECT kata_sandi_hash FROM akun WHERE id = akun_saya() $$;
COMMENT ON FUNCTION sandi_saya IS 'Hash of the own password, to check the current one before a change';

CREATE FUNCTION kontak_saya() RETURNS TABLE (surel text, nomor_hp text) LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT surel, nomor_hp FROM akun WHERE id = akun_saya() $$;
COMMENT ON FUNCTION kontak_saya IS 'The own e-mail and mobile number';

CREATE TABLE pesan_keluar (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  akun_id uuid NOT NULL REFERENCES akun,
  alamat text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('sandi_diubah', 'surel_diubah', 'nomor_hp_diubah', 'akun_dipulihkan')),
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  dikirim_pada timestamptz
);
COMMENT ON TABLE pesan_keluar IS 'Messages that wait to be sent to the address an account had before a change; sending is a part of its own';

CREATE TABLE kode_akun (
  id uuid PRIMARY KEY,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  akun_id uuid NOT NULL REFERENCES akun,
  jenis text NOT NULL CHECK (jenis IN ('aktivasi', 'pemulihan')),
  identitas text NOT NULL CHECK (identitas IN ('ktp', 'kartu_pegawai', 'paspor', 'surat')),
  dicatat_oleh uuid NOT NULL REFERENCES akun,
  sidik_pertama text NOT NULL,
  disaksikan_oleh uuid REFERENCES akun,
  sidik_kedua text,
  kedaluwarsa timestamptz NOT NULL,
  dipakai_pada timestamptz,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  CHECK (dicatat_oleh <> disaksikan_oleh),
  CHECK ((disaksikan_oleh IS NULL) = (sidik_kedua IS NULL)),
  CHECK (jenis = 'pemulihan' OR disaksikan_oleh IS NULL)
);
COMMENT ON TABLE kode_akun IS 'One-time codes with which the owner sets the own password: activation, or recovery logged by two pengelola who each hold half (P30.2j)';
CREATE INDEX kode_akun_akun ON kode_akun (akun_id) WHERE dipakai_pada IS NULL;

CREATE FUNCTION periksa_kode_akun() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  -- Nobody opens a code for the own person, nor do two accounts of one person make two people.
  IF NOT EXISTS (SELECT FROM akun a WHERE a.id = NEW.akun_id AND a.pegawai_id = NEW.pegawai_id) THEN
    RAISE EXCEPTION 'akun orang lain' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM akun a JOIN akun b ON b.pegawai_id = a.pegawai_id
      WHERE (a.id = NEW.akun_id AND b.id IN (NEW.dicatat_oleh, NEW.disaksikan_oleh))
        OR (a.id = NEW.dicatat_oleh AND b.id = NEW.disaksikan_oleh)) THEN
    RAISE EXCEPTION 'pemulihan membutuhkan dua pengelola lain' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.jenis = 'aktivasi'
    AND EXISTS (SELECT FROM akun a WHERE a.id = NEW.akun_id AND a.kata_sandi_hash IS NOT NULL) THEN
    RAISE EXCEPTION 'akun sudah aktif' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kode_akun_periksa BEFORE INSERT OR UPDATE OF disaksikan_oleh ON kode_akun
  FOR EACH ROW EXECUTE FUNCTION periksa_kode_akun();

CREATE FUNCTION cari_akun_pegawai(id_pegawai uuid) RETURNS TABLE (id uuid, nama_pengguna text, sudah_aktif boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.nama_pengguna, a.kata_sandi_hash IS NOT NULL FROM akun a
   WHERE a.pegawai_id = id_pegawai AND a.aktif AND peran_saya() IN ('fasilitator', 'administrator')
   ORDER BY a.nama_pengguna
$$;
COMMENT ON FUNCTION cari_akun_pegawai IS 'Accounts of an employee for pengelola; whether that employee is visible is asked of pegawai';

CREATE FUNCTION akun_untuk_kode(nama text, pertama text, kedua text) RETURNS TABLE (
  kode_id uuid, akun_id uuid, nama_pegawai text, nip text, jenis text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, a.id, p.nama, p.nip, k.jenis
    FROM kode_akun k JOIN akun a ON a.id = k.akun_id JOIN pegawai p ON p.id = a.pegawai_id
   WHERE a.nama_pengguna = nama AND a.aktif AND k.dipakai_pada IS NULL AND k.kedaluwarsa > now()
     AND k.sidik_pertama = pertama
     AND (k.jenis = 'aktivasi' OR k.sidik_kedua = kedua)
$$;
COMMENT ON FUNCTION akun_untuk_kode IS 'Whose code this is, for whoever holds the whole code; checked before the new password is';

CREATE FUNCTION tebus_kode(id_kode uuid, pertama text, kedua text, sandi text, surel_baru text, hp_baru text)
  RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE k kode_akun; lama text;
BEGIN
  UPDATE kode_akun SET dipakai_pada = now()
   WHERE id = id_kode AND dipakai_pada IS NULL AND kedaluwarsa > now() AND sidik_pertama = pertama
     AND (jenis = 'aktivasi' OR sidik_kedua = kedua)
   RETURNING * INTO k;
  IF k.id IS NULL THEN RETURN NULL; END IF;
  -- Whoever holds the whole code is the owner of the account, for this transaction.
  PERFORM set_config('meja.akun_id', k.akun_id::text, true);
  SELECT surel INTO lama FROM akun WHERE id = k.akun_id;
  UPDATE akun SET kata_sandi_hash = sandi, surel = coalesce(surel_baru, surel),
    nomor_hp = coalesce(hp_baru, nomor_hp) WHERE id = k.akun_id;
  IF lama IS NOT NULL THEN
    INSERT INTO pesan_keluar (akun_id, alamat, jenis) VALUES (k.akun_id, lama, 'akun_dipulihkan');
  END IF;
  DELETE FROM oidc_payload WHERE grant_id IN
    (SELECT s.grant_id FROM sesi s WHERE s.akun_id = k.akun_id AND s.diakhiri_pada IS NULL);
  UPDATE sesi SET diakhiri_pada = now(), diakhiri_oleh = k.akun_id
   WHERE akun_id = k.akun_id AND diakhiri_pada IS NULL;
  INSERT INTO audit (akun_id, aksi, objek, rincian) VALUES (k.akun_id, 'akun.' || k.jenis,
    'akun:' || k.akun_id, jsonb_build_object('kode', k.id, 'dicatat', k.dicatat_oleh, 'disaksikan', k.disaksikan_oleh));
  RETURN k.akun_id;
END $$;
COMMENT ON FUNCTION tebus_kode IS 'The owner sets the own password with the whole one-time code; all sessions end';

CREATE FUNCTION sandi_hash_baru(lama text, baru text) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  UPDATE akun SET kata_sandi_hash = baru WHERE id = akun_saya() AND kata_sandi_hash = lama
$$;
COMMENT ON FUNCTION sandi_hash_baru IS 'The same password hashed anew at sign-in, when its parameters are of yesterday';

-- Row-level security -------------------------------------------------------------------------------

DO $$
DECLARE tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['usulan_penunjukan', 'penugasan', 'tanda_tangan_pakta', 'sesi',
    'pesan_keluar', 'kode_akun'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format('CREATE POLICY pemilik ON %I TO %I USING (true) WITH CHECK (true)', tabel, current_user);
  END LOOP;
END $$;

CREATE POLICY administrator_atau_kepala ON usulan_penunjukan TO meja_app USING (
  peran_saya() = 'administrator' OR perangkat_daerah = ANY (kepala_pd_saya())
);
CREATE POLICY pengusul ON usulan_penunjukan AS RESTRICTIVE FOR INSERT TO meja_app
  WITH CHECK (status = 'diajukan' AND diajukan_oleh = akun_saya());
CREATE POLICY administrator_memutus ON usulan_penunjukan AS RESTRICTIVE FOR UPDATE TO meja_app
  USING (peran_saya() = 'administrator' AND pegawai_id <> pegawai_saya());
-- Nobody appoints themselves.
CREATE POLICY bukan_diri_sendiri ON penugasan_fasilitator AS RESTRICTIVE FOR INSERT TO meja_app
  WITH CHECK (peran_saya() = 'administrator' AND akun_id <> akun_saya()
    AND (usulan_penunjukan_id IS NOT NULL OR melanjutkan IS NOT NULL));
CREATE POLICY administrator_mengakhiri ON penugasan_fasilitator AS RESTRICTIVE FOR UPDATE TO meja_app
  USING (peran_saya() = 'administrator');
CREATE POLICY administrator_atau_sendiri ON penugasan TO meja_app
  USING (peran_saya() = 'administrator' OR akun_id = akun_saya());
CREATE POLICY administrator_menugaskan ON penugasan AS RESTRICTIVE FOR INSERT TO meja_app
  WITH CHECK (peran_saya() = 'administrator' AND akun_id <> akun_saya());
CREATE POLICY administrator_mengakhiri ON penugasan AS RESTRICTIVE FOR UPDATE TO meja_app
  USING (peran_saya() = 'administrator');
CREATE POLICY sendiri ON tanda_tangan_pakta TO meja_app
  USING (peran_saya() = 'administrator' OR akun_id = akun_saya())
  WITH CHECK (akun_id = akun_saya());
CREATE POLICY sendiri ON sesi TO meja_app
  USING (peran_saya() = 'administrator' OR akun_id = akun_saya());
CREATE POLICY sendiri ON pesan_keluar FOR INSERT TO meja_app WITH CHECK (akun_id = akun_saya());
CREATE POLICY pengelola ON kode_akun TO meja_app
  USING (EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id))
  WITH CHECK (peran_saya() IN ('fasilitator', 'administrator')
    AND (dicatat_oleh = akun_saya() OR disaksikan_oleh = akun_saya())
    AND EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id));
CREATE POLICY administrator_membuka ON akun AS RESTRICTIVE FOR INSERT TO meja_app
  WITH CHECK (peran_saya() = 'administrator' AND peran = 'user_personal');

-- Unit binding narrows the office of the decree; proposals follow the person they are about.
DROP POLICY kantor_sendiri ON pegawai;
CREATE POLICY kantor_sendiri ON pegawai TO meja_app USING (
  peran_saya() = 'administrator'
  OR (peran_saya() = 'fasilitator' AND perangkat_daerah = perangkat_daerah_saya()
    AND unit_terlihat(unit_kerja))
  OR id = pegawai_saya()
);
DROP POLICY kantor_sendiri ON usulan;
CREATE POLICY kantor_sendiri ON usulan TO meja_app USING (
  peran_saya() = 'administrator'
  OR (NOT jenis_rahasia(jenis) AND (
    (peran_saya() = 'fasilitator' AND perangkat_daerah = perangkat_daerah_saya()
      AND (unit_terlihat('*') OR EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id)))
    -- A fasilitator is an employee too, perhaps of another office than the one looked after.
    OR pegawai_id = pegawai_saya()))
);

-- Searching is a door of its own (decision 0028): the decree's units narrow it too.
CREATE OR REPLACE FUNCTION cari_pegawai(
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
    IF NOT unit_terlihat('*') THEN
      saringan := saringan || format(' AND p.unit_kerja = ANY (%L::text[])', unit_saya());
    END IF;
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

CREATE OR REPLACE FUNCTION hitung_organisasi() RETURNS TABLE (
  kode text, perangkat_daerah text, nama_perangkat_daerah text, nama text, jumlah integer
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.kode, d.kode, d.nama, k.nama, coalesce(h.n, 0)::int
    FROM perangkat_daerah d
    JOIN unit_kerja k ON k.perangkat_daerah = d.kode
    LEFT JOIN (SELECT unit_kerja, count(*) AS n FROM pegawai
      WHERE peran_saya() = 'administrator' OR perangkat_daerah = perangkat_daerah_saya()
      GROUP BY unit_kerja) h ON h.unit_kerja = k.kode
   WHERE peran_saya() = 'administrator'
      OR (peran_saya() = 'fasilitator' AND d.kode = perangkat_daerah_saya()
        AND unit_terlihat(k.kode))
   ORDER BY d.kode, k.kode
$$;

GRANT SELECT ON naskah_pakta, usulan_penunjukan, penugasan_fasilitator, penugasan,
  tanda_tangan_pakta, sesi TO meja_app;
GRANT SELECT (id, pegawai_id, akun_id, jenis, identitas, dicatat_oleh, disaksikan_oleh, kedaluwarsa,
  dipakai_pada, dibuat_pada) ON kode_akun TO meja_app;
GRANT INSERT ON usulan_penunjukan, penugasan_fasilitator, penugasan, tanda_tangan_pakta,
  kode_akun, pesan_keluar TO meja_app;
GRANT INSERT (id, pegawai_id, nama_pengguna, peran) ON akun TO meja_app;
GRANT UPDATE (kata_sandi_hash, surel, nomor_hp, peran, aktif) ON akun TO meja_app;
GRANT UPDATE (status, alasan) ON usulan_penunjukan TO meja_app;
GRANT UPDATE (berlaku, alasan_akhir) ON penugasan_fasilitator TO meja_app;
GRANT UPDATE (berlaku) ON penugasan TO meja_app;
GRANT UPDATE (diakhiri_pada, diakhiri_oleh) ON sesi TO meja_app;
GRANT UPDATE (disaksikan_oleh, sidik_kedua, kedaluwarsa) ON kode_akun TO meja_app;
REVOKE ALL ON FUNCTION periksa_penugasan_fasilitator, sebab_gugur, hari_ini, kepala_pd_saya,
  naskah_pakta_kini, pakta_sah, catat_sesi, tutup_sesi_grant, buka_sesi_portal, pakai_sesi_portal,
  tutup_sesi_portal, sapu_portal, unit_saya, unit_terlihat, mulai_sesi, jaga_milik_akun,
  sandi_saya, kontak_saya, periksa_kode_akun, akun_untuk_kode, tebus_kode, sandi_hash_baru, cari_calon, cari_akun_pegawai
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sebab_gugur, hari_ini, kepala_pd_saya, naskah_pakta_kini, pakta_sah,
  catat_sesi, tutup_sesi_grant, buka_sesi_portal, pakai_sesi_portal, tutup_sesi_portal, sapu_portal,
  unit_saya, unit_terlihat, mulai_sesi, sandi_saya, kontak_saya, akun_untuk_kode,
  tebus_kode, sandi_hash_baru, cari_calon, cari_akun_pegawai TO meja_app;
