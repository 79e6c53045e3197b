import { z } from '#domain/zod.ts'
import { isoInstant, longText, shortText } from './common.ts'
import { rowId } from './ids.ts'

/** A column mapping remembered for one set of headings, so that the next file of the same office needs no hand work. */
export const importMapping = z.object({
  id: rowId,
  /** Normalised headings joined; the same headings give the same mapping. */
  headingKey: longText,
  sheetKind: shortText,
  /** Column index → canonical column name. */
  columns: z.record(z.string(), z.string()),
})
export type ImportMapping = z.infer<typeof importMapping>

/** A file that was imported: its name, SHA-256 and counts, so that a row can be traced to its source. */
export const importRun = z.object({
  id: rowId,
  importedAt: isoInstant,
  fileName: shortText,
  sha256: z.string().length(64),
  sheetKinds: z.array(z.string()),
  rowsTaken: z.number().int(),
  rowsSetAside: z.number().int(),
})
export type ImportRun = z.infer<typeof importRun>

/** A named view of a grid, shared with the workspace. */
export const savedView = z.object({
  id: rowId,
  screen: shortText,
  name: shortText.min(1),
  state: z.string().max(100_000),
})
export type SavedView = z.infer<typeof savedView>
