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
