import { useState } from 'react'
import { orderedChoices } from '#domain/calibration/calibration-choices.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import type { Dimension } from './calibrated.ts'
import type { Choices } from './use-calibration.ts'
import { comparisonOf, useWhatIf, type WhatIf } from './use-what-if.ts'
import type { WhatIfState } from './what-if-bar.tsx'

/** Who stands behind the ids of a comparison: also those whom the kept calibration leaves out. */
export type WhatIfNames = Pick<WhatIf, 'employees' | 'supervisors'>

/** The choices tried out, from those in force on; thrown away by `discard`. */
export function useWhatIfState(
  period: PeriodSummary,
  inForce: Choices,
  dimension: Dimension,
): WhatIfState & { readonly discard: () => void; readonly names: WhatIfNames | undefined } {
  const [tried, setTried] = useState<Choices | null>(null)
  const draft = tried ?? inForce
  const { isDifferent, answer, error, isWaiting } = useWhatIf(period, inForce, draft)
  return {
    draft,
    setDraft: (next) => setTried(orderedChoices(next)),
    discard: () => setTried(null),
    isDifferent,
    isWaiting,
    error,
    comparison: answer === undefined ? undefined : comparisonOf(answer, dimension),
    names: answer,
  }
}
