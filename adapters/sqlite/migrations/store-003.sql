-- The custody log: a leaf for each head of a case that was signed for, in one order over all cases. Nothing in it names a person.
CREATE TABLE leaf (
  no INTEGER PRIMARY KEY, -- the leaf's index, from 0
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  leaf BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX leaf_entry ON leaf (case_id, seq);

-- Signed statements about the first `size` leaves, with what authorities gave over them.
CREATE TABLE checkpoint (
  no INTEGER PRIMARY KEY, -- from 0
  size INTEGER NOT NULL,
  root TEXT NOT NULL,
  peaks TEXT NOT NULL, -- JSON array of hexadecimal hashes
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  public_key TEXT NOT NULL
) STRICT;
CREATE INDEX checkpoint_size ON checkpoint (size, no);
CREATE TABLE stamp (
  checkpoint_no INTEGER NOT NULL,
  n INTEGER NOT NULL,
  anchor TEXT NOT NULL,
  at INTEGER NOT NULL,
  token BLOB NOT NULL,
  certificates TEXT NOT NULL,
  PRIMARY KEY (checkpoint_no, n)
) STRICT, WITHOUT ROWID;

-- What was signed for stays as it was: a row that could change would make honest checkpoints look false.
CREATE TRIGGER leaf_never_changes BEFORE UPDATE ON leaf BEGIN SELECT RAISE(ABORT, 'the custody log never changes'); END;
CREATE TRIGGER leaf_never_goes BEFORE DELETE ON leaf BEGIN SELECT RAISE(ABORT, 'the custody log never changes'); END;
CREATE TRIGGER checkpoint_never_changes BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoints never change'); END;
CREATE TRIGGER checkpoint_never_goes BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoints never change'); END;
CREATE TRIGGER stamp_never_changes BEFORE UPDATE ON stamp BEGIN SELECT RAISE(ABORT, 'checkpoints never change'); END;
CREATE TRIGGER stamp_never_goes BEFORE DELETE ON stamp BEGIN SELECT RAISE(ABORT, 'checkpoints never change'); END;
-- REPLACE would remove a row without asking the triggers above.
CREATE TRIGGER leaf_never_replaced BEFORE INSERT ON leaf
WHEN EXISTS (SELECT 1 FROM leaf WHERE no = NEW.no OR (case_id = NEW.case_id AND seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'the custody log never changes'); END;
CREATE TRIGGER checkpoint_never_replaced BEFORE INSERT ON checkpoint WHEN EXISTS (SELECT 1 FROM checkpoint WHERE no = NEW.no)
BEGIN SELECT RAISE(ABORT, 'checkpoints never change'); END;
CREATE TRIGGER stamp_never_replaced BEFORE INSERT ON stamp
WHEN EXISTS (SELECT 1 FROM stamp WHERE checkpoint_no = NEW.checkpoint_no AND n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'checkpoints never change'); END;
