-- The portal: sessions of browsers, and what an employee has begun to write. Both stay on the
-- server, because the browser may stand in a shared room.

CREATE TABLE sesi_portal (
  sidik text PRIMARY KEY CHECK (sidik ~ '^[0-9a-f]{64}$'),
  akun_id uuid NOT NULL REFERENCES akun,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  dipakai_pada timestamptz NOT NULL DEFAULT now(),
  kedaluwarsa timestamptz NOT NULL,
  CHECK (kedaluwarsa > dibuat_pada)
);
COMMENT ON TABLE sesi_portal IS 'Signed-in browsers of the portal; a row ends with the session (P7.1)';
COMMENT ON COLUMN sesi_portal.sidik IS 'SHA-256 of the cookie: whoever reads this table cannot sign in with it';
COMMENT ON COLUMN sesi_portal.dipakai_pada IS 'Last request, to the minute: the idle limit counts from here';
COMMENT ON COLUMN sesi_portal.kedaluwarsa IS 'The absolute limit, whatever happens in between';
CREATE INDEX sesi_portal_akun ON sesi_portal (akun_id);
CREATE INDEX sesi_portal_kedaluwarsa ON sesi_portal (kedaluwarsa);

CREATE TABLE draf_usulan (
  id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun,
  pegawai_id uuid NOT NULL REFERENCES pegawai,
  isi jsonb NOT NULL CHECK (jsonb_typeof(isi) = 'object'),
  diubah_pada timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE draf_usulan IS 'Proposals that are still being written; seen by their writer only, and part of no record';
CREATE INDEX draf_usulan_akun ON draf_usulan (akun_id, diubah_pada);

-- A session is looked up before anybody is known, so no policy can name the asker: the application
-- role has no right on the table, only these three doors, each of which needs the cookie's hash.

CREATE FUNCTION buka_sesi_portal(sidik_baru text, id_akun uuid, masa interval) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sesi_portal (sidik, akun_id, kedaluwarsa) VALUES (sidik_baru, id_akun, now() + masa)
$$;
COMMENT ON FUNCTION buka_sesi_portal IS 'A new session after a sign-in; never an old one again';

-- The last use is written once a minute, not at every request.
CREATE FUNCTION pakai_sesi_portal(sidik_sesi text, senggang interval) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE sesi sesi_portal;
BEGIN
  SELECT * INTO sesi FROM sesi_portal s
   WHERE s.sidik = sidik_sesi AND s.kedaluwarsa > now() AND s.dipakai_pada > now() - senggang;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF sesi.dipakai_pada < now() - interval '1 minute' THEN
    UPDATE sesi_portal SET dipakai_pada = now() WHERE sidik = sidik_sesi;
  END IF;
  RETURN sesi.akun_id;
END $$;
COMMENT ON FUNCTION pakai_sesi_portal IS 'The account of a session in force; null when it is unknown, idle or over';

CREATE FUNCTION tutup_sesi_portal(sidik_sesi text) RETURNS uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sesi_portal WHERE sidik = sidik_sesi RETURNING akun_id
$$;
COMMENT ON FUNCTION tutup_sesi_portal IS 'Ends a session; whose it was';

CREATE FUNCTION sapu_portal(senggang interval, umur_draf interval) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sesi_portal WHERE kedaluwarsa < now() OR dipakai_pada < now() - senggang;
  DELETE FROM draf_usulan WHERE diubah_pada < now() - umur_draf;
$$;
COMMENT ON FUNCTION sapu_portal IS 'Removes sessions that are over and drafts that nobody went on with';

DO $$
DECLARE tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['sesi_portal', 'draf_usulan'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format('CREATE POLICY pemilik ON %I TO %I USING (true) WITH CHECK (true)', tabel, current_user);
  END LOOP;
END $$;
CREATE POLICY penulis ON draf_usulan TO meja_app USING (akun_id = akun_saya())
  WITH CHECK (akun_id = akun_saya() AND EXISTS (SELECT FROM pegawai p WHERE p.id = pegawai_id));

REVOKE ALL ON sesi_portal, draf_usulan FROM PUBLIC;
REVOKE ALL ON FUNCTION buka_sesi_portal, pakai_sesi_portal, tutup_sesi_portal, sapu_portal FROM PUBLIC;
GRANT SELECT, INSERT, DELETE ON draf_usulan TO meja_app;
GRANT UPDATE (isi, diubah_pada) ON draf_usulan TO meja_app;
GRANT EXECUTE ON FUNCTION buka_sesi_portal, pakai_sesi_portal, tutup_sesi_portal, sapu_portal
  TO meja_app;
