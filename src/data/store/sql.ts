/** What a column can hold. A bigint is bound as text of digits, which an INTEGER column turns back into an integer. */
export type Value = string | number | bigint | null | Uint8Array

declare const trusted: unique symbol

/** SQL text that only the functions of this file can make, and the values bound to its question marks. */
export interface Sql {
  readonly text: string
  readonly values: readonly Value[]
  readonly [trusted]: true
}

/**
 * SQL as a tagged template. Whatever is interpolated is bound, never spliced into the text; fragments made by `sql`,
 * `identifier`, `integer` and `join` nest.
 *
 * @example db.all(sql`SELECT * FROM employee WHERE nip = ${nip}`)
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Value | Sql)[]): Sql {
  let text = strings[0] ?? ''
  const values: Value[] = []
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[index + 1] ?? ''
  })
  return make(text, values)
}

/**
 * A table or column name of our own schema. Brackets, since SQLite reads an unknown name in double quotes as a text.
 *
 * @example sql`SELECT count(*) FROM ${identifier('employee')}`
 */
export function identifier(name: string): Sql {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new TypeError(`not a plain SQL name: ${JSON.stringify(name)}`)
  return make(`[${name}]`, [])
}

/** A whole number written into the text, where SQLite cannot bind one (PRAGMA user_version = …). */
export function integer(value: number): Sql {
  if (!Number.isSafeInteger(value)) throw new TypeError(`not a whole number: ${value}`)
  return make(String(value), [])
}

/**
 * A statement of a migration, as it stands in the source. Only for `data/migrations`: never with anything a user, a file
 * or the network supplied.
 *
 * @example db.run(definition('CREATE TABLE unit (id TEXT PRIMARY KEY) STRICT'))
 */
export function definition(text: string): Sql {
  return make(text, [])
}

/**
 * Fragments or values in a row.
 *
 * @example sql`… WHERE id IN (${sql.join(ids)})`
 * @example sql`UPDATE t SET ${sql.join(assignments)} WHERE ${sql.join(conditions, ' AND ')}`
 */
sql.join = (parts: readonly (Value | Sql)[], separator: ', ' | ' AND ' | ' OR ' | ' ' = ', '): Sql => {
  const fragments = parts.map((part) => (isSql(part) ? part : make('?', [part])))
  return make(
    fragments.map((fragment) => fragment.text).join(separator),
    fragments.flatMap((fragment) => fragment.values),
  )
}

const made = new WeakSet<object>()

function make(text: string, values: readonly Value[]): Sql {
  const fragment = Object.freeze({ text, values }) as Sql
  made.add(fragment)
  return fragment
}

/** Only what this file made counts: an object that merely looks like a fragment (parsed JSON) is refused on binding. */
function isSql(part: unknown): part is Sql {
  return typeof part === 'object' && part !== null && made.has(part)
}
