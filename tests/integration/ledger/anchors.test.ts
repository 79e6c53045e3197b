import { readFileSync, writeFileSync } from 'node:fs'
import type { Database } from 'sql.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { hashing } from '#data/repositories/sha256.ts'
import { tableNames } from '#data/repositories/table-map.ts'
import { canonicalJson } from '#domain/ledger/canonical-json.ts'
import { changesHashOf, entryHash } from '#domain/ledger/chain.ts'
import { emptyHash, hashBytes } from '#domain/ledger/hashing.ts'
import { writeEveryKindOfRow } from '#tests/support/every-kind-of-row.ts'
import { dropGuards, type LedgerBench, ledgerBench } from './ledger-bench.ts'

/** The bench writes one entry for every kind of row. */
const kinds = tableNames.length
const next = kinds + 1

let bench: LedgerBench
beforeEach(async () => {
  bench = await ledgerBench()
  writeEveryKindOfRow(bench.workspace())
})

const addUnit = (id: string) =>
  bench.workspace().command({ name: 'workspace.updateUnits', summary: { units: 1 } }, ({ unit }) => {
    const [first] = unit.all()
    if (first !== undefined) unit.put({ ...first, id: id as typeof first.id, name: id })
  })

const objects = (db: Database, query: string) => {
  const [found] = db.exec(query)
  return (found?.values ?? []).map((values) =>
    Object.fromEntries(values.map((value, index) => [found?.columns[index] ?? '', value])),
  ) as Record<string, never>[]
}

/** What the owner of the file can do: write every hash anew, so that the whole chain fits together again. */
function restamp(db: Database): void {
  dropGuards(db)
  let prev = emptyHash
  for (const row of objects(db, 'SELECT * FROM journal ORDER BY seq')) {
    const changes = objects(
      db,
      `SELECT table_name AS [table], row_id AS rowId, before, after FROM journal_change WHERE seq = ${row.seq} ORDER BY ordinal`,
    )
    const changesHash = changesHashOf(hashing.sha256, changes as never)
    const summary = JSON.parse(row.summary ?? '')
    const content = { ...row, summary, changeCount: row.change_count } as never
    const hash = entryHash(hashing.sha256, prev, content, changesHash)
    const values = [canonicalJson(summary), hashBytes(changesHash), hashBytes(prev), hashBytes(hash), row.seq ?? 0]
    db.run('UPDATE journal SET summary = ?, changes_hash = ?, prev = ?, hash = ? WHERE seq = ?', values as never)
    prev = hash
  }
}

describe('a value kept outside the file', () => {
  it('matches, and still does after more was written', async () => {
    const anchor = bench.workspace().anchor()
    expect(anchor.count).toBe(kinds)
    expect((await bench.verify(anchor)).comparison).toEqual({ kind: 'match' })
    addUnit('u2')
    addUnit('u3')
    expect(await bench.verify(anchor)).toMatchObject({ found: 0, comparison: { kind: 'continues', later: 2 } })
  })

  it('matches an empty chain only with nothing in it', async () => {
    const nothing = { hash: emptyHash, count: 0 }
    expect((await bench.verify(nothing)).comparison).toEqual({ kind: 'continues', later: kinds })
    const empty = await ledgerBench()
    expect(await empty.verify(nothing)).toMatchObject({ found: 0, anchor: nothing, comparison: { kind: 'match' } })
  })

  it('finds a cut tail; without it a cleanly cut tail is not found', async () => {
    addUnit('u2')
    const anchor = bench.workspace().anchor()
    await bench.tamper((db) => {
      dropGuards(db)
      db.run(
        `DELETE FROM journal_change WHERE seq = ${next}; DELETE FROM journal WHERE seq = ${next}; DELETE FROM unit WHERE id = 'u2'`,
      )
    })
    expect(await bench.verify()).toMatchObject({ found: 0, comparison: null })
    expect(await bench.verify(anchor)).toMatchObject({ found: 0, comparison: { kind: 'shorter', missing: 1 } })
  })

  it('finds an older copy put back, also when new entries have grown on it', async () => {
    const old = readFileSync(bench.path)
    addUnit('u2')
    const anchor = bench.workspace().anchor()
    await bench.tamperFile((path) => writeFileSync(path, old))
    expect((await bench.verify(anchor)).comparison).toEqual({ kind: 'shorter', missing: 1 })
    addUnit('u3')
    addUnit('u4')
    expect(await bench.verify()).toMatchObject({ found: 0 })
    expect((await bench.verify(anchor)).comparison).toEqual({ kind: 'different' })
  })

  it('finds a chain that was written wholly anew; without it that is not found', async () => {
    const anchor = bench.workspace().anchor()
    await bench.tamper((db) => {
      dropGuards(db)
      db.run('UPDATE result_score SET score = 95')
      db.run(`UPDATE journal_change SET after = replace(after, '82.5', '95') WHERE table_name = 'resultScore'`)
      restamp(db)
    })
    expect(await bench.verify()).toMatchObject({ found: 0, comparison: null })
    expect(await bench.verify(anchor)).toMatchObject({ found: 0, comparison: { kind: 'different' } })
  })

  it('control: writing an untouched chain anew gives the same hashes', async () => {
    const anchor = bench.workspace().anchor()
    await bench.tamper(restamp)
    expect((await bench.verify(anchor)).comparison).toEqual({ kind: 'match' })
  })
})

describe('a chain whose hashes fit but whose history does not', () => {
  it('is found where an entry starts from another state than the one before left', async () => {
    await bench.tamper((db) => {
      dropGuards(db)
      const forged = `replace(after, '82.5', '60')`
      db.run(`INSERT INTO journal SELECT ${next}, at, author, command, summary, reason, undoes, 1, changes_hash, prev, randomblob(32)
        FROM journal WHERE seq = 12`)
      db.run(`INSERT INTO journal_change SELECT ${next}, 0, table_name, row_id, ${forged}, replace(after, '82.5', '95')
        FROM journal_change WHERE seq = 12`)
      db.run('UPDATE result_score SET score = 95')
      restamp(db)
    })
    const { findings } = await bench.verify()
    expect(findings).toMatchObject([{ kind: 'before', seq: next, table: 'resultScore', about: 'Sari Wulandari' }])
  })
})
