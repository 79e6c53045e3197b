import { z } from '#domain/zod.ts'

type Check = (value: unknown) => boolean

/**
 * The entity's own schema as one plain function per field. Ten thousand people are hundreds of thousands of rows, and
 * zod needs longer for a row than SQLite does. What is not a plain text, number, word of a list or boolean is still
 * asked of zod, field by field; so is every row that does not fit, for its message.
 */
export function fieldChecks(schema: z.ZodObject): ReadonlyMap<string, Check> {
  return new Map(Object.entries(schema.shape).map(([field, part]) => [field, checkOf(part as z.ZodType)]))
}

function checkOf(schema: z.ZodType): Check {
  if (schema instanceof z.ZodNullable) {
    const inner = checkOf(schema.unwrap() as z.ZodType)
    return (value) => value === null || inner(value)
  }
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean'
  if (schema instanceof z.ZodEnum) {
    const words = new Set<unknown>(schema.options)
    return (value) => words.has(value)
  }
  if (schema instanceof z.ZodString) return textCheck(schema) ?? asked(schema)
  if (schema instanceof z.ZodNumber) return numberCheck(schema) ?? asked(schema)
  return asked(schema)
}

const asked =
  (schema: z.ZodType): Check =>
  (value) =>
    schema.safeParse(value).success

/** A text with nothing but a shortest and a longest length; undefined for any other rule (a pattern). */
function textCheck(schema: z.ZodString): Check | undefined {
  const rules = (schema.def.checks ?? []).map((check) => check._zod.def)
  let shortest = 0
  let longest = Number.POSITIVE_INFINITY
  for (const rule of rules) {
    if (rule.check === 'min_length') shortest = Math.max(shortest, (rule as unknown as { minimum: number }).minimum)
    else if (rule.check === 'max_length') longest = Math.min(longest, (rule as unknown as { maximum: number }).maximum)
    else return undefined
  }
  return (value) => typeof value === 'string' && value.length >= shortest && value.length <= longest
}

/** A number with nothing but limits that count as inside, and being whole; undefined for any other rule. */
function numberCheck(schema: z.ZodNumber): Check | undefined {
  const rules = (schema.def.checks ?? []).map((check) => check._zod.def as unknown as NumberRule)
  let [lowest, highest, whole] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, false]
  for (const rule of rules) {
    if (rule.check === 'greater_than' && rule.inclusive) lowest = Math.max(lowest, rule.value)
    else if (rule.check === 'less_than' && rule.inclusive) highest = Math.min(highest, rule.value)
    else if (rule.check === 'number_format' && rule.format === 'safeint') whole = true
    else return undefined
  }
  const fits = whole ? Number.isSafeInteger : Number.isFinite
  return (value) => typeof value === 'number' && fits(value) && value >= lowest && value <= highest
}

interface NumberRule {
  readonly check: string
  readonly inclusive?: boolean
  readonly value: number
  readonly format?: string
}
