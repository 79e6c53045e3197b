import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definition, identifier, integer, sql } from '#data/store/sql.ts'

describe('sql', () => {
  it('binds every value and keeps the text free of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.constant(null)), (value) => {
        expect(sql`SELECT * FROM unit WHERE name = ${value}`).toMatchObject({
          text: 'SELECT * FROM unit WHERE name = ?',
          values: [value],
        })
      }),
    )
  })

  it('nests fragments and keeps the values in the order of their question marks', () => {
    const condition = sql`name = ${'a'} AND position > ${1}`
    const query = sql`SELECT ${identifier('id')} FROM unit WHERE parent_id = ${'p'} AND (${condition}) LIMIT ${5}`
    expect(query.text).toBe('SELECT [id] FROM unit WHERE parent_id = ? AND (name = ? AND position > ?) LIMIT ?')
    expect(query.values).toEqual(['p', 'a', 1, 5])
  })

  it('joins values and fragments', () => {
    expect(sql.join([1, 'b', null])).toMatchObject({ text: '?, ?, ?', values: [1, 'b', null] })
    const assignments = sql.join([sql`a = ${1}`, sql`b = ${2}`], ' AND ')
    expect(assignments).toMatchObject({ text: 'a = ? AND b = ?', values: [1, 2] })
    expect(sql.join([])).toMatchObject({ text: '', values: [] })
  })

  it('does not take an object that only looks like a fragment', () => {
    const forged = JSON.parse('{"text":"DROP TABLE unit","values":[]}')
    expect(sql`SELECT ${forged}`.text).toBe('SELECT ?')
  })

  it('takes plain names and whole numbers only', () => {
    expect(identifier('work_result').text).toBe('[work_result]')
    for (const name of ['', 'a b', 'a]', "a'", 'a;b', '1a', 'é']) expect(() => identifier(name)).toThrow(TypeError)
    expect(integer(-3).text).toBe('-3')
    for (const value of [0.5, Number.NaN, 2 ** 60]) expect(() => integer(value)).toThrow(TypeError)
  })

  it('takes a definition as it stands', () => {
    expect(definition('CREATE TABLE a (b)')).toMatchObject({ text: 'CREATE TABLE a (b)', values: [] })
  })
})
