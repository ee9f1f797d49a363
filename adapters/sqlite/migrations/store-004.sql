-- What cases are found by: keyed hashes of words, each 11 characters. `tokens`: those of a case, one after the other, so that they can be removed
-- without an index of their own. `no` rises with the cases; where a word stands in very many, the newest are given.
CREATE TABLE case_words (
  no INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE,
  tokens TEXT NOT NULL
) STRICT;
CREATE TABLE word (
  token TEXT NOT NULL,
  case_no INTEGER NOT NULL,
  PRIMARY KEY (token, case_no)
) STRICT, WITHOUT ROWID;
-- What narrows the queue stands in its index, so that rows that do not fit are not fetched for it.
DROP INDEX case_row_queue;
CREATE INDEX case_row_queue ON case_row (status, severity, idle, place, case_id, team, copies, assignee, language, last_at, opened_at);
