import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Database } from 'sql.js'
import { beforeEach, describe, expect, it } from 'vitest'
import type { TrailReport } from '#application/ledger/verify-trail.ts'
import { tableMaps, tableNames } from '#data/repositories/table-map.ts'
import { sqlite3, sqlite3Missing } from '#tests/integration/store/support.ts'
import { writeEveryKindOfRow } from '#tests/support/every-kind-of-row.ts'
import { dropGuards, type LedgerBench, ledgerBench } from './ledger-bench.ts'

let bench: LedgerBench
beforeEach(async () => {
  bench = await ledgerBench()
  writeEveryKindOfRow(bench.workspace())
})

/** Findings as short lines. */
const lines = ({ findings }: TrailReport) =>
  findings.map(({ kind, seq, table, about, fields }) =>
    [kind, seq, table, about, ...fields.map((field) => `${field.column}: ${field.recorded} → ${field.found}`)]
      .filter((part) => part !== null)
      .join(' | '),
  )

/** Changes made past the triggers that guard the journal. */
const unguarded = (change: (db: Database) => void) =>
  bench.tamper((db) => {
    dropGuards(db)
    change(db)
  })

function removeEntries(db: Database, which: string): void {
  for (const table of ['journal', 'journal_change']) db.run(`DELETE FROM ${table} WHERE seq ${which}`)
}

/** One entry for every kind of row. */
const last = tableNames.length
const seqOf = (table: string) => Object.keys(tableMaps).indexOf(table) + 1

describe('rows changed behind the journal', () => {
  it('finds nothing in an untouched file', async () => {
    expect(await bench.verify()).toMatchObject({ findings: [], found: 0, rows: last + 4, ratings: 4, comparison: null })
  })

  // One change for every kind of row: column, the value put there, and whom or what the finding must name.
  const changes: Readonly<Record<string, readonly [column: string, value: string | number, about: string | null]>> = {
    agency: ['name', 'Dinas Lain', 'Dinas Uji'],
    unit: ['name', 'Bidang', 'Sekretariat'],
    employee: ['name', 'Sri Wulandari', 'Sari Wulandari'],
    period: ['stage', 'planning', 'Triwulan III 2026'],
    placement: ['rated', 0, 'Sari Wulandari'],
    supervision: ['from_date', '2026-08-01', 'Sari Wulandari'],
    workPlan: ['approach', 'qualitative', 'Sari Wulandari'],
    workResult: ['realisation', 'Selesai', 'Sari Wulandari'],
    indicator: ['realisation', '12', 'Sari Wulandari'],
    feedback: ['symbol', 'sad', 'Sari Wulandari'],
    assessment: ['work_level', 'above', 'Sari Wulandari'],
    resultScore: ['score', 95, 'Sari Wulandari'],
    behaviourScore: ['score', 5, 'Sari Wulandari'],
    behaviourExpectation: ['expectation', 'Cukup', 'Sari Wulandari'],
    organisationResult: ['predicate', 'excellent', null],
    organisationIndicator: ['realisation', '99', 'Cakupan'],
    patternReason: ['reason', 'Lain', null],
    meeting: ['title', 'Rapat lain', 'Rapat evaluasi'],
    participant: ['attendance', 'absent', 'Budi Santoso'],
    agendaItem: ['state', 'deferred', 'Sari Wulandari'],
    recusal: ['cause', 'conflict', 'Sari Wulandari'],
    opinion: ['opinion', 'fitting', 'Sari Wulandari'],
    decision: ['final_predicate', 'very-good', 'Sari Wulandari'],
    note: ['text', 'Tidak dibahas', 'Sari Wulandari'],
    followUp: ['state', 'done', 'Sari Wulandari'],
    importMapping: ['sheet_kind', 'scores', null],
    importRun: ['file_name', 'b.csv', null],
    savedView: ['name', 'Anda', 'Saya'],
    user: ['duty', 'secretary', 'Ratna Dewi'],
    approval: ['subject', 'Lain', 'Ratna Dewi'],
    relation: ['remark', 'Lain', null],
    relationStatement: ['received_on', '2026-11-21', null],
    recusalWaiver: ['reason', 'Lain', null],
    panelist: ['name', 'Ratna Sari', 'Budi Santoso'],
    panelDraw: ['seed', 8, null],
    panelCase: ['code', 'P-02', null],
    panelAssignment: ['panelist_id', 'pn3', null],
    panelScore: ['score', 95, null],
    ballot: ['format', 'json', null],
    commonCase: ['text', 'Lain', 'Kasus bersama'],
    commonScore: ['score', 90, null],
    calibrationRun: ['computed_by', 'Orang Lain', null],
    calibrationChoice: ['reason', 'Lain', null],
    meetingCalibration: ['linked_at', '2026-11-24T02:00:00.000Z', null],
  }

  it('knows every kind of row', () => expect(Object.keys(changes).toSorted()).toEqual([...tableNames].toSorted()))

  it.each(Object.entries(changes))(
    'names table, person and field of a changed %s',
    async (name, [column, value, about]) => {
      const table = tableMaps[name as keyof typeof tableMaps].table
      await bench.tamper((db) => db.run(`UPDATE ${table} SET ${column} = ? WHERE rowid = 1`, [value]))
      const { findings, found } = await bench.verify()
      expect(found).toBe(1)
      expect(findings[0]).toMatchObject({ kind: 'changed', seq: seqOf(name), table: name, about })
      expect(findings[0]?.fields.map((field) => [field.column, field.found])).toEqual([[column, value]])
    },
  )

  it('finds one flipped bit in a score', async () => {
    await bench.tamperFile((path) => {
      const bytes = readFileSync(path)
      const stored = Buffer.alloc(8)
      stored.writeDoubleBE(82.5)
      const at = bytes.indexOf(stored)
      expect(bytes.indexOf(stored, at + 1)).toBe(-1)
      bytes.writeUInt8(bytes.readUInt8(at + 2) ^ 0x40, at + 2)
      writeFileSync(path, bytes)
    })
    expect(lines(await bench.verify())).toEqual(['changed | 12 | resultScore | Sari Wulandari | score: 82.5 → 83.5'])
  })

  it('finds one flipped bit in a recorded score, which then also differs from the table', async () => {
    await bench.tamperFile((path) => {
      const bytes = readFileSync(path)
      // Unused parts of a page may hold stale copies of the row; nobody reads those.
      for (let at = bytes.indexOf('"score":82.5'); at !== -1; at = bytes.indexOf('"score":82.5', at)) {
        bytes.writeUInt8(bytes.readUInt8(at + 9) ^ 1, at + 9)
      }
      writeFileSync(path, bytes)
    })
    expect(lines(await bench.verify())).toEqual([
      'changes | 12',
      'changed | 12 | resultScore | Sari Wulandari | score: 83.5 → 82.5',
    ])
  })

  it('finds a row that was added and one that was removed', async () => {
    await bench.tamper((db) => {
      db.run(`INSERT INTO behaviour_score VALUES ('neu', 'a1', 'KO', 5, '')`)
      db.run(`DELETE FROM feedback`)
    })
    expect(lines(await bench.verify())).toEqual([
      'added | behaviourScore | Sari Wulandari',
      'missing | 10 | feedback | Sari Wulandari',
    ])
  })

  it.skipIf(sqlite3Missing)('finds an edit by the stock sqlite3 program', async () => {
    await bench.tamperFile((path) => {
      sqlite3(path, `UPDATE assessment SET work_level = 'above', work_level_reason = 'x'`)
    })
    expect(lines(await bench.verify())).toEqual([
      'changed | 11 | assessment | Sari Wulandari | work_level: meets → above | work_level_reason:  → x',
    ])
  })

  it.skipIf(sqlite3Missing)(
    'is not opened at all when a guard was dropped, and found when it was put back',
    async () => {
      const guard = sqlite3(bench.path, `SELECT sql FROM sqlite_schema WHERE name = 'journal_no_update'`) ?? ''
      await bench.tamperFile((path) => {
        const edit = `DROP TRIGGER journal_no_update; UPDATE journal SET author = 'Orang lain' WHERE seq = 5; ${guard};`
        execFileSync('sqlite3', [path, edit])
      })
      expect(lines(await bench.verify())).toEqual(['entry | 5'])
    },
  )

  it('counts every finding and keeps the first two hundred', async () => {
    await bench.tamper((db) => {
      for (let index = 0; index < 250; index++)
        db.run(`INSERT INTO unit VALUES (?, NULL, 'Unit', '', 0)`, [`x${index}`])
    })
    const { findings, found } = await bench.verify()
    expect([findings.length, found]).toEqual([200, 250])
  })
})

describe('an edited journal', () => {
  it('is found entry by entry', async () => {
    await unguarded((db) => {
      db.run(`UPDATE journal SET reason = 'diminta' WHERE seq = 3`)
      db.run(`UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 4`)
      db.run(`UPDATE journal SET summary = '{ "period":"feedback"}' WHERE seq = 10`)
      db.run(`UPDATE journal_change SET after = replace(after, 'Baik', 'Buruk') WHERE seq = 10`)
    })
    const found = lines(await bench.verify())
    expect(found.filter((line) => !line.startsWith('changed'))).toEqual([
      'entry | 3',
      'entry | 4',
      'entry | 10',
      'changes | 10',
    ])
  })

  it('is found at its end, too', async () => {
    await unguarded((db) => {
      db.run(`UPDATE journal SET reason = 'diminta' WHERE seq = (SELECT max(seq) FROM journal)`)
    })
    const { count } = bench.workspace().anchor()
    expect(lines(await bench.verify())).toEqual([`entry | ${count}`])
  })

  it('with an entry cut out of the middle has a gap', async () => {
    await unguarded((db) => {
      removeEntries(db, 'BETWEEN 12 AND 13')
    })
    expect(lines(await bench.verify())).toEqual([
      'gap | 12',
      'added | resultScore | Sari Wulandari',
      'added | behaviourScore | Sari Wulandari',
    ])
  })

  it('with entries moved up into the gap has a broken link', async () => {
    await unguarded((db) => {
      removeEntries(db, `= ${last}`)
      for (const seq of [last - 1, last - 2]) {
        db.run(`UPDATE journal SET seq = ${seq + 1} WHERE seq = ${seq}`)
        db.run(`UPDATE journal_change SET seq = ${seq + 1} WHERE seq = ${seq}`)
      }
    })
    expect(lines(await bench.verify())).toEqual([
      `gap | ${last - 2}`,
      `entry | ${last - 1}`,
      `entry | ${last}`,
      `added | ${tableNames.at(-1)}`,
    ])
  })

  it('with rows left behind by a removed entry is not even opened', async () => {
    const cut = unguarded((db) => {
      db.run(`DELETE FROM journal WHERE seq = 28`)
    })
    await expect(cut).rejects.toThrow('E-OPEN-DAMAGED')
  })

  it('with a row put into an old entry or taken out of it is found', async () => {
    await unguarded((db) => {
      db.run(
        `INSERT INTO journal_change SELECT seq, 1, table_name, row_id, after, after FROM journal_change WHERE seq = 20`,
      )
      db.run(`DELETE FROM journal_change WHERE seq = 3 AND ordinal = 0`)
    })
    expect(lines(await bench.verify()).slice(0, 3)).toEqual([
      'changes | 3',
      'changes | 20',
      'added | employee | Sari Wulandari',
    ])
  })

  it('is refused by the guards themselves', async () => {
    const copy = (columns: string) => `INSERT OR REPLACE INTO journal SELECT ${columns} FROM journal WHERE seq = 5`
    const same = 'at, author, command, summary, reason, undoes, change_count, changes_hash'
    const attempts = [
      [copy(`seq, ${same}, prev, hash`), 'without gaps'],
      [copy(`${last + 2}, ${same}, prev, hash`), 'without gaps'],
      [copy(`${last + 1}, ${same}, prev, randomblob(32)`), 'chain'],
      [
        copy(`${last + 1}, ${same}, (SELECT hash FROM journal WHERE seq = ${last}), hash`),
        'stands in the journal once',
      ],
      [copy(`${last + 1}, ${same}, (SELECT hash FROM journal WHERE seq = ${last}), x'00'`), 'CHECK constraint'],
      [`UPDATE journal SET author = 'x' WHERE seq = 5`, 'append-only'],
      [`DELETE FROM journal WHERE seq = ${last}`, 'append-only'],
      [`UPDATE journal_change SET after = '{}' WHERE seq = 5`, 'append-only'],
      ['DELETE FROM journal_change WHERE seq = 5', 'append-only'],
      [`INSERT OR REPLACE INTO journal_change VALUES (5, 0, 'placement', 'pl1', NULL, '{}')`, 'newest entry'],
      [`INSERT OR IGNORE INTO journal_change VALUES (${last}, 5, 'placement', 'pl1', NULL, '{}')`, 'as it announced'],
      [`INSERT OR REPLACE INTO journal_change VALUES (${last}, 0, 'placement', 'pl1', NULL, '{}')`, 'as it announced'],
      [`INSERT INTO journal_change VALUES (${last}, 1, 'placement', 'pl1', NULL, '{}')`, 'as it announced'],
    ] as const
    await bench.tamper((db) => {
      for (const [statement, words] of attempts) expect(() => db.run(statement), statement).toThrow(words)
    })
    expect(await bench.verify()).toMatchObject({ found: 0 })
  })
})
