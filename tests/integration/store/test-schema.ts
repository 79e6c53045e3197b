import type { Migration } from '#data/migrations/migration.ts'
import { definition } from '#data/store/sql.ts'

/** Two tables with a reference between them: enough to see every rule of the store. */
export const firstSchema: Migration = {
  version: 10,
  name: 'two-tables',
  up(db) {
    db.script(
      definition(`
        CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent(id), note TEXT) STRICT;
      `),
    )
  },
}

export const secondSchema: Migration = {
  version: 20,
  name: 'add-colour',
  up(db) {
    db.run(definition("ALTER TABLE parent ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'"))
  },
}
