import type { CallOutput } from '#contract/contracts.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'

export type Organisation = CallOutput<'organisation.get'>

/** What every panel of the overview gets. */
export interface FormProps {
  readonly periodId: PeriodSummary['id']
  readonly organisation: Organisation
}
