-- Originals on the desk and people who left a workstation (P1.21, P30.2b).

ALTER TABLE catatan_layar ADD COLUMN rujukan uuid;
ALTER TABLE catatan_layar ADD CONSTRAINT catatan_layar_rujukan
  CHECK ((rujukan IS NOT NULL) = (peristiwa IN ('asli_di_meja', 'asli_dikembalikan')));
COMMENT ON COLUMN catatan_layar.rujukan IS 'transaction_id of the decision whose original this is; the decision itself may still be on its way';

ALTER TABLE komputer
  ADD COLUMN asli_di_meja integer NOT NULL DEFAULT 0 CHECK (asli_di_meja >= 0),
  ADD COLUMN dilepas_pada timestamptz;
COMMENT ON COLUMN komputer.asli_di_meja IS 'Originals seen there and not yet handed back to their owners';
COMMENT ON COLUMN komputer.dilepas_pada IS 'Since when nothing of this person is left on that installation; null while there is';
GRANT UPDATE (asli_di_meja, dilepas_pada) ON komputer TO meja_app;
