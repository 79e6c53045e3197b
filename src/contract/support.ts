import { z } from '#domain/zod.ts'
import { command, nothing, query } from './define-contract.ts'

const place = z.object({
  source: z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/),
  line: z.number().int().min(0),
  column: z.number().int().min(0),
})

/** What a page may tell of an error nobody foresaw (domain/support/code-places.ts). */
const toldError = z.object({
  kind: z.string().regex(/^[A-Za-z]{1,20}$/),
  system: z
    .string()
    .regex(/^E[A-Z]{2,15}$/)
    .nullable(),
  places: z.array(place).max(20),
})

export const supportCalls = {
  /** Keeps an error of the page for the support file, under the reference its sentence names. */
  'support.note': command({
    input: z.object({ reference: z.string().regex(/^[0-9a-z]{7}$/), error: toldError }),
    output: nothing,
    needsSoundFile: false,
  }),
  /** The support file as it would be saved: the person reads it first. */
  'support.preview': query({
    input: nothing,
    output: z.object({ id: z.string(), text: z.string(), fileName: z.string() }),
  }),
  /** Saves exactly the text that was shown. */
  'support.save': command({
    input: z.object({ id: z.string().max(64), path: z.string().min(1).max(4096) }),
    output: z.object({ path: z.string(), bytes: z.number().int() }),
    needsSoundFile: false,
  }),
}
