import { sql } from '#data/store/sql.ts'

/** The blind panel and the common cases of a period. */
export const panelTables = [
  sql`CREATE TABLE panelist (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), user_id TEXT REFERENCES user(id),
    employee_id TEXT REFERENCES employee(id), name TEXT NOT NULL CHECK (name <> ''), position INTEGER NOT NULL,
    UNIQUE (period_id, name)) STRICT`,
  sql`CREATE TABLE panel_draw (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL UNIQUE REFERENCES period(id), seed INTEGER NOT NULL CHECK (seed >= 0),
    listed INTEGER NOT NULL CHECK (listed >= 1), dossiers INTEGER NOT NULL CHECK (dossiers BETWEEN 1 AND listed),
    per_dossier INTEGER NOT NULL CHECK (per_dossier >= 2), dimensions TEXT NOT NULL,
    secret TEXT NOT NULL CHECK (length(secret) = 64), drawn_at TEXT NOT NULL) STRICT`,
  sql`CREATE TABLE panel_case (
    id TEXT PRIMARY KEY, draw_id TEXT NOT NULL REFERENCES panel_draw(id), subject_id TEXT NOT NULL REFERENCES employee(id),
    code TEXT NOT NULL, UNIQUE (draw_id, subject_id), UNIQUE (draw_id, code)) STRICT`,
  sql`CREATE TABLE panel_assignment (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES panel_case(id),
    panelist_id TEXT NOT NULL REFERENCES panelist(id), UNIQUE (case_id, panelist_id)) STRICT`,
  sql`CREATE TABLE panel_score (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, panelist_id TEXT NOT NULL,
    dimension TEXT NOT NULL CHECK (dimension IN ('work-results','behaviour')),
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 100), given_at TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('here','ballot')), UNIQUE (case_id, panelist_id, dimension),
    FOREIGN KEY (case_id, panelist_id) REFERENCES panel_assignment(case_id, panelist_id)) STRICT`,
  sql`CREATE TABLE ballot (
    id TEXT PRIMARY KEY, draw_id TEXT NOT NULL REFERENCES panel_draw(id), panelist_id TEXT NOT NULL REFERENCES panelist(id),
    format TEXT NOT NULL CHECK (format IN ('xlsx','json')), issued_at TEXT NOT NULL, merged_at TEXT, file_hash TEXT,
    CHECK ((merged_at IS NULL) = (file_hash IS NULL))) STRICT`,
  sql`CREATE TABLE common_case (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), number INTEGER NOT NULL CHECK (number >= 1),
    title TEXT NOT NULL CHECK (title <> ''), text TEXT NOT NULL CHECK (text <> ''), UNIQUE (period_id, number)) STRICT`,
  sql`CREATE TABLE common_score (
    id TEXT PRIMARY KEY, common_case_id TEXT NOT NULL REFERENCES common_case(id),
    supervisor_id TEXT NOT NULL REFERENCES employee(id), score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
    given_at TEXT NOT NULL, UNIQUE (common_case_id, supervisor_id)) STRICT`,
]
