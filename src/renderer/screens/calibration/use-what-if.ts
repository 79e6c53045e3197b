import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contract/contracts.ts'
import { call } from '#renderer/ipc/client.ts'
import { newJobId } from '#renderer/ui/progress-dialog.tsx'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import type { Dimension } from './calibrated.ts'
import type { Choices } from './use-calibration.ts'

export type WhatIf = CallOutput<'calibration.whatIf'>
export type Comparison = WhatIf['dimensions'][number]

/** A slider moves in many steps: asked is once it rests. */
const restMilliseconds = 400

export const sameChoices = (a: Choices, b: Choices): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What other choices would change. Nothing is written. */
export function useWhatIf(period: PeriodSummary, inForce: Choices, draft: Choices) {
  const [choices] = useDebouncedValue(draft, restMilliseconds)
  const isDifferent = !sameChoices(draft, inForce)
  const isAsked = isDifferent && sameChoices(choices, draft)
  const query = useQuery({
    queryKey: ['calibration', 'calibration.whatIf', period.id, choices],
    queryFn: () => call('calibration.whatIf', { jobId: newJobId(), periodId: period.id, choices }),
    enabled: isAsked,
    retry: false,
  })
  return {
    isDifferent,
    answer: isAsked ? query.data : undefined,
    error: isAsked ? query.error : null,
    isWaiting: isDifferent && (!isAsked || query.isPending),
  }
}

export const comparisonOf = (answer: WhatIf, dimension: Dimension): Comparison | undefined =>
  answer.dimensions.find((one) => one.dimension === dimension)
