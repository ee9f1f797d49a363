-- The store, version 1. Every table and index here costs the hot path of a message; each says what it is for.
-- Times are milliseconds since 1970 (UTC). `sealed` and `receipt` are ciphertext; nothing else names a person (law 7, 8).

-- What arrived (law 1). A handled row keeps only its id, so that a repeat of the platform counts once (law 4).
CREATE TABLE inbox (
  no INTEGER PRIMARY KEY, -- order of arrival
  id TEXT NOT NULL UNIQUE,
  chat_key TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  head INTEGER NOT NULL, -- 1 for the first waiting row of its chat: a claim reads heads only, however many rows a chat has
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX inbox_waiting ON inbox (chat_key, no, received_at) WHERE waiting = 1;
CREATE INDEX inbox_head ON inbox (no) WHERE head = 1;

CREATE TABLE chat_claim (
  chat_key TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The ledger (law 2). Body and place are apart so that each byte is stored once: a flipped byte cannot hide behind a second copy.
CREATE TABLE entry (
  no INTEGER PRIMARY KEY,
  header TEXT NOT NULL,
  sealed BLOB NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE chain (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  entry_no INTEGER NOT NULL,
  PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

-- The ledger is evidence: its rows never change and never go, not even when a case is erased (its key goes instead, law 7).
CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'ledger entries never change'); END;
CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'ledger entries never go'); END;
CREATE TRIGGER chain_never_changes BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'ledger entries never change'); END;
CREATE TRIGGER chain_never_goes BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'ledger entries never go'); END;
-- REPLACE would remove a row without asking the triggers above.
CREATE TRIGGER entry_never_replaced BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE no = NEW.no)
BEGIN SELECT RAISE(ABORT, 'ledger entries never change'); END;
CREATE TRIGGER chain_never_replaced BEFORE INSERT ON chain WHEN EXISTS (SELECT 1 FROM chain WHERE case_id = NEW.case_id AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'ledger entries never change'); END;

-- What made an entry, where that counts once.
CREATE TABLE cause (cause TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- What is to be said (law 5). `no` is 1024 times the number of the entry, plus n: the order of commits, found through the chain without an
-- index of its own.
CREATE TABLE outbox (
  no INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  chat_key TEXT NOT NULL,
  channel TEXT NOT NULL,
  account TEXT NOT NULL,
  speaker TEXT NOT NULL,
  repeatable INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  ready_at INTEGER, -- of the first open row of its chat: due, or the end of its claim; of all others nothing
  owner TEXT,
  sealed BLOB NOT NULL,
  receipt BLOB
) STRICT;
CREATE INDEX outbox_open ON outbox (chat_key, no, due_at) WHERE status IN ('queued', 'sending');
CREATE INDEX outbox_ready ON outbox (channel, account, ready_at) WHERE ready_at IS NOT NULL;

-- Work and timers, numbered like the outbox. A finished job is gone.
CREATE TABLE job (
  no INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  ready_at INTEGER NOT NULL, -- due, or the end of its claim
  owner TEXT,
  attempts INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX job_ready ON job (ready_at);

-- What the queue shows; may be dropped and rebuilt from the ledger.
CREATE TABLE case_row (
  case_id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  status TEXT NOT NULL,
  severity TEXT NOT NULL,
  team TEXT NOT NULL,
  assignee TEXT,
  language TEXT NOT NULL,
  channel TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  waiting_since INTEGER,
  last_at INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  evidence INTEGER NOT NULL,
  idle INTEGER NOT NULL, -- 1 where nobody waits
  place INTEGER NOT NULL, -- order within severity and idle: waiting_since, or minus last_at
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX case_row_queue ON case_row (status, severity, idle, place, case_id);
CREATE INDEX case_row_code ON case_row (code);

CREATE TABLE chat (
  chat_key TEXT PRIMARY KEY,
  case_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lease (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: a position is never given twice, pruned or not.
CREATE TABLE feed (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kinds TEXT NOT NULL,
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE probe (one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL) STRICT;
INSERT INTO probe VALUES (1, 0);
