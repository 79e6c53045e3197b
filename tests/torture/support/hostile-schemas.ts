/** A workspace file somebody has prepared with other tools, and the refusals that are right for it. */
export interface HostileFile {
  readonly what: string
  readonly script: string
  /** Made from an empty database instead of a real workspace. */
  readonly fromNothing?: boolean
  readonly codes: readonly string[]
  /** SQLite's own checks call it sound: only the comparison with the known schema finds it. */
  readonly soundToSqlite: boolean
}

const schema = (what: string, script: string): HostileFile => ({
  what,
  script,
  codes: ['E-OPEN-SCHEMA'],
  soundToSqlite: true,
})

/** Changes the stored text of a definition, which no statement of SQL can do. */
const rewritten = (table: string, from: string, to: string): string =>
  `PRAGMA writable_schema = ON;
   UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = '${table}';
   PRAGMA writable_schema = OFF;`

const lift = 'UPDATE result_score SET score = 100 WHERE id = NEW.id;'

export const hostileFiles: readonly HostileFile[] = [
  schema('a trigger that lifts a score', `CREATE TRIGGER favour AFTER INSERT ON result_score BEGIN ${lift} END;`),
  schema(
    'a trigger that swallows entries of the journal',
    `CREATE TRIGGER quiet BEFORE INSERT ON journal_change WHEN NEW.table_name = 'decision' BEGIN SELECT RAISE(IGNORE); END;`,
  ),
  schema(
    'a table replaced by a view',
    `PRAGMA foreign_keys = OFF; ALTER TABLE decision RENAME TO decision_kept;
     CREATE VIEW decision AS SELECT * FROM decision_kept;`,
  ),
  schema(
    'a view that can be written through a trigger',
    `CREATE VIEW ratings AS SELECT id, score FROM result_score;
     CREATE TRIGGER through INSTEAD OF UPDATE ON ratings BEGIN UPDATE result_score SET score = NEW.score; END;`,
  ),
  schema(
    'a computed column',
    `ALTER TABLE result_score ADD COLUMN shown REAL GENERATED ALWAYS AS (score + 10) VIRTUAL;`,
  ),
  schema('one more column', `ALTER TABLE employee ADD COLUMN remark TEXT;`),
  schema(
    'a view without end',
    `CREATE VIEW endless AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;`,
  ),
  schema('a partial index', `CREATE UNIQUE INDEX odd ON employee (name) WHERE status = 'pns';`),
  schema('a missing index', `DROP INDEX placement_employee;`),
  schema('a dropped CHECK', rewritten('result_score', 'CHECK (score BETWEEN 0 AND 100)', '')),
  schema('a dropped reference', rewritten('result_score', 'REFERENCES assessment(id)', '')),
  schema('a look-alike table', `CREATE TABLE "employее" (id TEXT PRIMARY KEY, nip TEXT, name TEXT) STRICT;`),
  schema('a journal that can be emptied', `DROP TRIGGER journal_no_delete;`),
  schema(
    'a guard of the journal without teeth',
    `DROP TRIGGER journal_no_update;
     CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT 1; END;`,
  ),
  schema(
    'a trigger named like a table of statistics',
    `CREATE TRIGGER sqlitexstat AFTER INSERT ON result_score BEGIN ${lift} END;`,
  ),
  schema(
    'a trigger with a reserved name',
    `CREATE TRIGGER favour AFTER INSERT ON result_score BEGIN ${lift} END;
     PRAGMA writable_schema = ON;
     UPDATE sqlite_schema SET name = 'sqlite_stat9', sql = replace(sql, 'favour', 'sqlite_stat9') WHERE name = 'favour';
     PRAGMA writable_schema = OFF;`,
  ),
  {
    ...schema(
      'a schema that hides behind an older version',
      `DROP TRIGGER journal_no_update; PRAGMA user_version = 5;`,
    ),
    codes: ['E-OPEN-SCHEMA', 'E-OPEN-DAMAGED'],
  },
  {
    what: 'a nearly empty file of an older version, with a table of its own',
    fromNothing: true,
    script: `PRAGMA application_id = ${0x54494d42}; CREATE TABLE stranger (id TEXT);`,
    codes: ['E-OPEN-SCHEMA', 'E-OPEN-DAMAGED'],
    soundToSqlite: false,
  },
  {
    what: 'the mark of another program',
    script: `PRAGMA application_id = 1;`,
    codes: ['E-OPEN-FOREIGN'],
    soundToSqlite: true,
  },
  {
    what: 'a version of the future',
    script: `PRAGMA user_version = 100000;`,
    codes: ['E-OPEN-NEWER'],
    soundToSqlite: true,
  },
  {
    what: 'a rating of somebody who does not exist',
    script: `PRAGMA foreign_keys = OFF; UPDATE assessment SET employee_id = 'nobody' WHERE id = (SELECT max(id) FROM assessment);`,
    codes: ['E-OPEN-DAMAGED'],
    soundToSqlite: true,
  },
  {
    what: 'a score beyond its bounds',
    script: `PRAGMA ignore_check_constraints = ON; UPDATE result_score SET score = 1000;`,
    codes: ['E-OPEN-DAMAGED'],
    soundToSqlite: false,
  },
]
