/** What tells whether an approval still stands, read from the journal. */
export interface ApprovalReader {
  /** Hash of an entry; null: the journal has none of that number. */
  hashAt(seq: number): string | null
  /** Entries after `seq` that changed a rating, a decision or what they rest on in the period, and the first of them. */
  ratingsChangedAfter(seq: number, periodId: string): { readonly entries: number; readonly first: number | null }
}
