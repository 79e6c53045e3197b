import { sql } from '#data/store/sql.ts'

/** Declared relations, who has handed in a statement, and why somebody takes part in a case all the same. */
export const relationTables = [
  sql`CREATE TABLE relation (
    id TEXT PRIMARY KEY, holder_id TEXT REFERENCES employee(id), holder_name TEXT NOT NULL CHECK (holder_name <> ''),
    subject_id TEXT NOT NULL REFERENCES employee(id),
    kind TEXT NOT NULL CHECK (kind IN ('kinship','former-team','origin','business','other')),
    recuses INTEGER NOT NULL CHECK (recuses IN (0,1)), remark TEXT NOT NULL,
    declared_by TEXT NOT NULL CHECK (declared_by <> ''), declared_on TEXT NOT NULL, recorded_at TEXT NOT NULL,
    withdrawn_at TEXT, withdrawn_reason TEXT NOT NULL, CHECK (holder_id IS NULL OR holder_id <> subject_id),
    CHECK (recuses = 1 OR kind NOT IN ('kinship','business')), CHECK (kind <> 'other' OR remark <> ''),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_reason = ''))) STRICT`,
  sql`CREATE INDEX relation_subject ON relation(subject_id)`,
  sql`CREATE TABLE relation_statement (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), holder_id TEXT REFERENCES employee(id),
    holder_name TEXT NOT NULL CHECK (holder_name <> ''), received_on TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT`,
  sql`CREATE INDEX relation_statement_period ON relation_statement(period_id)`,
  sql`CREATE TABLE recusal_waiver (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id), subject_id TEXT NOT NULL REFERENCES employee(id),
    participant_id TEXT NOT NULL REFERENCES participant(id), reason TEXT NOT NULL CHECK (reason <> ''),
    decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, UNIQUE (meeting_id, subject_id, participant_id)) STRICT`,
]
