-- Whatever is presented of other people's data rests on an administrator's recommendation (P18).

CREATE TABLE rekomendasi (
  id uuid PRIMARY KEY,
  urutan integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  penyajian text NOT NULL CHECK (penyajian IN ('drh')),
  tujuan text NOT NULL CHECK (length(tujuan) BETWEEN 3 AND 300),
  penerima text NOT NULL CHECK (length(penerima) BETWEEN 3 AND 200),
  perangkat_daerah text REFERENCES perangkat_daerah,
  berlaku daterange NOT NULL CHECK (NOT isempty(berlaku) AND NOT lower_inf(berlaku) AND NOT upper_inf(berlaku)),
  diberikan_oleh uuid NOT NULL REFERENCES akun,
  nama_pemberi text NOT NULL,
  diberikan_pada timestamptz NOT NULL DEFAULT now(),
  dicabut_pada timestamptz,
  dicabut_oleh uuid REFERENCES akun,
  CHECK ((dicabut_pada IS NULL) = (dicabut_oleh IS NULL))
);
COMMENT ON TABLE rekomendasi IS 'What may be presented of other people''s data, for what, to whom and how long (P18); withdrawn, never deleted';
COMMENT ON COLUMN rekomendasi.perangkat_daerah IS 'The office whose employees it covers; null for the province';

ALTER TABLE rekomendasi ENABLE ROW LEVEL SECURITY;
ALTER TABLE rekomendasi FORCE ROW LEVEL SECURITY;
DO $$
BEGIN
  EXECUTE format('CREATE POLICY pemilik ON rekomendasi TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
CREATE POLICY pengelola ON rekomendasi TO meja_app USING (
  peran_saya() = 'administrator'
  OR (peran_saya() = 'fasilitator'
    AND coalesce(perangkat_daerah, perangkat_daerah_saya()) = perangkat_daerah_saya())
);
CREATE POLICY administrator_memberi ON rekomendasi AS RESTRICTIVE FOR INSERT TO meja_app
  WITH CHECK (peran_saya() = 'administrator' AND diberikan_oleh = akun_saya());
CREATE POLICY administrator_mencabut ON rekomendasi AS RESTRICTIVE FOR UPDATE TO meja_app
  USING (peran_saya() = 'administrator') WITH CHECK (dicabut_oleh = akun_saya());

GRANT SELECT ON rekomendasi TO meja_app;
GRANT INSERT (id, penyajian, tujuan, penerima, perangkat_daerah, berlaku, diberikan_oleh, nama_pemberi)
  ON rekomendasi TO meja_app;
GRANT UPDATE (dicabut_pada, dicabut_oleh) ON rekomendasi TO meja_app;
