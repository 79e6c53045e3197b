/** What JSON can say; undefined, functions and numbers without an end are not among it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * One text for one value, whoever writes it: JSON without spaces, the names of each object in the order of their UTF-16
 * codes, numbers and escapes as ECMAScript writes them. Two programs that hash it get the same hash.
 *
 * Refuses (TypeError) what has no such text: NaN, infinity, undefined, and half a surrogate pair.
 * Source: RFC 8785, JSON Canonicalization Scheme, sections 3.2.1–3.2.4.
 *
 * @example canonicalJson({ b: 1, a: [true, null] }) // '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return textOf(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`)
    return JSON.stringify(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}`)
  // The default order of `sort` is that of UTF-16 codes.
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${textOf(name)}:${canonicalJson(value[name] as JsonValue)}`).join(',')}}`
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

/**
 * The canonical JSON of a text, as {@link canonicalJson} writes it.
 *
 * @throws TypeError for half a surrogate pair
 * @example textOf('a"b') // '"a\\"b"'
 */
export function textOf(text: string): string {
  assertWellFormed(text)
  return withoutEscapes.test(text) ? `"${text}"` : JSON.stringify(text)
}

/** Plain letters, digits and signs: most names and all moments, of which a long trail has millions. */
const withoutEscapes = /^[ !#-[\]-~]*$/

/** Refuses (TypeError) half a surrogate pair, which has no bytes in UTF-8. */
export function assertWellFormed(text: string): void {
  if (!text.isWellFormed()) throw new TypeError('half a surrogate pair has no canonical text')
}
