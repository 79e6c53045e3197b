import type { HeaderRow } from './header-row.ts'
import type { BlockCell } from './person-block.ts'

/** What the rows read so far say about the next one. */
export interface WalkState {
  header: HeaderRow
  block: number
  section: 'main' | 'additional' | null
  otherPart: boolean
  employee: Map<string, BlockCell>
  rater: Map<string, BlockCell>
  /** A table row came after the last block line: the next block line begins a new form. */
  blockDone: boolean
}
