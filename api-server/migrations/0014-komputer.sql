-- Workstations by their own word, and an administrator's order to close a screen (P1.21, P30.2b-c).

CREATE TABLE komputer (
  id uuid NOT NULL,
  akun_id uuid NOT NULL REFERENCES akun,
  terkunci boolean NOT NULL,
  belum_terkirim integer NOT NULL CHECK (belum_terkirim >= 0),
  versi text NOT NULL CHECK (length(versi) <= 40),
  beda_jam integer NOT NULL,
  kontak_pada timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, akun_id)
);
COMMENT ON TABLE komputer IS 'One row for each person on each installation: when it was heard of last, locked or open, decisions unsent';
COMMENT ON COLUMN komputer.id IS 'Random name of one installation';
COMMENT ON COLUMN komputer.beda_jam IS 'Seconds that its clock was ahead of ours';
CREATE INDEX komputer_terbaru ON komputer (kontak_pada DESC);

CREATE TABLE perintah_kunci (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  komputer uuid NOT NULL,
  akun_id uuid NOT NULL,
  alasan text NOT NULL CHECK (length(alasan) BETWEEN 5 AND 200),
  diminta_oleh uuid NOT NULL REFERENCES akun,
  diminta_pada timestamptz NOT NULL DEFAULT now(),
  dijalankan_pada timestamptz,
  FOREIGN KEY (komputer, akun_id) REFERENCES komputer (id, akun_id)
);
COMMENT ON TABLE perintah_kunci IS 'Orders of administrators to close the screen of a person on a workstation, until it has said that it did';
CREATE UNIQUE INDEX perintah_kunci_menunggu ON perintah_kunci (komputer, akun_id)
  WHERE dijalankan_pada IS NULL;

ALTER TABLE komputer ENABLE ROW LEVEL SECURITY;
ALTER TABLE komputer FORCE ROW LEVEL SECURITY;
ALTER TABLE perintah_kunci ENABLE ROW LEVEL SECURITY;
ALTER TABLE perintah_kunci FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY pemilik ON komputer TO %I USING (true) WITH CHECK (true)', current_user);
  EXECUTE format('CREATE POLICY pemilik ON perintah_kunci TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
CREATE POLICY komputer_sendiri ON komputer TO meja_app
  USING (akun_id = akun_saya()) WITH CHECK (akun_id = akun_saya());
CREATE POLICY komputer_semua ON komputer FOR SELECT TO meja_app
  USING (peran_saya() = 'administrator');
CREATE POLICY perintah_lihat ON perintah_kunci FOR SELECT TO meja_app
  USING (akun_id = akun_saya() OR peran_saya() = 'administrator');
CREATE POLICY perintah_beri ON perintah_kunci FOR INSERT TO meja_app
  WITH CHECK (peran_saya() = 'administrator' AND diminta_oleh = akun_saya());
CREATE POLICY perintah_jalankan ON perintah_kunci FOR UPDATE TO meja_app
  USING (akun_id = akun_saya()) WITH CHECK (akun_id = akun_saya());
GRANT SELECT, INSERT ON komputer TO meja_app;
GRANT UPDATE (terkunci, belum_terkirim, versi, beda_jam, kontak_pada) ON komputer TO meja_app;
GRANT SELECT ON perintah_kunci TO meja_app;
GRANT INSERT (komputer, akun_id, alasan, diminta_oleh) ON perintah_kunci TO meja_app;
GRANT UPDATE (dijalankan_pada) ON perintah_kunci TO meja_app;
