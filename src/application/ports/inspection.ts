import type { TrailFinding } from '#application/ledger/trail-findings.ts'
import type { AppErrorCode } from '#domain/app-error.ts'
import type { TableName } from './tables.ts'

/** The checks of opening, in their order; `header` is what stands in the first bytes of an encrypted file. */
export const inspectionSteps = [
  'size',
  'magic',
  'mark',
  'version',
  'header',
  'schema',
  'pages',
  'references',
  'chain',
] as const
export type InspectionStep = (typeof inspectionSteps)[number]

export interface StepReading {
  readonly step: InspectionStep
  /** `skipped`: an earlier failure leaves nothing to check here. */
  readonly result: 'passed' | 'failed' | 'skipped'
  /** Why opening refuses the file at this step; null where it passed or was skipped. */
  readonly code: AppErrorCode | null
  /** What SQLite says, at most twenty lines. */
  readonly details: readonly string[]
}

export interface TableReading {
  readonly table: TableName | 'journal'
  /** Rows that could be read; in a damaged table those before and those after the damage. */
  readonly rows: number
  /** `altered`: not the table we made, so it was not read. */
  readonly state: 'whole' | 'partly' | 'unreadable' | 'missing' | 'altered'
}

export interface PersonReading {
  readonly name: string
  readonly unit: string | null
  /** Scores and decisions of this person that could be read. */
  readonly scores: number
  readonly decisions: number
}

export interface ChainReading {
  /** Entries that could be followed from the first on. */
  readonly entries: number
  /** Number of the first entry that cannot be read or does not follow; null: the whole chain holds. */
  readonly brokenAt: number | null
  /** Whether every row was compared with what the chain makes of it; only in a file whose pages are sound. */
  readonly compared: boolean
  readonly found: number
  /** The first twenty. */
  readonly findings: readonly TrailFinding[]
}

/** What a file that cannot be opened still says. Nothing was written to it, nor beside it. */
export interface Inspection {
  readonly path: string
  readonly bytes: number
  readonly encrypted: boolean
  readonly agency: string | null
  /** The last entry of the journal that can be read. */
  readonly lastEntryAt: string | null
  readonly steps: readonly StepReading[]
  readonly tables: readonly TableReading[]
  /** The first five hundred, by name; `peopleFound` counts them all. */
  readonly people: readonly PersonReading[]
  readonly peopleFound: number
  readonly chain: ChainReading | null
  /** The reading took too long and was ended: a file made to be endless, or a failing disk. */
  readonly stopped: boolean
}

/** A reading under way. `done` rejects only when the file cannot be read at all (missing, no rights, a failing disk). */
export interface RunningInspection {
  readonly done: Promise<Inspection>
  stop(): void
}

export type Inspector = (path: string, heard: (part: Inspection) => void) => RunningInspection
