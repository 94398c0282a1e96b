-- A chain shows what was changed inside it, but not that its end was cut off, nor that the owner of
-- the tables wrote it anew. The running server therefore notes the head outside the database.

CREATE FUNCTION kepala_audit() RETURNS TABLE (urutan bigint, sidik text) LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT a.urutan, a.sidik FROM audit a ORDER BY a.urutan DESC LIMIT 1 $$;
COMMENT ON FUNCTION kepala_audit IS 'Number and hash of the newest audit entry, for the anchor outside the database';
REVOKE ALL ON FUNCTION kepala_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kepala_audit TO meja_app;
