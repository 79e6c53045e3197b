import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contract/contracts.ts'
import type { CalibratedCase } from '#domain/calibration/calibration-result.ts'
import { read } from '#renderer/ipc/client.ts'
import type { Calibrated, Employee } from './calibrated.ts'

/** Cases of a calibration and who they are. */
export interface Cases {
  readonly cases: readonly CalibratedCase[]
  readonly employees: ReadonlyMap<string, Employee>
}

type Of = Pick<Calibrated, 'run' | 'result'>
type Part = CallOutput<'calibration.cases'>

/** The cases of one supervisor, or (null) of everybody, in the order they were computed; asked for part by part. */
export async function readCases({ run, result }: Of, supervisorId: string | null): Promise<Cases> {
  const parts: Part[] = []
  let from = 0
  let total: number
  do {
    const asked = { runId: run.id, dimension: result.dimension, supervisorId, from }
    const part = await read('calibration.cases', asked as Parameters<typeof read<'calibration.cases'>>[1])
    parts.push(part)
    from += part.cases.length
    total = part.cases.length === 0 ? from : part.total
  } while (from < total)
  return {
    cases: parts.flatMap((part) => part.cases),
    employees: new Map(parts.flatMap((part) => part.employees.map((one) => [one.id, one] as const))),
  }
}

/** A supervisor's own people. */
export const useTeam = (calibrated: Of, supervisorId: string) =>
  useQuery({
    queryKey: ['calibration', 'calibration.cases', calibrated.run.id, calibrated.result.dimension, supervisorId],
    queryFn: () => readCases(calibrated, supervisorId),
  })
