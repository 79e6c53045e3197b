import { sql } from '#data/store/sql.ts'
import type { Migration } from './migration.ts'
import { calibrationTables } from './parts/calibration-tables.ts'
import { panelTables } from './parts/panel-tables.ts'
import { relationTables } from './parts/relation-tables.ts'

/**
 * The first schema: one table per kind of row of the glossary, the journal of commands, and its guards.
 * Released migrations never change; a test freezes their text.
 */
export const m0010CreateWorkspace: Migration = {
  version: 10,
  name: 'create-workspace',
  up(db) {
    for (const statement of statements) db.script(statement)
  },
}

const levels = sql`('below','meets','above')`
const predicates = sql`('very-poor','poor','needs-improvement','good','very-good')`

const statements = [
  sql`CREATE TABLE agency (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, government TEXT NOT NULL, address TEXT NOT NULL, contact TEXT NOT NULL,
    place TEXT NOT NULL, zone TEXT NOT NULL CHECK (zone IN ('WIB','WITA','WIT')),
    working_week TEXT NOT NULL CHECK (working_week IN ('monday-friday','monday-saturday')),
    cycle TEXT NOT NULL CHECK (cycle IN ('quarterly','monthly')),
    paper TEXT NOT NULL CHECK (paper IN ('A4','F4')), example INTEGER NOT NULL CHECK (example IN (0,1))) STRICT`,
  sql`CREATE TABLE unit (
    id TEXT PRIMARY KEY, parent_id TEXT REFERENCES unit(id), name TEXT NOT NULL, short_name TEXT NOT NULL,
    position INTEGER NOT NULL) STRICT`,
  sql`CREATE TABLE employee (
    id TEXT PRIMARY KEY, nip TEXT UNIQUE CHECK (length(nip) IN (9,18)), nip_as_written TEXT, name TEXT NOT NULL CHECK (name <> ''),
    status TEXT NOT NULL CHECK (status IN ('pns','pppk','external','unknown'))) STRICT`,
  sql`CREATE TABLE period (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('annual','quarterly','monthly')),
    year INTEGER NOT NULL, ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 12), starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,
    window_starts_on TEXT, window_ends_on TEXT,
    stage TEXT NOT NULL CHECK (stage IN ('planning','monitoring','evaluation','follow-up')),
    rule_packs TEXT NOT NULL, scoring TEXT NOT NULL, UNIQUE (kind, year, ordinal), CHECK (starts_on <= ends_on)) STRICT`,
  sql`CREATE TABLE placement (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    unit_id TEXT REFERENCES unit(id), post TEXT NOT NULL,
    post_kind TEXT NOT NULL CHECK (post_kind IN ('jpt','administrator','pengawas','pelaksana','jf','other')),
    echelon TEXT NOT NULL, grade TEXT NOT NULL, rank TEXT NOT NULL, rated INTEGER NOT NULL CHECK (rated IN (0,1)),
    excluded_because TEXT NOT NULL, study_failed TEXT CHECK (study_failed IN ('very-poor','poor')),
    UNIQUE (period_id, employee_id)) STRICT`,
  sql`CREATE INDEX placement_employee ON placement(employee_id)`,
  sql`CREATE TABLE supervision (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    supervisor_id TEXT NOT NULL REFERENCES employee(id), from_date TEXT, to_date TEXT,
    reviewing_superior_id TEXT REFERENCES employee(id), reason TEXT NOT NULL, CHECK (employee_id <> supervisor_id)) STRICT`,
  sql`CREATE INDEX supervision_employee ON supervision(period_id, employee_id)`,
  sql`CREATE INDEX supervision_supervisor ON supervision(period_id, supervisor_id)`,
  sql`CREATE TABLE work_plan (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    approach TEXT NOT NULL CHECK (approach IN ('qualitative','quantitative')), UNIQUE (period_id, employee_id)) STRICT`,
  sql`CREATE TABLE work_result (
    id TEXT PRIMARY KEY, work_plan_id TEXT NOT NULL REFERENCES work_plan(id), number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('main','additional')), statement TEXT NOT NULL, leader_result TEXT NOT NULL,
    assigned_by TEXT NOT NULL, weight_hundredths INTEGER CHECK (weight_hundredths BETWEEN 0 AND 10000),
    realisation TEXT NOT NULL, UNIQUE (work_plan_id, number)) STRICT`,
  sql`CREATE TABLE indicator (
    id TEXT PRIMARY KEY, work_result_id TEXT NOT NULL REFERENCES work_result(id), number TEXT NOT NULL,
    aspect TEXT NOT NULL CHECK (aspect IN ('quantity','quality','time','cost','none')),
    perspective TEXT NOT NULL CHECK (perspective IN ('recipients','process','strengthening','budget','none')),
    statement TEXT NOT NULL, target TEXT NOT NULL, unit_of_measure TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('higher','lower','unknown')), realisation TEXT NOT NULL,
    evidence TEXT NOT NULL, data_source TEXT NOT NULL, index_override REAL CHECK (index_override BETWEEN 0 AND 200),
    index_override_reason TEXT NOT NULL, CHECK (index_override IS NULL OR index_override_reason <> ''),
    UNIQUE (work_result_id, number)) STRICT`,
  sql`CREATE TABLE feedback (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    from_role TEXT NOT NULL CHECK (from_role IN ('leader','peer','subordinate','other')), giver TEXT NOT NULL, given_on TEXT,
    about TEXT NOT NULL, text TEXT NOT NULL, symbol TEXT NOT NULL CHECK (symbol IN ('thumb','smile','sad','none'))) STRICT`,
  sql`CREATE INDEX feedback_employee ON feedback(period_id, employee_id)`,
  sql`CREATE TABLE assessment (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    supervisor_id TEXT NOT NULL REFERENCES employee(id), work_level TEXT CHECK (work_level IN ${levels}),
    work_level_reason TEXT NOT NULL, behaviour_level TEXT CHECK (behaviour_level IN ${levels}),
    behaviour_level_reason TEXT NOT NULL, printed_predicate TEXT CHECK (printed_predicate IN ${predicates}), note TEXT NOT NULL,
    UNIQUE (period_id, employee_id), CHECK (employee_id <> supervisor_id)) STRICT`,
  sql`CREATE INDEX assessment_supervisor ON assessment(period_id, supervisor_id)`,
  sql`CREATE TABLE result_score (
    id TEXT PRIMARY KEY, assessment_id TEXT NOT NULL REFERENCES assessment(id),
    work_result_id TEXT NOT NULL REFERENCES work_result(id), score REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
    UNIQUE (assessment_id, work_result_id)) STRICT`,
  sql`CREATE INDEX result_score_work_result ON result_score(work_result_id)`,
  sql`CREATE TABLE behaviour_score (
    id TEXT PRIMARY KEY, assessment_id TEXT NOT NULL REFERENCES assessment(id),
    value TEXT NOT NULL CHECK (value IN ('BP','AK','KO','HA','LO','AD','KB')), score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
    note TEXT NOT NULL, UNIQUE (assessment_id, value)) STRICT`,
  sql`CREATE TABLE behaviour_expectation (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    value TEXT NOT NULL CHECK (value IN ('BP','AK','KO','HA','LO','AD','KB')), expectation TEXT NOT NULL,
    UNIQUE (period_id, employee_id, value)) STRICT`,
  sql`CREATE TABLE organisation_result (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), unit_id TEXT NOT NULL REFERENCES unit(id),
    predicate TEXT NOT NULL CHECK (predicate IN ('very-poor','poor','needs-improvement','good','excellent')),
    source TEXT NOT NULL CHECK (source IN ('action-plan','trajectory','annual','previous-year')), set_by TEXT NOT NULL,
    set_on TEXT, note TEXT NOT NULL, UNIQUE (period_id, unit_id)) STRICT`,
  sql`CREATE TABLE organisation_indicator (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), unit_id TEXT NOT NULL REFERENCES unit(id),
    position INTEGER NOT NULL, name TEXT NOT NULL, unit_of_measure TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('higher','lower')), target TEXT NOT NULL, realisation TEXT NOT NULL) STRICT`,
  sql`CREATE TABLE pattern_reason (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), unit_id TEXT NOT NULL REFERENCES unit(id),
    reason TEXT NOT NULL CHECK (reason <> ''), UNIQUE (period_id, unit_id)) STRICT`,
  sql`CREATE TABLE meeting (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), title TEXT NOT NULL, place TEXT NOT NULL,
    held_on TEXT NOT NULL, planned_start TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('planned','open','closed')),
    opened_at TEXT, closed_at TEXT, minutes_number TEXT NOT NULL, legal_basis TEXT NOT NULL, quorum INTEGER CHECK (quorum >= 1),
    minutes_per_case INTEGER NOT NULL CHECK (minutes_per_case BETWEEN 1 AND 120), opening_note TEXT NOT NULL,
    closing_note TEXT NOT NULL,
    CHECK ((state = 'planned') = (opened_at IS NULL)), CHECK ((state = 'closed') = (closed_at IS NOT NULL))) STRICT`,
  sql`CREATE TABLE participant (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id), employee_id TEXT REFERENCES employee(id),
    name TEXT NOT NULL, nip TEXT NOT NULL, post TEXT NOT NULL, rank TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('chair','secretary','supervisor','panelist','observer')),
    attendance TEXT NOT NULL CHECK (attendance IN ('unknown','present','absent','excused')), absence_reason TEXT NOT NULL,
    position INTEGER NOT NULL, UNIQUE (meeting_id, employee_id)) STRICT`,
  sql`CREATE TABLE agenda_item (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    position INTEGER NOT NULL, track TEXT NOT NULL CHECK (track IN ('discussion','consent')),
    state TEXT NOT NULL CHECK (state IN ('waiting','current','decided','deferred')), code TEXT NOT NULL, reasons TEXT NOT NULL,
    seconds_spent INTEGER NOT NULL CHECK (seconds_spent >= 0), started_at TEXT, scores_opened_at TEXT,
    UNIQUE (meeting_id, employee_id)) STRICT`,
  sql`CREATE TABLE recusal (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    participant_id TEXT NOT NULL REFERENCES participant(id),
    cause TEXT NOT NULL CHECK (cause IN ('self','spouse','relative','conflict','other')), note TEXT NOT NULL,
    UNIQUE (meeting_id, employee_id, participant_id)) STRICT`,
  sql`CREATE TABLE opinion (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    participant_id TEXT NOT NULL REFERENCES participant(id),
    opinion TEXT NOT NULL CHECK (opinion IN ('too-low','fitting','too-high','abstain')),
    UNIQUE (meeting_id, employee_id, participant_id)) STRICT`,
  sql`CREATE TABLE decision (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id), employee_id TEXT NOT NULL REFERENCES employee(id),
    outcome TEXT NOT NULL CHECK (outcome IN ('keep','change','proposal')),
    original_work_level TEXT CHECK (original_work_level IN ${levels}),
    original_behaviour_level TEXT CHECK (original_behaviour_level IN ${levels}),
    original_predicate TEXT CHECK (original_predicate IN ${predicates}),
    proposed_work_level TEXT NOT NULL CHECK (proposed_work_level IN ${levels}),
    proposed_behaviour_level TEXT NOT NULL CHECK (proposed_behaviour_level IN ${levels}),
    final_work_level TEXT CHECK (final_work_level IN ${levels}),
    final_behaviour_level TEXT CHECK (final_behaviour_level IN ${levels}),
    final_predicate TEXT CHECK (final_predicate IN ${predicates}), reason_code TEXT, reason TEXT NOT NULL, evidence TEXT NOT NULL,
    consent TEXT NOT NULL CHECK (consent IN ('not-needed','agreed','declined','pending')), consent_at TEXT,
    consent_way TEXT NOT NULL CHECK (consent_way IN ('in-meeting','written','none')), consent_by TEXT NOT NULL,
    dissent TEXT NOT NULL, decided_at TEXT NOT NULL, UNIQUE (meeting_id, employee_id),
    CHECK (outcome <> 'change' OR consent = 'agreed'),
    CHECK (outcome = 'keep' OR reason <> '')) STRICT`,
  sql`CREATE TABLE note (
    id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id), employee_id TEXT REFERENCES employee(id),
    section TEXT NOT NULL CHECK (section IN ('opening','discussion','response','conclusion','closing')),
    speaker TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''), written_at TEXT NOT NULL) STRICT`,
  sql`CREATE INDEX note_meeting ON note(meeting_id)`,
  sql`CREATE TABLE follow_up (
    id TEXT PRIMARY KEY, period_id TEXT NOT NULL REFERENCES period(id), meeting_id TEXT REFERENCES meeting(id),
    employee_id TEXT REFERENCES employee(id),
    kind TEXT NOT NULL CHECK (kind IN ('training','reward','counselling','sanction','action')), task TEXT NOT NULL CHECK (task <> ''),
    responsible TEXT NOT NULL, due_on TEXT, state TEXT NOT NULL CHECK (state IN ('open','done','dropped')),
    outcome TEXT NOT NULL) STRICT`,
  sql`CREATE TABLE import_mapping (
    id TEXT PRIMARY KEY, heading_key TEXT NOT NULL, sheet_kind TEXT NOT NULL, columns TEXT NOT NULL, UNIQUE (heading_key)) STRICT`,
  sql`CREATE TABLE import_run (
    id TEXT PRIMARY KEY, imported_at TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, sheet_kinds TEXT NOT NULL,
    rows_taken INTEGER NOT NULL, rows_set_aside INTEGER NOT NULL) STRICT`,
  sql`CREATE TABLE saved_view (
    id TEXT PRIMARY KEY, screen TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, UNIQUE (screen, name)) STRICT`,

  // Who works here, and under which duty. The secret a PIN is checked against is no part of the journal: it would stay
  // there for ever, and could be guessed at from any copy. Its fingerprint in the user's row binds it to the trail.
  sql`CREATE TABLE user (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    duty TEXT NOT NULL CHECK (duty IN ('chair','secretary','panelist','observer','auditor')),
    employee_id TEXT REFERENCES employee(id), active INTEGER NOT NULL CHECK (active IN (0,1)),
    pin_mark TEXT NOT NULL CHECK (length(pin_mark) = 32), pin_set_at TEXT NOT NULL,
    pin_way TEXT NOT NULL CHECK (pin_way IN ('named','own','chair','passphrase','holder'))) STRICT`,
  sql`CREATE TABLE user_pin (
    user_id TEXT PRIMARY KEY REFERENCES user(id), memory INTEGER NOT NULL, iterations INTEGER NOT NULL, lanes INTEGER NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32),
    failures INTEGER NOT NULL CHECK (failures >= 0), failed_at TEXT) STRICT`,
  sql`CREATE TABLE approval (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('stage','close','reopen','results','users')),
    user_id TEXT NOT NULL REFERENCES user(id), user_name TEXT NOT NULL, period_id TEXT REFERENCES period(id),
    meeting_id TEXT REFERENCES meeting(id), subject TEXT NOT NULL, head_hash TEXT NOT NULL CHECK (length(head_hash) = 64),
    head_count INTEGER NOT NULL CHECK (head_count >= 0), given_at TEXT NOT NULL) STRICT`,

  ...panelTables,
  ...relationTables,
  ...calibrationTables,

  // The journal: one entry per command, and every row it changed, before and after; an entry about the file itself (its
  // encryption, a copy that leaves it) has none. Append-only, and a chain: each hash is made from the one before
  // (domain/ledger/chain.ts). INSERT OR REPLACE fires no trigger of DELETE, hence the rules on INSERT: an entry only after
  // the last one, a row only into the newest entry and only as many as it announced.
  sql`CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, command TEXT NOT NULL, summary TEXT NOT NULL,
    reason TEXT NOT NULL, undoes INTEGER REFERENCES journal(seq), change_count INTEGER NOT NULL CHECK (change_count >= 0),
    changes_hash BLOB NOT NULL CHECK (length(changes_hash) = 32), prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)) STRICT`,
  sql`CREATE TABLE journal_change (
    seq INTEGER NOT NULL REFERENCES journal(seq), ordinal INTEGER NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL,
    before TEXT, after TEXT, PRIMARY KEY (seq, ordinal), CHECK (before IS NOT NULL OR after IS NOT NULL)) STRICT, WITHOUT ROWID`,
  sql`CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  sql`CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  sql`CREATE TRIGGER journal_append BEFORE INSERT ON journal BEGIN SELECT CASE
    WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM journal), 0) + 1
      THEN RAISE(ABORT, 'the journal counts without gaps')
    WHEN NEW.prev IS NOT coalesce((SELECT hash FROM journal WHERE seq = NEW.seq - 1), zeroblob(32))
      THEN RAISE(ABORT, 'the journal is a chain')
    WHEN EXISTS (SELECT 1 FROM journal WHERE hash = NEW.hash) THEN RAISE(ABORT, 'a hash stands in the journal once') END; END`,
  sql`CREATE TRIGGER journal_change_no_update BEFORE UPDATE ON journal_change
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  sql`CREATE TRIGGER journal_change_no_delete BEFORE DELETE ON journal_change
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  sql`CREATE TRIGGER journal_change_append BEFORE INSERT ON journal_change BEGIN SELECT CASE
    WHEN NEW.seq IS NOT (SELECT max(seq) FROM journal)
      THEN RAISE(ABORT, 'rows belong to the newest entry of the journal')
    WHEN NEW.ordinal IS NOT
        coalesce((SELECT ordinal FROM journal_change WHERE seq = NEW.seq ORDER BY ordinal DESC LIMIT 1), -1) + 1
      OR NEW.ordinal >= (SELECT change_count FROM journal WHERE seq = NEW.seq)
      THEN RAISE(ABORT, 'an entry of the journal has as many rows as it announced') END; END`,
]
