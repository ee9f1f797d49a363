-- What the team set in the console, a section a row.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
