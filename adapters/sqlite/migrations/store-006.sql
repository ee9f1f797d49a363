-- Networks of cases, and the cases in them. What people decided of a network stands in its ledger, under its own key.
CREATE TABLE network (
  network_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE network_case (
  case_id TEXT NOT NULL,
  network_id TEXT NOT NULL,
  PRIMARY KEY (case_id, network_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX network_case_network ON network_case (network_id, case_id);
