import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { migrations } from '#data/migrations/migrations.ts'
import { overviewReader } from '#data/repositories/overview-reader.ts'
import { type Sql, sql } from '#data/store/sql.ts'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { createWorkspaceFile } from '#data/store/workspace-file.ts'
import { raterOfRecord } from '#domain/rules/supervision.ts'

const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
const folder = mkdtempSync(join(tmpdir(), 'timbang-pools-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const quarter = { startsOn: '2026-07-01', endsOn: '2026-09-30' }
const raters = ['a', 'b', 'c'] as const
/** Days before, in and after the period, so that an open end meets later and earlier ones. */
const day = fc.constantFrom(null, '2026-07-01', '2026-08-01', '2026-08-31', '2026-09-30', '2026-10-05')
const supervision = fc.record({ supervisorId: fc.constantFrom(...raters), fromDate: day, toDate: day })
const people = fc.array(fc.record({ rated: fc.boolean(), supervisions: fc.array(supervision, { maxLength: 4 }) }), {
  minLength: 1,
  maxLength: 6,
})
type People = typeof people extends fc.Arbitrary<infer Value> ? Value : never

/** Raters a and b lead a unit each; c is from outside the agency, so that the person's own unit counts. */
const units: Readonly<Record<string, string>> = { a: 'unit-a', b: 'unit-b' }

function expectedSizes(list: People): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const person of list) {
    if (!person.rated) continue
    const rater = raterOfRecord(person.supervisions as never, quarter) as { supervisorId: string } | undefined
    const unitId = units[rater?.supervisorId ?? ''] ?? 'unit-own'
    sizes.set(unitId, (sizes.get(unitId) ?? 0) + 1)
  }
  return sizes
}

describe('sizes of the pools', () => {
  it('count each person with the rater of record of the domain', async () => {
    const engine = await loadSqlEngine(wasmBytes)
    const { db } = createWorkspaceFile(engine, join(folder, 'pools.timbang'), migrations)
    const run = (statement: Sql) => db.run(statement)
    for (const unit of ['unit-a', 'unit-b', 'unit-own'])
      run(sql`INSERT INTO unit (id, parent_id, name, short_name, position) VALUES (${unit}, NULL, ${unit}, '', 0)`)
    run(sql`INSERT INTO period (id, name, kind, year, ordinal, starts_on, ends_on, stage, rule_packs, scoring)
      VALUES ('q', 'Triwulan III', 'quarterly', 2026, 3, ${quarter.startsOn}, ${quarter.endsOn}, 'evaluation', '[]', '{}')`)
    const employee = (id: string) =>
      run(sql`INSERT OR IGNORE INTO employee (id, name, status) VALUES (${id}, ${id}, 'pns')`)
    const place = (id: string, unit: string, rated: boolean) =>
      run(sql`INSERT INTO placement (id, period_id, employee_id, unit_id, post, post_kind, echelon, grade, rank, rated,
        excluded_because) VALUES (${id}, 'q', ${id}, ${unit}, '', 'jf', '', '', '', ${rated ? 1 : 0}, '')`)
    for (const rater of raters) employee(rater)

    fc.assert(
      fc.property(people, (list) => {
        db.transaction(() => {
          run(sql`DELETE FROM supervision`)
          run(sql`DELETE FROM placement`)
          for (const rater of ['a', 'b'] as const) place(rater, units[rater] ?? '', false)
          list.forEach((person, index) => {
            const id = `p${index}`
            employee(id)
            place(id, 'unit-own', person.rated)
            person.supervisions.forEach(({ supervisorId, fromDate, toDate }, order) => {
              run(sql`INSERT INTO supervision (id, period_id, employee_id, supervisor_id, from_date, to_date, reason)
              VALUES (${`${id}-${order}`}, 'q', ${id}, ${supervisorId}, ${fromDate}, ${toDate}, '')`)
            })
          })
        })
        expect(overviewReader(db).poolSizes('q')).toEqual(expectedSizes(list))
      }),
    )
  })
})
