-- Who decided stays readable for whoever may read the decision, nobody looks twice at one proposal,
-- and no temporary table can stand in for a table of ours.

CREATE INDEX keputusan_verifikasi_akun ON keputusan_verifikasi (akun_id);

-- The inner SELECT is under the policy of keputusan_verifikasi: only deciders of visible decisions.
CREATE POLICY pemutus_terlihat ON akun FOR SELECT TO meja_app
  USING (EXISTS (SELECT FROM keputusan_verifikasi k WHERE k.akun_id = akun.id));

-- P10.2b wants a second pair of eyes; a person with two accounts has only one.
CREATE UNIQUE INDEX keputusan_dua_orang ON keputusan_verifikasi (usulan_id, pegawai_pemutus)
  WHERE hasil = 'sesuai';
COMMENT ON INDEX keputusan_dua_orang IS 'One person never says "sesuai" twice of one proposal (P10.2b)';

-- A state that only a decision can bring about, whoever writes it; checked when all rows are in.
CREATE FUNCTION cek_pemutus_usulan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM keputusan_verifikasi k
     WHERE k.usulan_id = NEW.id AND k.versi_usulan = NEW.versi - 1
       AND k.hasil = CASE NEW.status WHEN 'dikembalikan' THEN 'dikembalikan' ELSE 'sesuai' END
  ) THEN
    RAISE EXCEPTION 'usulan berstatus % tanpa keputusan', NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION cek_pemutus_usulan FROM PUBLIC;
CREATE CONSTRAINT TRIGGER usulan_punya_pemutus AFTER INSERT OR UPDATE OF status ON usulan
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('terverifikasi_1', 'valid', 'dikembalikan'))
  EXECUTE FUNCTION cek_pemutus_usulan();

-- With two decrees in force at once the newer one counts, not whichever row is found first.
CREATE OR REPLACE FUNCTION mulai_sesi(id_akun uuid) RETURNS TABLE (
  akun_id uuid, pegawai_id uuid, nama_pengguna text, nama text, peran text,
  perangkat_daerah text, nama_perangkat_daerah text
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT a.id, a.pegawai_id, a.nama_pengguna, p.nama, a.peran, d.kode, d.nama
      FROM akun a
      JOIN pegawai p ON p.id = a.pegawai_id
      LEFT JOIN penugasan_fasilitator f
        ON f.akun_id = a.id AND f.berlaku @> (now() AT TIME ZONE 'Asia/Jakarta')::date
      LEFT JOIN perangkat_daerah d ON d.kode = f.perangkat_daerah
     WHERE a.id = id_akun AND a.aktif
     ORDER BY lower(f.berlaku) DESC
     LIMIT 1;
END $$;

-- Temporary tables are looked up first unless pg_temp is named last: a temporary "audit" could
-- otherwise feed the chain a false predecessor.
ALTER FUNCTION cari_akun_masuk SET search_path = public, pg_temp;
ALTER FUNCTION rangkai_audit SET search_path = public, pg_temp;
ALTER FUNCTION cek_audit SET search_path = public, pg_temp;
DO $$ BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;

COMMENT ON FUNCTION sidik_audit IS 'Hash of one audit entry over the hash of the one before';
COMMENT ON COLUMN riwayat.sumber IS 'Through which door the row came into the record';
COMMENT ON COLUMN riwayat.menggantikan IS 'The row whose place this one took; each is replaced once';
COMMENT ON COLUMN usulan.transaction_id IS 'Made by the sender; sending twice makes one proposal';
COMMENT ON COLUMN usulan.sebelum IS 'The corrected row as it was at the proposal; null for an addition';
COMMENT ON COLUMN akun.kata_sandi_hash IS 'Argon2id; readable only through cari_akun_masuk';
COMMENT ON COLUMN keputusan_verifikasi.pegawai_pengusul IS 'Beside pegawai_pemutus, so that a CHECK can keep them apart';
COMMENT ON COLUMN keputusan_verifikasi.resi IS 'The receipt as given; a repeated command gets it again';
COMMENT ON COLUMN oidc_payload.dipakai_pada IS 'When a code or refresh token was used up; a second use revokes the grant';
