import { readFileSync, writeFileSync } from 'node:fs'
import initSqlJs from 'sql.js'
import type { ImportBench } from './import-engine.ts'

/** Puts an opened meeting of the bench's period straight into the file, and opens the file again. */
export async function createMeetingDirectly(bench: ImportBench): Promise<void> {
  await bench.call('workspace.close', {})
  const path = bench.path('kerja.timbang')
  const { Database } = await initSqlJs()
  const db = new Database(readFileSync(path))
  db.run(
    `INSERT INTO meeting (id, period_id, title, place, held_on, planned_start, state, opened_at, closed_at, minutes_number,
      legal_basis, quorum, minutes_per_case, opening_note, closing_note)
     VALUES ('rapat', ?, 'Rapat', '', '2026-11-23', '09:00', 'open', '2026-11-23T02:00:00.000Z', NULL, '', '[]', NULL, 5, '', '')`,
    [bench.periodId],
  )
  writeFileSync(path, db.export())
  db.close()
  await bench.call('workspace.open', { path })
}
