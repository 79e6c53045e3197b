import type { ImportReason } from '#domain/import/reasons.ts'
import { cellText, type TableCell } from '#domain/import/table-cell.ts'
import { readGrade } from '#domain/rules/grade.ts'
import { type NipNote, type NipRefusal, readNip } from '#domain/rules/nip.ts'

/** A NIP cell as the import needs it: taken, empty, or refused with the reason's sentence and a proposal. */
export type NipReading =
  | {
      readonly kind: 'nip'
      readonly nip: string
      readonly status: 'pns' | 'pppk' | 'unknown'
      readonly cleaned: boolean
      readonly warnings: readonly ImportReason[]
    }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'refused'
      readonly reason: ImportReason
      readonly params: Readonly<Record<string, string | number>>
      readonly proposal: string | null
    }

const refusals: Readonly<Record<NipRefusal, ImportReason>> = {
  'digits-lost': 'nip-digits-lost',
  'not-digits': 'nip-character',
  'wrong-length': 'nip-length',
  'birth-date': 'nip-birth',
  'sex-digit': 'nip-sex',
}

const remarks: Readonly<Record<Exclude<NipNote, 'cleaned'>, ImportReason>> = {
  'old-number': 'nip-old',
  'kind-unknown': 'nip-kind',
  'serial-zero': 'nip-plausibility',
  'age-at-appointment': 'nip-plausibility',
  'appointed-in-future': 'nip-plausibility',
}

/** Reads the NIP of a cell; a number cell of 16 and more digits has lost some and is refused. */
export function readNipCell(cell: TableCell, today: string): NipReading {
  const text = cellText(cell)
  const reading = readNip(text, { numeric: cell.kind === 'number', today })
  if (reading.kind === 'empty') return { kind: 'empty' }
  if (reading.kind === 'refused') {
    const { reason, proposal } = reading
    const shown = text.slice(0, 60)
    const params = { text: shown, proposal: proposal ?? '', length: text.replace(/\D/g, '').length }
    return { kind: 'refused', reason: refusals[reason], params, proposal }
  }
  const warnings = new Set<ImportReason>()
  for (const note of reading.notes) if (note !== 'cleaned') warnings.add(remarks[note])
  return {
    kind: 'nip',
    nip: reading.nip,
    status: reading.kind === 'old' ? 'pns' : reading.kind,
    cleaned: reading.notes.includes('cleaned'),
    warnings: [...warnings],
  }
}

/** Golongan and pangkat of a cell or of two cells together. */
export interface GradeText {
  readonly grade: string
  readonly rank: string
  /** The pangkat belongs to another golongan. */
  readonly mismatch: boolean
  /** Only the pangkat was written; the golongan follows from it. */
  readonly fromRank: boolean
}

export function readGradeText(text: string): GradeText | null {
  const reading = readGrade(text)
  if (reading.kind === 'empty' || reading.kind === 'unreadable') return null
  const { grade, rank, notes } = reading
  return { grade, rank, mismatch: notes.includes('rank-differs'), fromRank: notes.includes('grade-from-rank') }
}
