-- Messages go out, addresses are proved before anything is sent to them, units close on a day, and an
-- installation without anybody gets its first administrators.

-- The first administrators: nobody is there to log their letters, a decree is -----------------------

ALTER TABLE kode_akun
  ALTER COLUMN dicatat_oleh DROP NOT NULL,
  ADD COLUMN dasar text CHECK (length(dasar) BETWEEN 3 AND 200),
  ADD CONSTRAINT kode_akun_pencatat_check
    CHECK (dicatat_oleh IS NOT NULL OR (jenis = 'aktivasi' AND dasar IS NOT NULL));
COMMENT ON COLUMN kode_akun.dasar IS 'Decree by which the operator made the letter of a first administrator; whatever a pengelola logs has none';

-- An address counts once its owner has read a code there ---------------------------------------------

ALTER TABLE akun ADD COLUMN surel_diverifikasi_pada timestamptz,
  ADD CONSTRAINT akun_surel_diverifikasi_check
    CHECK (surel_diverifikasi_pada IS NULL OR surel IS NOT NULL);
COMMENT ON COLUMN akun.surel_diverifikasi_pada IS 'When a code sent to this address came back from its owner; null for an address that nobody has proved';

CREATE OR REPLACE FUNCTION jaga_milik_akun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whatever program, script or role asks: whoever writes these has to be the account itself.
  IF (NEW.kata_sandi_hash, NEW.surel, NEW.nomor_hp, NEW.surel_diverifikasi_pada)
      IS DISTINCT FROM (OLD.kata_sandi_hash, OLD.surel, OLD.nomor_hp, OLD.surel_diverifikasi_pada)
    AND akun_saya() IS DISTINCT FROM OLD.id THEN
    RAISE EXCEPTION 'kata sandi, surel dan nomor HP hanya diubah pemiliknya (P30.2j)'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.peran, NEW.aktif) IS DISTINCT FROM (OLD.peran, OLD.aktif) AND current_user = 'meja_app'
    AND (peran_saya() IS DISTINCT FROM 'administrator' OR akun_saya() = OLD.id) THEN
    RAISE EXCEPTION 'peran dan keaktifan hanya diubah administrator lain'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Another address has been proved by nobody.
  IF NEW.surel IS DISTINCT FROM OLD.surel THEN NEW.surel_diverifikasi_pada := NULL; END IF;
  RETURN NEW;
END $$;

CREATE TABLE kode_surel (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun,
  surel text NOT NULL,
  sidik text NOT NULL CHECK (sidik ~ '^[0-9a-f]{64}$'),
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  kedaluwarsa timestamptz NOT NULL,
  percobaan integer NOT NULL DEFAULT 0,
  berakhir_pada timestamptz
);
COMMENT ON TABLE kode_surel IS 'Codes sent to an address to prove that its owner reads it: once, for half an hour, five attempts';
COMMENT ON COLUMN kode_surel.surel IS 'Where the code went; emptied a day after it has expired';
COMMENT ON COLUMN kode_surel.sidik IS 'The code under HMAC; the code itself is made from this row''s id, both with a key outside the database';
CREATE INDEX kode_surel_akun ON kode_surel (akun_id, dibuat_pada DESC);
CREATE INDEX kode_surel_alamat ON kode_surel (kedaluwarsa) WHERE surel <> '';

DROP FUNCTION kontak_saya();
CREATE FUNCTION kontak_saya() RETURNS TABLE (surel text, nomor_hp text, surel_diverifikasi boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT surel, nomor_hp, surel_diverifikasi_pada IS NOT NULL FROM akun WHERE id = akun_saya()
$$;
COMMENT ON FUNCTION kontak_saya IS 'The own e-mail and mobile number, and whether the address is proved';

CREATE FUNCTION minta_kode_surel(id_kode uuid, sidik_kode text) RETURNS text LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE milik akun;
BEGIN
  -- One at a time for one account, so that the count below is true.
  SELECT * INTO milik FROM akun WHERE id = akun_saya() AND aktif FOR UPDATE;
  IF milik.surel IS NULL OR milik.surel_diverifikasi_pada IS NOT NULL THEN RETURN 'tidak_perlu'; END IF;
  -- Counted here and not in a node: an address that is not one's own must not be flooded.
  IF EXISTS (SELECT FROM kode_surel k WHERE k.akun_id = milik.id AND k.dibuat_pada > now() - interval '1 minute')
    OR (SELECT count(*) FROM kode_surel k
      WHERE k.akun_id = milik.id AND k.dibuat_pada > now() - interval '1 day') >= 5 THEN
    RETURN 'terlalu_sering';
  END IF;
  UPDATE kode_surel SET berakhir_pada = now() WHERE akun_id = milik.id AND berakhir_pada IS NULL;
  INSERT INTO kode_surel (id, akun_id, surel, sidik, kedaluwarsa)
    VALUES (id_kode, milik.id, milik.surel, sidik_kode, now() + interval '30 minutes');
  INSERT INTO pesan_keluar (akun_id, alamat, jenis, kode_surel_id)
    VALUES (milik.id, milik.surel, 'surel_kode', id_kode);
  RETURN 'dikirim';
END $$;
COMMENT ON FUNCTION minta_kode_surel IS 'A code on its way to the own unproved address; at most one a minute and five a day';

CREATE FUNCTION pakai_kode_surel(sidik_kode text[]) RETURNS text LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE milik akun; kode kode_surel;
BEGIN
  SELECT * INTO milik FROM akun WHERE id = akun_saya() AND aktif FOR UPDATE;
  SELECT * INTO kode FROM kode_surel k
   WHERE k.akun_id = milik.id AND k.berakhir_pada IS NULL AND k.kedaluwarsa > now()
     -- A code proves the address that it was sent to, not the one that came after.
     AND k.surel = milik.surel;
  IF kode.id IS NULL THEN RETURN 'mati'; END IF;
  IF kode.sidik <> ALL (sidik_kode) THEN
    UPDATE kode_surel SET percobaan = percobaan + 1,
      berakhir_pada = CASE WHEN percobaan >= 4 THEN now() END WHERE id = kode.id;
    RETURN CASE WHEN kode.percobaan >= 4 THEN 'mati' ELSE 'salah' END;
  END IF;
  UPDATE kode_surel SET berakhir_pada = now() WHERE id = kode.id;
  UPDATE akun SET surel_diverifikasi_pada = now() WHERE id = milik.id;
  RETURN 'sah';
END $$;
COMMENT ON FUNCTION pakai_kode_surel IS 'The code that came to the own address; after five wrong ones it is dead, and it is good once';

-- Messages: each waits, is on its way, and ends as sent or failed; never twice to the mail server ------

ALTER TABLE pesan_keluar
  DROP CONSTRAINT pesan_keluar_jenis_check,
  ADD CONSTRAINT pesan_keluar_jenis_check CHECK (jenis IN
    ('sandi_diubah', 'surel_diubah', 'nomor_hp_diubah', 'akun_dipulihkan', 'surel_kode')),
  ALTER COLUMN alamat DROP NOT NULL,
  ADD COLUMN kode_surel_id uuid REFERENCES kode_surel,
  ADD COLUMN keadaan text NOT NULL DEFAULT 'menunggu'
    CHECK (keadaan IN ('menunggu', 'berjalan', 'terkirim', 'gagal')),
  ADD COLUMN percobaan integer NOT NULL DEFAULT 0 CHECK (percobaan >= 0),
  ADD COLUMN coba_pada timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN diambil_pada timestamptz,
  ADD COLUMN diulang_pada timestamptz,
  ADD COLUMN sebab text CHECK (sebab IN
    ('ditolak', 'tertunda', 'tak_terjangkau', 'pengaturan', 'tak_pasti', 'kedaluwarsa')),
  ADD COLUMN balasan integer CHECK (balasan BETWEEN 400 AND 599);
-- What waited until now was written down when nobody proved addresses and nothing was sent.
UPDATE pesan_keluar SET keadaan = 'gagal', sebab = 'kedaluwarsa', alamat = NULL;
ALTER TABLE pesan_keluar
  ADD CONSTRAINT pesan_keluar_terkirim_check CHECK ((keadaan = 'terkirim') = (dikirim_pada IS NOT NULL)),
  ADD CONSTRAINT pesan_keluar_gagal_check CHECK (keadaan <> 'gagal' OR sebab IS NOT NULL),
  ADD CONSTRAINT pesan_keluar_alamat_check
    CHECK (alamat IS NOT NULL OR keadaan IN ('terkirim', 'gagal')),
  ADD CONSTRAINT pesan_keluar_kode_check CHECK ((jenis = 'surel_kode') = (kode_surel_id IS NOT NULL));
CREATE INDEX pesan_keluar_menunggu ON pesan_keluar (coba_pada) WHERE keadaan IN ('menunggu', 'berjalan');
CREATE INDEX pesan_keluar_gagal ON pesan_keluar (dibuat_pada DESC) WHERE keadaan = 'gagal';
COMMENT ON TABLE pesan_keluar IS 'Messages to proved addresses (and codes to those to be proved); an address stays no longer than it is needed';
COMMENT ON COLUMN pesan_keluar.sebab IS 'Why the last attempt came to nothing; tak_pasti: it may have arrived, so it is never sent again';
COMMENT ON COLUMN pesan_keluar.diulang_pada IS 'When an administrator had it tried again after it failed';
COMMENT ON COLUMN pesan_keluar.balasan IS 'Code of the mail server''s last refusal; its words may name the address and are not kept';

DROP POLICY sendiri ON pesan_keluar;
REVOKE INSERT ON pesan_keluar FROM meja_app;

CREATE FUNCTION beri_tahu_saya(jenis_pesan text) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  INSERT INTO pesan_keluar (akun_id, alamat, jenis)
    SELECT a.id, a.surel, jenis_pesan FROM akun a
     WHERE a.id = akun_saya() AND a.surel_diverifikasi_pada IS NOT NULL
$$;
COMMENT ON FUNCTION beri_tahu_saya IS 'A message to the own proved address as it is at this moment; nothing where none is proved';

CREATE FUNCTION ambil_pesan() RETURNS TABLE (id uuid, alamat text, jenis text, kode_surel_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  -- A node that ended between the mail server's answer and ours: it may have arrived.
  UPDATE pesan_keluar SET keadaan = 'gagal', sebab = 'tak_pasti', alamat = NULL
   WHERE keadaan = 'berjalan' AND diambil_pada < now() - interval '10 minutes';
  UPDATE pesan_keluar p SET keadaan = 'gagal', sebab = 'kedaluwarsa', alamat = NULL
   WHERE p.keadaan = 'menunggu' AND (coalesce(p.diulang_pada, p.dibuat_pada) < now() - interval '7 days'
     OR EXISTS (SELECT FROM kode_surel k WHERE k.id = p.kode_surel_id
       AND (k.berakhir_pada IS NOT NULL OR k.kedaluwarsa <= now())));
  -- Nobody has tried it again for a month: the address is not needed any more.
  UPDATE pesan_keluar SET alamat = NULL
   WHERE keadaan = 'gagal' AND alamat IS NOT NULL AND dibuat_pada < now() - interval '30 days';
  UPDATE kode_surel SET surel = '' WHERE surel <> '' AND kedaluwarsa < now() - interval '1 day';
  RETURN QUERY
    UPDATE pesan_keluar p SET keadaan = 'berjalan', diambil_pada = now(), percobaan = p.percobaan + 1
     WHERE p.id = (SELECT s.id FROM pesan_keluar s
       WHERE s.keadaan = 'menunggu' AND s.coba_pada <= now()
       ORDER BY s.coba_pada, s.id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING p.id, p.alamat, p.jenis, p.kode_surel_id;
END $$;
COMMENT ON FUNCTION ambil_pesan IS 'The next message to be handed to the mail server, for one node alone; whoever took it says what came of it (catat_pesan)';

CREATE FUNCTION catat_pesan(id_pesan uuid, hasil text, kode_balasan integer DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  p pesan_keluar;
  -- Out of patience: a mail server that answers, but never takes it.
  habis boolean;
BEGIN
  SELECT * INTO p FROM pesan_keluar WHERE id = id_pesan AND keadaan = 'berjalan' FOR UPDATE;
  IF p.id IS NULL THEN RETURN; END IF;
  habis := hasil = 'tertunda' AND p.percobaan >= 10;
  IF hasil = 'terkirim' THEN
    UPDATE pesan_keluar SET keadaan = 'terkirim', dikirim_pada = now(), alamat = NULL, sebab = NULL,
      balasan = NULL WHERE id = p.id;
  ELSIF habis OR hasil IN ('ditolak', 'tak_pasti') THEN
    UPDATE pesan_keluar SET keadaan = 'gagal', sebab = hasil, balasan = kode_balasan,
      alamat = CASE WHEN hasil = 'tak_pasti' THEN NULL ELSE alamat END WHERE id = p.id;
  ELSE
    UPDATE pesan_keluar SET keadaan = 'menunggu', sebab = hasil, balasan = kode_balasan,
      coba_pada = now() + least(interval '1 minute' * power(2, p.percobaan - 1), interval '1 hour')
     WHERE id = p.id;
  END IF;
END $$;
COMMENT ON FUNCTION catat_pesan IS 'What came of a message that was taken: sent, failed, or tried again after a pause that doubles, up to an hour';

CREATE FUNCTION pesan_tertua() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT min(coalesce(diulang_pada, dibuat_pada)) FROM pesan_keluar
   WHERE keadaan IN ('menunggu', 'berjalan')
$$;
COMMENT ON FUNCTION pesan_tertua IS 'Since when the oldest message waits; null when none does';

CREATE FUNCTION keadaan_pesan() RETURNS TABLE (
  menunggu integer, tertua timestamptz, terkirim_hari_ini integer, gagal integer, sebab text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*) FILTER (WHERE keadaan IN ('menunggu', 'berjalan'))::int,
    min(coalesce(diulang_pada, dibuat_pada)) FILTER (WHERE keadaan IN ('menunggu', 'berjalan')),
    count(*) FILTER (WHERE dikirim_pada > now() - interval '1 day')::int,
    count(*) FILTER (WHERE keadaan = 'gagal')::int,
    (array_agg(sebab ORDER BY diambil_pada DESC) FILTER (WHERE keadaan = 'menunggu' AND sebab IS NOT NULL))[1]
    FROM pesan_keluar WHERE peran_saya() = 'administrator'
$$;
COMMENT ON FUNCTION keadaan_pesan IS 'How many messages wait, went out and failed; of nobody in particular';

CREATE FUNCTION pesan_gagal() RETURNS TABLE (
  id uuid, jenis text, nama text, dibuat_pada timestamptz, percobaan integer, sebab text,
  balasan integer, dapat_diulang boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.jenis, o.nama, p.dibuat_pada, p.percobaan, p.sebab, p.balasan, p.alamat IS NOT NULL
    FROM pesan_keluar p JOIN akun a ON a.id = p.akun_id JOIN pegawai o ON o.id = a.pegawai_id
   WHERE p.keadaan = 'gagal' AND peran_saya() = 'administrator'
   ORDER BY p.dibuat_pada DESC LIMIT 200
$$;
COMMENT ON FUNCTION pesan_gagal IS 'Messages that came to nothing, for administrators; never the address (P30.2j)';

CREATE FUNCTION ulang_pesan(id_pesan uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE pesan_keluar SET keadaan = 'menunggu', percobaan = 0, coba_pada = now(), diulang_pada = now()
   -- What may have arrived has no address any more, and is not sent again.
   WHERE id = id_pesan AND keadaan = 'gagal' AND alamat IS NOT NULL AND peran_saya() = 'administrator';
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION ulang_pesan IS 'An administrator lets a message that was refused be tried again';

DROP FUNCTION tebus_kode(uuid, text, text, text, text, text);
CREATE FUNCTION tebus_kode(id_kode uuid, pertama text, kedua text, sandi text, surel_baru text, hp_baru text)
  RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE k kode_akun;
BEGIN
  UPDATE kode_akun SET dipakai_pada = now()
   WHERE id = id_kode AND dipakai_pada IS NULL AND dicabut_pada IS NULL AND kedaluwarsa > now()
     AND sidik_pertama = pertama AND (jenis = 'aktivasi' OR sidik_kedua = kedua)
   RETURNING * INTO k;
  IF k.id IS NULL THEN RETURN NULL; END IF;
  -- Whoever holds the whole code is the owner of the account, for this transaction.
  PERFORM set_config('meja.akun_id', k.akun_id::text, true);
  -- Before the change: to the address that the owner has proved, not to the one given now.
  PERFORM beri_tahu_saya('akun_dipulihkan');
  UPDATE akun SET kata_sandi_hash = sandi, surel = coalesce(surel_baru, surel),
    nomor_hp = coalesce(hp_baru, nomor_hp) WHERE id = k.akun_id;
  -- Whatever opened the account before opens it no more: other codes, sessions, second factors.
  UPDATE kode_akun SET dicabut_pada = now()
   WHERE akun_id = k.akun_id AND id <> k.id AND dipakai_pada IS NULL AND dicabut_pada IS NULL;
  DELETE FROM faktor_totp WHERE akun_id = k.akun_id;
  DELETE FROM passkey WHERE akun_id = k.akun_id;
  DELETE FROM kode_cadangan WHERE akun_id = k.akun_id;
  DELETE FROM sesi_portal WHERE akun_id = k.akun_id;
  DELETE FROM oidc_payload WHERE grant_id IN
    (SELECT s.grant_id FROM sesi s WHERE s.akun_id = k.akun_id AND s.diakhiri_pada IS NULL);
  UPDATE sesi SET diakhiri_pada = now(), diakhiri_oleh = k.akun_id
   WHERE akun_id = k.akun_id AND diakhiri_pada IS NULL;
  INSERT INTO audit (akun_id, aksi, objek, rincian) VALUES (k.akun_id, 'akun.' || k.jenis,
    'akun:' || k.akun_id, jsonb_build_object('kode', k.id, 'dicatat', k.dicatat_oleh, 'disaksikan', k.disaksikan_oleh));
  RETURN k.akun_id;
END $$;
COMMENT ON FUNCTION tebus_kode IS 'The owner sets the own password with the whole one-time code; all sessions and second factors end';

-- A unit closes on a day; what hangs on it ends with that day, and no row of it is rewritten -----------

ALTER TABLE unit_kerja ADD COLUMN dasar_penutupan text CHECK (length(dasar_penutupan) BETWEEN 3 AND 100),
  ADD CONSTRAINT unit_kerja_penutupan_check CHECK (dasar_penutupan IS NULL OR ditutup_pada IS NOT NULL);
COMMENT ON COLUMN unit_kerja.dasar_penutupan IS 'Decree that closes the unit';
CREATE INDEX riwayat_penempatan_unit ON riwayat ((isi ->> 'unit'))
  WHERE jenis = 'penempatan' AND status = 'valid';

CREATE FUNCTION unit_buka(unit text[], hari date) RETURNS text[] LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN unit IS NULL THEN NULL ELSE ARRAY(SELECT k.kode FROM unit_kerja k
    WHERE k.kode = ANY (unit) AND coalesce(k.ditutup_pada > hari, true) ORDER BY k.kode) END
$$;
COMMENT ON FUNCTION unit_buka IS 'Which of these units are there on that day; null stays the whole office';

CREATE FUNCTION halangan_tutup_unit(kode_unit text, hari date) RETURNS TABLE (
  pegawai integer, usulan integer, penunjukan integer
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH calon AS (
    SELECT p.id, p.unit_kerja FROM pegawai p WHERE p.unit_kerja = kode_unit
    UNION
    SELECT p.id, p.unit_kerja FROM pegawai p JOIN riwayat r ON r.pegawai_id = p.id
     WHERE r.jenis = 'penempatan' AND r.status = 'valid' AND r.isi ->> 'unit' = kode_unit
       AND coalesce(r.berlaku_sampai, hari) >= hari
  ), tempat AS (
    SELECT c.id, coalesce((SELECT r.isi ->> 'unit' FROM riwayat r
       WHERE r.pegawai_id = c.id AND r.jenis = 'penempatan' AND r.status = 'valid'
         AND r.berlaku_dari <= hari AND coalesce(r.berlaku_sampai, hari) >= hari
       ORDER BY r.berlaku_dari DESC, r.dibuat_pada DESC, r.id DESC LIMIT 1), c.unit_kerja) = kode_unit AS di_sana,
      EXISTS (SELECT FROM riwayat r WHERE r.pegawai_id = c.id AND r.jenis = 'penempatan'
        AND r.status = 'valid' AND r.isi ->> 'unit' = kode_unit AND r.berlaku_dari > hari) AS akan_ke_sana,
      EXISTS (SELECT FROM riwayat r WHERE r.pegawai_id = c.id AND r.jenis = 'pemberhentian'
        AND r.status = 'valid' AND r.berlaku_dari <= hari) AS berhenti
    FROM calon c
  )
  SELECT (SELECT count(*)::int FROM tempat t WHERE NOT t.berhenti AND (t.di_sana OR t.akan_ke_sana)),
    (SELECT count(*)::int FROM usulan u WHERE u.jenis = 'penempatan'
      AND u.status IN ('diajukan', 'terverifikasi_1') AND u.sesudah ->> 'unit' = kode_unit),
    (SELECT count(*)::int FROM usulan_penunjukan n WHERE n.status = 'diajukan' AND kode_unit = ANY (n.unit))
   WHERE peran_saya() = 'administrator'
$$;
COMMENT ON FUNCTION halangan_tutup_unit IS 'What still needs a unit from that day on: people placed there, open proposals to place somebody there, open nominations for it';

CREATE FUNCTION tutup_unit(kode_unit text, hari date, dasar text) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE unit_kerja SET ditutup_pada = hari, dasar_penutupan = dasar
   WHERE kode = kode_unit AND ditutup_pada IS NULL AND hari >= hari_ini()
     AND peran_saya() = 'administrator';
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION tutup_unit IS 'From that day on the unit is no more; the tasks of fasilitator for it end with it (unit_buka)';

CREATE FUNCTION buka_unit(kode_unit text) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE unit_kerja SET ditutup_pada = NULL, dasar_penutupan = NULL
   WHERE kode = kode_unit AND ditutup_pada > hari_ini() AND peran_saya() = 'administrator';
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION buka_unit IS 'Takes a closing back while its day has not come';

CREATE OR REPLACE FUNCTION periksa_penugasan_fasilitator() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM unnest(NEW.unit) AS satu WHERE NOT EXISTS (
      SELECT FROM unit_kerja k WHERE k.kode = satu AND k.perangkat_daerah = NEW.perangkat_daerah
        -- Nobody is given a unit that is gone by the first day of the task.
        AND coalesce(k.ditutup_pada > lower(NEW.berlaku), true))) THEN
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

CREATE OR REPLACE FUNCTION mulai_sesi(id_akun uuid, id_sesi uuid DEFAULT NULL) RETURNS TABLE (
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
        coalesce(array_to_string(unit_buka(f.unit, hari_ini()), ','), CASE WHEN f.id IS NOT NULL THEN '*' END) AS unit,
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
          -- A task whose units are all gone is over; the whole office (null) has no such end.
          AND unit_buka(f.unit, hari_ini()) IS DISTINCT FROM '{}'
      LEFT JOIN perangkat_daerah d ON d.kode = f.perangkat_daerah
      WHERE a.id = id_akun AND a.aktif
        AND NOT EXISTS (SELECT FROM sesi x WHERE x.id = id_sesi
          AND (x.diakhiri_pada IS NOT NULL OR x.akun_id <> a.id))
        -- Also a session begun before the rule, or before the right: it ends, and signing in enrols.
        AND (NOT faktor_wajib(a.id) OR EXISTS (SELECT FROM sesi x WHERE x.id = id_sesi AND x.kuat))
    ) s
    ORDER BY s.mulai DESC NULLS LAST
    LIMIT 1;
END $$;

CREATE OR REPLACE FUNCTION tugas_fasilitator() RETURNS TABLE (
  id uuid, akun_id uuid, nama text, nama_pengguna text, perangkat_daerah text,
  nama_perangkat_daerah text, unit text[], nomor_keputusan text, tanggal_keputusan text,
  mulai text, sampai text, keadaan text, sebab_gugur text, alasan_akhir text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.akun_id, t.nama, t.nama_pengguna, t.perangkat_daerah, t.nama_pd, t.unit,
    t.nomor_keputusan, t.tanggal_keputusan::text, lower(t.berlaku)::text,
    (upper(t.berlaku) - 1)::text,
    CASE WHEN upper(t.berlaku) <= hari_ini() OR unit_buka(t.unit, hari_ini()) = '{}' THEN 'berakhir'
      WHEN t.sebab IS NOT NULL THEN 'ditangguhkan'
      WHEN lower(t.berlaku) > hari_ini() THEN 'belum_mulai' ELSE 'aktif' END,
    t.sebab, t.alasan_akhir
  FROM (
    SELECT f.*, p.nama, a.nama_pengguna, d.nama AS nama_pd,
      CASE WHEN NOT a.aktif THEN 'akun_ditutup'
        ELSE sebab_gugur(p.id, f.asal_perangkat_daerah, lower(f.berlaku), hari_ini()) END AS sebab
    FROM penugasan_fasilitator f
    JOIN akun a ON a.id = f.akun_id
    JOIN pegawai p ON p.id = a.pegawai_id
    JOIN perangkat_daerah d ON d.kode = f.perangkat_daerah
    WHERE peran_saya() = 'administrator' OR f.perangkat_daerah = ANY (kepala_pd_saya())
  ) t
  ORDER BY t.nama_pd, t.nama, t.berlaku DESC
$$;

CREATE OR REPLACE FUNCTION unit_tanpa_fasilitator() RETURNS TABLE (
  kode text, nama text, perangkat_daerah text, nama_perangkat_daerah text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH bertugas AS (
    SELECT f.perangkat_daerah, f.unit FROM penugasan_fasilitator f
      JOIN akun a ON a.id = f.akun_id JOIN pegawai p ON p.id = a.pegawai_id
     WHERE a.aktif AND a.peran = 'fasilitator' AND f.berlaku @> hari_ini()
       AND sebab_gugur(p.id, f.asal_perangkat_daerah, lower(f.berlaku), hari_ini()) IS NULL)
  SELECT k.kode, k.nama, d.kode, d.nama
    FROM unit_kerja k JOIN perangkat_daerah d ON d.kode = k.perangkat_daerah
   WHERE (peran_saya() = 'administrator' OR d.kode = ANY (kepala_pd_saya()))
     AND coalesce(k.ditutup_pada > hari_ini(), true)
     AND NOT EXISTS (SELECT FROM bertugas b WHERE b.perangkat_daerah = k.perangkat_daerah
       AND (b.unit IS NULL OR k.kode = ANY (b.unit)))
   ORDER BY d.nama, k.nama
$$;

DROP FUNCTION hitung_organisasi();
CREATE FUNCTION hitung_organisasi() RETURNS TABLE (
  kode text, perangkat_daerah text, nama_perangkat_daerah text, nama text, jumlah integer,
  ditutup_pada text, dasar_penutupan text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.kode, d.kode, d.nama, k.nama, coalesce(h.jumlah, 0)::int,
    to_char(k.ditutup_pada, 'YYYY-MM-DD'), k.dasar_penutupan
    FROM perangkat_daerah d
    JOIN unit_kerja k ON k.perangkat_daerah = d.kode
    LEFT JOIN hitungan_unit h ON h.unit_kerja = k.kode AND h.ukuran = 'pegawai'
   WHERE peran_saya() = 'administrator'
      OR (peran_saya() = 'fasilitator' AND d.kode = perangkat_daerah_saya()
        AND unit_terlihat(k.kode))
   ORDER BY d.kode, k.kode
$$;
COMMENT ON FUNCTION hitung_organisasi IS 'Offices and units that this login sees, how many people each has, and which close when';

-- Rights ----------------------------------------------------------------------------------------------

ALTER TABLE kode_surel ENABLE ROW LEVEL SECURITY;
ALTER TABLE kode_surel FORCE ROW LEVEL SECURITY;
DO $$
BEGIN
  -- The server has no way to this table but the two functions.
  EXECUTE format('CREATE POLICY pemilik ON kode_surel TO %I USING (true) WITH CHECK (true)', current_user);
END $$;

REVOKE ALL ON FUNCTION kontak_saya, minta_kode_surel, pakai_kode_surel, beri_tahu_saya, ambil_pesan,
  catat_pesan, pesan_tertua, keadaan_pesan, pesan_gagal, ulang_pesan, tebus_kode, unit_buka, halangan_tutup_unit,
  tutup_unit, buka_unit, hitung_organisasi FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kontak_saya, minta_kode_surel, pakai_kode_surel, beri_tahu_saya, pesan_tertua,
  keadaan_pesan, pesan_gagal, ulang_pesan, tebus_kode, halangan_tutup_unit, tutup_unit, buka_unit, hitung_organisasi
  TO meja_app;
-- The job hands messages over; whose they are, and what stands in an account, it does not learn.
GRANT EXECUTE ON FUNCTION ambil_pesan, catat_pesan TO meja_tugas;
