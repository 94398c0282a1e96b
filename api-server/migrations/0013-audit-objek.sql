-- What the trail says of one person stands on that person's timeline: it must not read the whole trail.

CREATE INDEX audit_objek ON audit (objek, urutan);
