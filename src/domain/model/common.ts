import { z } from '#domain/zod.ts'

/** Calendar day, `YYYY-MM-DD`, without a zone. */
export const isoDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
/** Moment in UTC as `Date.prototype.toISOString` writes it. */
export const isoInstant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
/** Clock time `HH:MM` in the agency's own zone. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const shortText = z.string().max(500)
export const longText = z.string().max(20_000)
