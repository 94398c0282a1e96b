-- Scans with what was measured of them, in versions: a better scan names the one it replaces, and
-- the old one stays (P1.13). The application role may add documents, never change one.

ALTER TABLE dokumen
  ADD COLUMN mutu jsonb CHECK (jsonb_typeof(mutu) = 'object'),
  ADD COLUMN versi integer NOT NULL DEFAULT 1 CHECK (versi > 0),
  ADD COLUMN menggantikan uuid CHECK (menggantikan <> id),
  ADD COLUMN unggahan_id uuid UNIQUE,
  ADD COLUMN diunggah_oleh uuid REFERENCES akun,
  ADD CONSTRAINT dokumen_pemilik_jenis_key UNIQUE (id, pegawai_id, jenis),
  -- A version belongs to the same person and is the same kind of paper, whoever writes it.
  ADD CONSTRAINT dokumen_menggantikan_fkey FOREIGN KEY (menggantikan, pegawai_id, jenis)
    REFERENCES dokumen (id, pegawai_id, jenis),
  ADD CONSTRAINT dokumen_satu_pengganti UNIQUE (menggantikan);
COMMENT ON COLUMN dokumen.mutu IS 'Facts of legibility per page (core/domain/mutu-pindaian.ts); null when nothing could be measured';
COMMENT ON COLUMN dokumen.versi IS 'How many scans of this paper there are up to this one; counted by the database';
COMMENT ON COLUMN dokumen.menggantikan IS 'The earlier scan of the same paper; each is replaced once';
COMMENT ON COLUMN dokumen.unggahan_id IS 'The resumed upload it came from; storing it twice makes one document';
COMMENT ON COLUMN dokumen.diunggah_oleh IS 'Whose account sent the bytes; null for scans that a migration brought';
CREATE INDEX dokumen_pegawai ON dokumen (pegawai_id, diunggah_pada);

CREATE FUNCTION hitung_versi_dokumen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  NEW.versi := coalesce((SELECT versi + 1 FROM dokumen WHERE id = NEW.menggantikan), 1);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION hitung_versi_dokumen FROM PUBLIC;
COMMENT ON FUNCTION hitung_versi_dokumen IS 'The number of a scan among those of the same paper';
CREATE TRIGGER dokumen_versi BEFORE INSERT ON dokumen
  FOR EACH ROW EXECUTE FUNCTION hitung_versi_dokumen();

-- Whoever is signed in stands behind what arrives.
CREATE POLICY pengunggah ON dokumen AS RESTRICTIVE FOR INSERT TO meja_app
  WITH CHECK (diunggah_oleh = akun_saya());
