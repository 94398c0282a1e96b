-- Units change under a decree that was entered before its scan was asked for too, and a review of
-- rights finds its entries among millions.

ALTER TABLE penugasan_fasilitator
  DROP CONSTRAINT penugasan_fasilitator_keputusan_check,
  ADD CONSTRAINT penugasan_fasilitator_keputusan_check CHECK
    ((melanjutkan IS NULL OR unit IS NOT NULL) AND (usulan_penunjukan_id IS NULL
      OR (unit IS NOT NULL AND tanggal_keputusan IS NOT NULL AND dokumen_id IS NOT NULL)));

CREATE INDEX audit_akun_peran ON audit (objek, urutan DESC) WHERE aksi = 'akun.peran';
