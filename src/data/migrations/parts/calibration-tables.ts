import { sql } from '#data/store/sql.ts'

/**
 * Stored calibrations. A run's row is journalled and small; its results are megabytes of text, kept once under their hash
 * and not journalled: the hash in the run's row, which is, binds them to the trail. Neither is ever changed.
 */
export const calibrationTables = [
  sql`CREATE TABLE calibration_run (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), model_version TEXT NOT NULL,
    engine_version TEXT NOT NULL, choices TEXT NOT NULL, dimensions TEXT NOT NULL,
    problems_hash TEXT NOT NULL CHECK (length(problems_hash) = 64), computed_at TEXT NOT NULL, computed_by TEXT NOT NULL,
    trail_length INTEGER NOT NULL CHECK (trail_length >= 0), reason TEXT NOT NULL) STRICT`,
  sql`CREATE INDEX calibration_run_period ON calibration_run(period_id)`,
  sql`CREATE TABLE calibration_choice (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL UNIQUE REFERENCES period(id), choices TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''), chosen_at TEXT NOT NULL, chosen_by TEXT NOT NULL) STRICT`,
  sql`CREATE TABLE meeting_calibration (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting(id),
    calibration_run_id TEXT NOT NULL REFERENCES calibration_run(id), linked_at TEXT NOT NULL) STRICT`,
  sql`CREATE TABLE calibration_text (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64), packed BLOB NOT NULL) STRICT`,
  sql`CREATE TRIGGER calibration_text_no_update BEFORE UPDATE ON calibration_text
    BEGIN SELECT RAISE(ABORT, 'what was computed is not changed'); END`,
  sql`CREATE TRIGGER calibration_text_no_delete BEFORE DELETE ON calibration_text
    BEGIN SELECT RAISE(ABORT, 'what was computed is not changed'); END`,
  sql`CREATE TRIGGER calibration_text_once BEFORE INSERT ON calibration_text
    WHEN EXISTS (SELECT 1 FROM calibration_text WHERE hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'what was computed is not changed'); END`,
]
