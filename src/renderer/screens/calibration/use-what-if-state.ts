import { useState } from 'react'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import type { Dimension } from './calibrated.ts'
import type { Choices } from './use-calibration.ts'
import { comparisonOf, useWhatIf } from './use-what-if.ts'
import type { WhatIfState } from './what-if-bar.tsx'

/** The choices tried out, from those in force on; thrown away by `discard`. */
export function useWhatIfState(
  period: PeriodSummary,
  inForce: Choices,
  dimension: Dimension,
): WhatIfState & { readonly discard: () => void } {
  const [tried, setTried] = useState<Choices | null>(null)
  const draft = tried ?? inForce
  const { isDifferent, answer, error, isWaiting } = useWhatIf(period, inForce, draft)
  return {
    draft,
    setDraft: setTried,
    discard: () => setTried(null),
    isDifferent,
    isWaiting,
    error,
    comparison: answer === undefined ? undefined : comparisonOf(answer, dimension),
  }
}
