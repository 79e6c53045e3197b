import { join } from 'node:path'
import { openConnection } from '#data/store/connection.ts'
import { configure } from '#data/store/open-workspace.ts'
import { sql } from '#data/store/sql.ts'
import { sqlEngine } from './file-state.ts'
import { mainFile, type Operation } from './operations.ts'

const renameAll = sql`UPDATE unit SET name = '1 ' || substr(name, instr(name, ' ') + 1)`

/** Negative control of several harnesses: a commit as large as the others, by a store that keeps no journal. */
export const withoutJournal: Operation = carelessCommit('journal_mode = OFF')

/** A commit by a store with other settings than ours. */
export function carelessCommit(pragma: string): Operation {
  return {
    name: 'careless',
    repeatable: true,
    files: [mainFile],
    start: async () => undefined,
    async act({ folder }) {
      const db = openConnection(await sqlEngine(), { path: join(folder, mainFile), readOnly: false })
      try {
        configure(db)
        db.pragma(pragma)
        db.transaction(() => {
          db.run(renameAll)
          db.run(sql`UPDATE work_result SET statement = statement || ${'x'.repeat(300)}`)
          db.run(sql`UPDATE placement SET post = post || ${'x'.repeat(300)}`)
        })
      } finally {
        db.close()
      }
    },
  }
}
