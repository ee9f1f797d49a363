-- How many cases every team has: where it has none that a member may see, none is looked for. The engine itself keeps it, so that nobody who
-- writes a row can forget it.
CREATE TABLE team_count (
  status TEXT NOT NULL,
  team TEXT NOT NULL,
  copies TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (status, team, copies)
) STRICT, WITHOUT ROWID;
INSERT INTO team_count (status, team, copies, count) SELECT status, team, copies, count(*) FROM case_row GROUP BY status, team, copies;
CREATE TRIGGER case_row_added AFTER INSERT ON case_row BEGIN
  INSERT INTO team_count (status, team, copies, count) VALUES (new.status, new.team, new.copies, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER case_row_removed AFTER DELETE ON case_row BEGIN
  UPDATE team_count SET count = count - 1 WHERE status = old.status AND team = old.team AND copies = old.copies;
END;
CREATE TRIGGER case_row_moved AFTER UPDATE OF status, team, copies ON case_row
WHEN old.status <> new.status OR old.team <> new.team OR old.copies <> new.copies BEGIN
  UPDATE team_count SET count = count - 1 WHERE status = old.status AND team = old.team AND copies = old.copies;
  INSERT INTO team_count (status, team, copies, count) VALUES (new.status, new.team, new.copies, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE INDEX case_row_holder ON case_row (assignee, status, team, copies) WHERE assignee IS NOT NULL;
