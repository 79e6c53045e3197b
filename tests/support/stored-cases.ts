import type { CallInput, CallOutput } from '#contract/contracts.ts'
import type { MeetingBench } from './meeting-bench.ts'

type Asked = Pick<CallInput<'calibration.cases'>, 'runId' | 'dimension'>

/** All cases of one dimension of a stored calibration, asked for part by part as the application does. */
export async function storedCases(app: Pick<MeetingBench, 'call'>, asked: Asked) {
  const cases: CallOutput<'calibration.cases'>['cases'][number][] = []
  for (;;) {
    const part = await app.call('calibration.cases', { ...asked, supervisorId: null, from: cases.length })
    cases.push(...part.cases)
    if (part.cases.length === 0 || cases.length >= part.total) return cases
  }
}
