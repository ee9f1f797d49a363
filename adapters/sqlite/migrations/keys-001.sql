-- Wrapped case keys, version 1. A case that was erased stays, without its key: it can never get another.
CREATE TABLE key (
  case_id TEXT PRIMARY KEY,
  wrapped BLOB -- nothing where destroyed
) STRICT, WITHOUT ROWID;

CREATE TABLE checked (one INTEGER PRIMARY KEY CHECK (one = 1), value BLOB NOT NULL) STRICT;
