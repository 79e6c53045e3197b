import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { WritableDatabase } from '#data/store/database.ts'
import { definition, identifier, type Sql, sql } from '#data/store/sql.ts'
import { createWorkspaceFile, type OpenWorkspace, openWorkspaceFile } from '#data/store/workspace-file.ts'
import { AppError } from '#domain/app-error.ts'
import { refusalOf, testDirectory, testEngine } from './support.ts'
import { firstSchema } from './test-schema.ts'

const engine = await testEngine()

function newWorkspace(): OpenWorkspace {
  const workspace = createWorkspaceFile(engine, join(testDirectory(), 'a.timbang'), [firstSchema])
  onTestFinished(() => workspace.close())
  return workspace
}

const add = (db: WritableDatabase, name: string) => db.run(sql`INSERT INTO parent (name) VALUES (${name})`)
const names = (db: WritableDatabase) =>
  db.all<{ name: string }>(sql`SELECT name FROM parent ORDER BY id`).map((row) => row.name)

describe('a transaction', () => {
  it('keeps everything or nothing, and passes the error on', () => {
    const { db } = newWorkspace()
    const result = db.transaction(() => {
      add(db, 'one')
      return add(db, 'two')
    })
    expect(result).toBe(1)
    const broken = () =>
      db.transaction(() => {
        add(db, 'three')
        throw new AppError('E-RULE-REASON')
      })
    expect(refusalOf(broken)).toBe('E-RULE-REASON')
    expect(names(db)).toEqual(['one', 'two'])
  })

  it('nests: the inner part can fail alone, and falls with the outer one', () => {
    const { db } = newWorkspace()
    db.transaction(() => {
      add(db, 'outer')
      const inner = () =>
        db.transaction(() => {
          add(db, 'inner')
          throw new AppError('E-RULE-REASON')
        })
      expect(refusalOf(inner)).toBe('E-RULE-REASON')
      db.transaction(() => db.transaction(() => add(db, 'innermost')))
    })
    expect(names(db)).toEqual(['outer', 'innermost'])
    const outer = () =>
      db.transaction(() => {
        db.transaction(() => add(db, 'gone'))
        throw new AppError('E-RULE-REASON')
      })
    expect(refusalOf(outer)).toBe('E-RULE-REASON')
    expect(names(db)).toEqual(['outer', 'innermost'])
  })

  it('rolls back what a broken rule at COMMIT refuses', () => {
    const { db } = newWorkspace()
    const deferred = () =>
      db.transaction(() => {
        db.run(definition('PRAGMA defer_foreign_keys = ON'))
        db.run(sql`INSERT INTO child (parent_id) VALUES (7)`)
      })
    expect(deferred).toThrow('FOREIGN KEY constraint failed')
    expect(db.value(sql`SELECT count(*) FROM child`)).toBe(0)
    expect(add(db, 'still works')).toBe(1)
  })

  it('cannot wait for anything', () => {
    const { db } = newWorkspace()
    expect(() => db.transaction(async () => add(db, 'one'))).toThrow(TypeError)
    expect(names(db)).toEqual([])
  })

  it('agrees with a plain model under any sequence of changes and failures', () => {
    const { db } = newWorkspace()
    type Step = { put: string } | { remove: string } | { nest: Step[]; fails: boolean }
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'é')
    const { step } = fc.letrec<{ step: Step }>((tie) => ({
      step: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.record({ put: key }),
        fc.record({ remove: key }),
        fc.record({ nest: fc.array(tie('step'), { maxLength: 4 }), fails: fc.boolean() }),
      ),
    }))

    function apply(model: Set<string>, steps: readonly Step[]): Set<string> {
      let state = model
      for (const one of steps) {
        if ('put' in one) state = new Set([...state, one.put])
        else if ('remove' in one) state = new Set([...state].filter((name) => name !== one.remove))
        else state = one.fails ? state : apply(state, one.nest)
      }
      return state
    }
    function perform(steps: readonly Step[]): void {
      for (const one of steps) {
        if ('put' in one) db.run(sql`INSERT OR IGNORE INTO parent (name) VALUES (${one.put})`)
        else if ('remove' in one) db.run(sql`DELETE FROM parent WHERE name = ${one.remove}`)
        else attempt(one.nest, one.fails)
      }
    }
    function attempt(steps: readonly Step[], fails: boolean): void {
      const work = () =>
        db.transaction(() => {
          perform(steps)
          if (fails) throw new AppError('E-CANCELLED')
        })
      expect(refusalOf(work)).toBe(fails ? 'E-CANCELLED' : 'no refusal')
    }

    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        db.run(sql`DELETE FROM parent`)
        perform(steps)
        expect(names(db).sort()).toEqual([...apply(new Set(), steps)].sort())
      }),
      { numRuns: 60 },
    )
  })
})

describe('values', () => {
  it('come back as they went in', () => {
    const { db } = newWorkspace()
    db.run(definition('CREATE TABLE anything (id INTEGER PRIMARY KEY, value ANY) STRICT'))
    const values = [
      '',
      'naïve ‰',
      'a\0b',
      '198702282010011001',
      0,
      -1,
      2_147_483_648,
      0.1,
      null,
      new Uint8Array([0, 255]),
    ]
    db.insertMany(
      'anything',
      ['value'],
      values.map((value) => [value]),
    )
    expect(db.all<{ value: unknown }>(sql`SELECT value FROM anything ORDER BY id`).map((row) => row.value)).toEqual(
      values,
    )
  })

  it('are bound, whatever they contain', () => {
    const { db } = newWorkspace()
    const hostile = "x'); DROP TABLE parent; --"
    add(db, hostile)
    expect(db.value(sql`SELECT name FROM parent WHERE name = ${hostile}`)).toBe(hostile)
    const listed = sql`SELECT count(*) FROM ${identifier('parent')} WHERE name IN (${sql.join([hostile, 'other'])})`
    expect(db.value(listed)).toBe(1)
  })

  it('that SQLite would silently change are refused', () => {
    const { db } = newWorkspace()
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, [1, 2], { text: 'SELECT 1', values: [] }]) {
      expect(() => db.run(sql`INSERT INTO child (parent_id) VALUES (${value as number})`)).toThrow(TypeError)
    }
  })

  it('of a second statement never go unnoticed', () => {
    const { db } = newWorkspace()
    expect(() => db.run(definition('DELETE FROM child; DELETE FROM parent'))).toThrow('one statement')
    expect(() => db.script(sql`DELETE FROM parent WHERE id = ${1}`)).toThrow(TypeError)
  })

  it('a query without a row gives undefined or an empty list', () => {
    const { db } = newWorkspace()
    const none: Sql = sql`SELECT id FROM parent`
    expect([db.all(none), db.get(none), db.value(none)]).toEqual([[], undefined, undefined])
  })
})

describe('many rows', () => {
  it('are all there, or none of them', () => {
    const { db, path } = newWorkspace()
    const rows = Array.from({ length: 5000 }, (_, index) => [`name ${index}`])
    expect(db.insertMany('parent', ['name'], rows)).toBe(5000)
    expect(() => db.insertMany('parent', ['name'], [['fresh'], ['name 7']])).toThrow('UNIQUE constraint failed')
    expect(() => db.insertMany('parent', ['name'], [['fresh', 'too many']])).toThrow(TypeError)
    const reader = openWorkspaceFile(engine, path, [firstSchema], { readOnly: true })
    expect(reader.db.value(sql`SELECT count(*) FROM parent`)).toBe(5000)
    reader.close()
  })

  it('of different queries do not pile up in memory', () => {
    const { db } = newWorkspace()
    for (let index = 0; index < 3000; index += 1) {
      expect(db.value(definition(`SELECT ${index}`))).toBe(index)
    }
    db.insertMany(
      'parent',
      ['name'],
      (function* lookup() {
        for (let index = 0; index < 600; index += 1) yield [`row ${db.value(definition(`SELECT ${index} + 1`))}`]
      })(),
    )
    expect(db.value(sql`SELECT count(*) FROM parent`)).toBe(600)
  })

  it('change as counted', () => {
    const { db } = newWorkspace()
    db.insertMany('parent', ['name'], [['a'], ['b'], ['c']])
    expect(db.run(sql`UPDATE parent SET name = name || '!' WHERE id > 1`)).toBe(2)
    expect(db.run(sql`UPDATE parent SET name = 'x' WHERE id = 99`)).toBe(0)
  })
})
