/** One score: a supervisor's, or a panelist's blind score of the same employee. */
export interface PanelRow {
  readonly employee: string
  readonly team: string
  readonly isSupervisor: boolean
  /** Who re-scored; null for supervisors, and for a panel whose members are not told apart. */
  readonly panelist: string | null
  readonly response: number
  /** Figures of the employee, in the order of `PanelInput.covariates`. */
  readonly covariates: readonly number[]
  /** Share of the year this score covers, above 0 up to 1; left out: 1. Scores of a smaller share scatter more. */
  readonly share?: number
}

/** What Model B is fitted to. An employee belongs to one team. */
export interface PanelInput {
  readonly rows: readonly PanelRow[]
  readonly covariates: readonly string[]
}
