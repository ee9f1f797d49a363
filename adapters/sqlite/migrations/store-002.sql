-- Teams that see a case as well (a JSON array of ids), and when a person must have answered.
ALTER TABLE case_row ADD COLUMN copies TEXT NOT NULL DEFAULT '[]';
ALTER TABLE case_row ADD COLUMN due_at INTEGER;
-- Keyed hashes of what others are known by in a case, as a JSON array and one row each, so that cases are found by them.
ALTER TABLE case_row ADD COLUMN marks TEXT NOT NULL DEFAULT '[]';
CREATE TABLE case_mark (
  mark TEXT NOT NULL,
  case_id TEXT NOT NULL,
  PRIMARY KEY (mark, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_mark_case ON case_mark (case_id);
