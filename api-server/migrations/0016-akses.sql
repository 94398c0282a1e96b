-- Second factors, sessions that say how they were opened, and accounts that a person opens alone with
-- a code from a letter (P8, P30.2i-j).

CREATE TABLE kebijakan_akun (
  berlaku_mulai date PRIMARY KEY,
  faktor_kedua_wajib boolean NOT NULL,
  masa_kode_hari integer NOT NULL CHECK (masa_kode_hari BETWEEN 1 AND 90),
  dasar text NOT NULL CHECK (length(dasar) BETWEEN 3 AND 200)
);
COMMENT ON TABLE kebijakan_akun IS 'From which day pengelola need a second factor, and how long a code on a letter is good; a new rule is a new row';
INSERT INTO kebijakan_akun VALUES ('2020-11-23', true, 14, 'Pasal 30 ayat (2) Peraturan Gubernur 73/2020');

CREATE FUNCTION kebijakan_akun_kini() RETURNS kebijakan_akun LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT k FROM kebijakan_akun k WHERE berlaku_mulai <= hari_ini() ORDER BY berlaku_mulai DESC LIMIT 1
$$;
COMMENT ON FUNCTION kebijakan_akun_kini IS 'The rule about accounts that is in force today';

CREATE FUNCTION faktor_wajib(id_akun uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT coalesce((kebijakan_akun_kini()).faktor_kedua_wajib, true)
    AND EXISTS (SELECT FROM akun a WHERE a.id = id_akun AND a.peran <> 'user_personal')
$$;
COMMENT ON FUNCTION faktor_wajib IS 'Whether this account may not sign in with a password alone';

-- What only its owner holds; not even an administrator reads or removes it -----------------------------

CREATE TABLE faktor_totp (
  akun_id uuid PRIMARY KEY REFERENCES akun,
  rahasia text NOT NULL,
  langkah_terakhir bigint NOT NULL,
  aktif_sejak timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE faktor_totp IS 'Authenticator app of an account (RFC 6238)';
COMMENT ON COLUMN faktor_totp.rahasia IS 'Sealed with a key outside the database, for this account only';
COMMENT ON COLUMN faktor_totp.langkah_terakhir IS 'Time step of the last code that was taken: no code is good twice';

CREATE TABLE passkey (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  akun_id uuid NOT NULL REFERENCES akun,
  kredensial text NOT NULL UNIQUE CHECK (length(kredensial) <= 1400),
  kunci_publik text NOT NULL CHECK (length(kunci_publik) <= 4000),
  penghitung bigint NOT NULL CHECK (penghitung >= 0),
  perantara text[] NOT NULL,
  nama text NOT NULL CHECK (length(nama) BETWEEN 1 AND 60),
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  dipakai_pada timestamptz
);
COMMENT ON TABLE passkey IS 'Passkeys of an account (WebAuthn): the public half only';
CREATE INDEX passkey_akun ON passkey (akun_id);

CREATE TABLE kode_cadangan (
  akun_id uuid NOT NULL REFERENCES akun,
  sidik text NOT NULL CHECK (sidik ~ '^[0-9a-f]{64}$'),
  dipakai_pada timestamptz,
  PRIMARY KEY (akun_id, sidik)
);
COMMENT ON TABLE kode_cadangan IS 'Recovery codes in place of a lost second factor, under a hash with a key outside the database; each once';

CREATE FUNCTION jaga_faktor_terakhir() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Recovery with two pengelola removes all of them through its own function, as the owner of the tables.
  IF current_user = 'meja_app' AND faktor_wajib(OLD.akun_id)
    AND NOT EXISTS (SELECT FROM faktor_totp t WHERE t.akun_id = OLD.akun_id)
    AND NOT EXISTS (SELECT FROM passkey p WHERE p.akun_id = OLD.akun_id) THEN
    RAISE EXCEPTION 'faktor kedua terakhir seorang pengelola' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER faktor_totp_terakhir AFTER DELETE ON faktor_totp
  FOR EACH ROW EXECUTE FUNCTION jaga_faktor_terakhir();
CREATE TRIGGER passkey_terakhir AFTER DELETE ON passkey
  FOR EACH ROW EXECUTE FUNCTION jaga_faktor_terakhir();

CREATE FUNCTION cari_passkey(id_kredensial text) RETURNS TABLE (
  akun_id uuid, kunci_publik text, penghitung bigint, perantara text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.akun_id, p.kunci_publik, p.penghitung, p.perantara
    FROM passkey p JOIN akun a ON a.id = p.akun_id
   WHERE p.kredensial = id_kredensial AND a.aktif AND a.kata_sandi_hash IS NOT NULL
$$;
COMMENT ON FUNCTION cari_passkey IS 'Whose passkey this is, before anybody is known: it is public without its private half';

DO $$
DECLARE tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['faktor_totp', 'passkey', 'kode_cadangan'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format('CREATE POLICY pemilik ON %I TO %I USING (true) WITH CHECK (true)', tabel, current_user);
    EXECUTE format('CREATE POLICY sendiri ON %I TO meja_app USING (akun_id = akun_saya()) WITH CHECK (akun_id = akun_saya())', tabel);
  END LOOP;
END $$;

-- A session says how it was opened ------------------------------------------------------------------

ALTER TABLE sesi ADD COLUMN kuat boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN sesi.kuat IS 'Opened with a second factor or a passkey; without it a pengelola has no session once the rule holds';

DROP FUNCTION buka_sesi_portal(text, uuid, interval, text, text);
DROP FUNCTION catat_sesi(text, uuid, text, text);
CREATE FUNCTION catat_sesi(id_grant text, id_akun uuid, nama_perangkat text, alamat text, dengan_faktor boolean)
  RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sesi (grant_id, akun_id, perangkat, alamat_kasar, kuat)
    VALUES (id_grant, id_akun, nama_perangkat, alamat, dengan_faktor)
    -- How it was opened is never written again: a refresh makes no session stronger.
    ON CONFLICT (grant_id) DO UPDATE SET terakhir_pada = now()
      WHERE sesi.akun_id = id_akun
    RETURNING id
$$;
COMMENT ON FUNCTION catat_sesi IS 'Notes a session whenever the issuer gives it an access token';

CREATE FUNCTION buka_sesi_portal(sidik_baru text, id_akun uuid, masa interval, nama_perangkat text,
  alamat text, dengan_faktor boolean)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sesi_portal (sidik, akun_id, kedaluwarsa, sesi_id)
    VALUES (sidik_baru, id_akun, now() + masa,
      catat_sesi('portal:' || sidik_baru, id_akun, nama_perangkat, alamat, dengan_faktor))
$$;
COMMENT ON FUNCTION buka_sesi_portal IS 'A new session after a sign-in; never an old one again';

CREATE FUNCTION akun_aktif(id_akun uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT FROM akun a WHERE a.id = id_akun AND a.aktif) $$;
COMMENT ON FUNCTION akun_aktif IS 'Whether the issuer may give this account a token; what it may do is asked at every request';

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
        -- Also a session begun before the rule, or before the right: it ends, and signing in enrols.
        AND (NOT faktor_wajib(a.id) OR EXISTS (SELECT FROM sesi x WHERE x.id = id_sesi AND x.kuat))
    ) s
    ORDER BY s.mulai DESC NULLS LAST
    LIMIT 1;
END $$;

-- Codes on a letter --------------------------------------------------------------------------------

ALTER TABLE kode_akun ADD COLUMN dicabut_pada timestamptz;
CREATE INDEX kode_akun_pegawai ON kode_akun (pegawai_id, dibuat_pada DESC);
GRANT SELECT (dicabut_pada, sidik_pertama, sidik_kedua), UPDATE (dicabut_pada) ON kode_akun TO meja_app;
COMMENT ON COLUMN kode_akun.sidik_pertama IS 'SHA-256 of the code, which is made from this row''s id with a key outside the database';

-- Any pengelola who sees the person may end a code; the row may then say nothing else than that.
CREATE POLICY pencabutan ON kode_akun FOR UPDATE TO meja_app
  USING (peran_saya() IN ('fasilitator', 'administrator')
    AND EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id))
  WITH CHECK (dicabut_pada IS NOT NULL);

DROP FUNCTION akun_untuk_kode(text, text, text);
CREATE FUNCTION akun_untuk_kode(nip_pemilik text, lahir date, pertama text, kedua text) RETURNS TABLE (
  kode_id uuid, akun_id uuid, nama_pengguna text, nama text, nip text, jenis text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, a.id, a.nama_pengguna, p.nama, p.nip, k.jenis
    FROM kode_akun k JOIN akun a ON a.id = k.akun_id JOIN pegawai p ON p.id = a.pegawai_id
   WHERE p.nip = nip_pemilik
     -- What the record says; where it says nothing, the number itself does.
     AND coalesce(p.data_utama ->> 'tanggalLahir',
       substr(p.nip, 1, 4) || '-' || substr(p.nip, 5, 2) || '-' || substr(p.nip, 7, 2)) = lahir::text
     AND a.aktif AND k.dipakai_pada IS NULL AND k.dicabut_pada IS NULL AND k.kedaluwarsa > now()
     AND k.sidik_pertama = pertama
     AND (k.jenis = 'aktivasi' OR k.sidik_kedua = kedua)
$$;
COMMENT ON FUNCTION akun_untuk_kode IS 'Whose code this is, for whoever holds the whole code and knows the owner''s NIP and date of birth';

DROP FUNCTION tebus_kode(uuid, text, text, text, text, text);
CREATE FUNCTION tebus_kode(id_kode uuid, pertama text, kedua text, sandi text, surel_baru text, hp_baru text)
  RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE k kode_akun; lama text;
BEGIN
  UPDATE kode_akun SET dipakai_pada = now()
   WHERE id = id_kode AND dipakai_pada IS NULL AND dicabut_pada IS NULL AND kedaluwarsa > now()
     AND sidik_pertama = pertama AND (jenis = 'aktivasi' OR sidik_kedua = kedua)
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

CREATE FUNCTION keadaan_akun_unit(kode_unit text) RETURNS TABLE (
  pegawai_id uuid, nip text, nama text, akun_id uuid, sudah_aktif boolean, tertutup boolean,
  kode_id uuid, dibuat_pada timestamptz, kedaluwarsa timestamptz, dicabut_pada timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.nip, p.nama, a.id, coalesce(a.kata_sandi_hash IS NOT NULL, false),
    a.id IS NULL AND EXISTS (SELECT FROM akun t WHERE t.pegawai_id = p.id),
    k.id, k.dibuat_pada, k.kedaluwarsa, k.dicabut_pada
    FROM pegawai p
    LEFT JOIN LATERAL (SELECT * FROM akun s WHERE s.pegawai_id = p.id AND s.aktif
      ORDER BY s.kata_sandi_hash IS NULL, s.nama_pengguna LIMIT 1) a ON true
    LEFT JOIN LATERAL (SELECT * FROM kode_akun s WHERE s.akun_id = a.id AND s.jenis = 'aktivasi'
      ORDER BY s.dibuat_pada DESC LIMIT 1) k ON true
   WHERE p.unit_kerja = kode_unit AND peran_saya() = 'administrator'
   ORDER BY p.nama, p.id LIMIT 1000
$$;
COMMENT ON FUNCTION keadaan_akun_unit IS 'Who of a unit has opened the account, who was invited, who was not; never the code';

CREATE FUNCTION nama_pengelola(akun uuid[]) RETURNS TABLE (id uuid, nama text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, p.nama FROM akun a JOIN pegawai p ON p.id = a.pegawai_id
   WHERE a.id = ANY (akun) AND peran_saya() IN ('fasilitator', 'administrator')
     AND EXISTS (SELECT FROM kode_akun k WHERE a.id IN (k.dicatat_oleh, k.disaksikan_oleh))
$$;
COMMENT ON FUNCTION nama_pengelola IS 'Who logged a recovery, by name, for the pengelola who works with it';

GRANT SELECT ON kebijakan_akun, faktor_totp, passkey, kode_cadangan TO meja_app;
GRANT INSERT, DELETE ON faktor_totp, passkey, kode_cadangan TO meja_app;
GRANT UPDATE (rahasia, langkah_terakhir, aktif_sejak) ON faktor_totp TO meja_app;
GRANT UPDATE (penghitung, dipakai_pada) ON passkey TO meja_app;
GRANT UPDATE (dipakai_pada) ON kode_cadangan TO meja_app;
REVOKE ALL ON FUNCTION kebijakan_akun_kini, faktor_wajib, jaga_faktor_terakhir, cari_passkey,
  catat_sesi, buka_sesi_portal, akun_aktif, akun_untuk_kode, tebus_kode, keadaan_akun_unit,
  nama_pengelola FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kebijakan_akun_kini, faktor_wajib, cari_passkey, catat_sesi,
  buka_sesi_portal, akun_aktif, akun_untuk_kode, tebus_kode, keadaan_akun_unit, nama_pengelola
  TO meja_app;
