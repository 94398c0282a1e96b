-- Decisions that a restored server has forgotten come back from the workstations (P29.2c, P33), and
-- what waits on a workstation shows its age (P30.2c).

CREATE TABLE zaman_server (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  urutan integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  mulai timestamptz NOT NULL DEFAULT now(),
  sebab text NOT NULL CHECK (length(sebab) BETWEEN 3 AND 200)
);
COMMENT ON TABLE zaman_server IS 'A new row after each restore from a backup (cli/mark-restore.ts): workstations that see another newest one ask which of their receipts are forgotten';
INSERT INTO zaman_server (sebab) VALUES ('Pemasangan');
GRANT SELECT ON zaman_server TO meja_app;

-- Own decisions only, and nothing but their ids: also those of an office that the person has left.
CREATE FUNCTION kiriman_dikenal(ids uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT transaction_id FROM keputusan_verifikasi
    WHERE transaction_id = ANY (ids) AND akun_id = akun_saya()
  $$;
-- How many entries there are, to whoever may read none of them.
CREATE FUNCTION puncak_audit() RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(max(urutan), 0) FROM audit
  $$;
REVOKE ALL ON FUNCTION kiriman_dikenal(uuid[]), puncak_audit() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kiriman_dikenal(uuid[]), puncak_audit() TO meja_app;

ALTER TABLE komputer
  ADD COLUMN ditolak integer NOT NULL DEFAULT 0 CHECK (ditolak >= 0),
  ADD COLUMN tertua_pada timestamptz;
COMMENT ON COLUMN komputer.ditolak IS 'Of those unsent: refused by the server, waiting for the person to look';
COMMENT ON COLUMN komputer.tertua_pada IS 'When the oldest decision without a receipt was taken, by the workstation''s clock';
GRANT UPDATE (ditolak, tertua_pada) ON komputer TO meja_app;

-- Refused decisions that their fasilitator leaves to the administrators ------------------------------

CREATE TABLE serahan_kiriman (
  transaction_id uuid PRIMARY KEY,
  akun_id uuid NOT NULL REFERENCES akun,
  usulan_id uuid NOT NULL REFERENCES usulan,
  isi jsonb NOT NULL,
  kode text NOT NULL CHECK (kode ~ '^[a-z_]{3,60}$'),
  catatan text NOT NULL CHECK (length(catatan) BETWEEN 5 AND 500),
  diserahkan_pada timestamptz NOT NULL DEFAULT now(),
  diselesaikan_oleh uuid REFERENCES akun,
  diselesaikan_pada timestamptz,
  penyelesaian text CHECK (length(penyelesaian) BETWEEN 5 AND 500),
  CHECK ((diselesaikan_pada IS NULL) = (diselesaikan_oleh IS NULL)),
  CHECK ((diselesaikan_pada IS NULL) = (penyelesaian IS NULL))
);
COMMENT ON TABLE serahan_kiriman IS 'Decisions that the server refused, handed over by whoever took them; they change nothing until an administrator has looked (P33)';
COMMENT ON COLUMN serahan_kiriman.isi IS 'The command as the workstation had kept it';
CREATE INDEX serahan_terbuka ON serahan_kiriman (diserahkan_pada) WHERE diselesaikan_pada IS NULL;

ALTER TABLE serahan_kiriman ENABLE ROW LEVEL SECURITY;
ALTER TABLE serahan_kiriman FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY pemilik ON serahan_kiriman TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
CREATE POLICY serahan_lihat ON serahan_kiriman FOR SELECT TO meja_app
  USING (akun_id = akun_saya() OR peran_saya() = 'administrator');
CREATE POLICY serahan_beri ON serahan_kiriman FOR INSERT TO meja_app
  WITH CHECK (akun_id = akun_saya() AND peran_saya() IN ('fasilitator', 'administrator'));
CREATE POLICY serahan_selesaikan ON serahan_kiriman FOR UPDATE TO meja_app
  USING (peran_saya() = 'administrator')
  WITH CHECK (peran_saya() = 'administrator' AND diselesaikan_oleh = akun_saya());
GRANT SELECT ON serahan_kiriman TO meja_app;
GRANT INSERT (transaction_id, akun_id, usulan_id, isi, kode, catatan) ON serahan_kiriman TO meja_app;
GRANT UPDATE (diselesaikan_oleh, diselesaikan_pada, penyelesaian) ON serahan_kiriman TO meja_app;
