-- Locks and unlocks of workstations, as they tell them at the next contact (P30.2b).

CREATE TABLE catatan_layar (
  akun_id uuid NOT NULL REFERENCES akun,
  komputer uuid NOT NULL,
  urutan integer NOT NULL CHECK (urutan > 0),
  peristiwa text NOT NULL CHECK (peristiwa ~ '^[a-z_]{3,40}$'),
  pada timestamptz NOT NULL,
  diterima_pada timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (akun_id, komputer, urutan)
);
COMMENT ON TABLE catatan_layar IS 'What happened to a screen: locked, opened, wrong PIN, desk checked (P30.2b); never what was on it';
COMMENT ON COLUMN catatan_layar.komputer IS 'Random name of one installation';
COMMENT ON COLUMN catatan_layar.urutan IS 'Counted by the workstation for ever; going back shows that its files were put back';
COMMENT ON COLUMN catatan_layar.pada IS 'By the clock of the workstation; diterima_pada is ours';
CREATE INDEX catatan_layar_terbaru ON catatan_layar (diterima_pada);

ALTER TABLE catatan_layar ENABLE ROW LEVEL SECURITY;
ALTER TABLE catatan_layar FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY pemilik ON catatan_layar TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
CREATE POLICY layar_sendiri ON catatan_layar FOR SELECT TO meja_app
  USING (peran_saya() = 'administrator' OR akun_id = akun_saya());
CREATE POLICY tambah_sendiri ON catatan_layar FOR INSERT TO meja_app
  WITH CHECK (akun_id = akun_saya());
GRANT SELECT, INSERT ON catatan_layar TO meja_app;
