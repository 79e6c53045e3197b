import { writeFileSync } from 'node:fs'
import type { CallOutput } from '#contract/contracts.ts'
import { periodId as periodIdOf } from '#domain/model/ids.ts'
import { type TestEngine, testEngine } from './in-memory-app.ts'

export type Preview = CallOutput<'import.preview'>

export interface ImportBench extends TestEngine {
  readonly periodId: ReturnType<typeof periodIdOf.parse>
  preview(...paths: readonly string[]): Promise<Preview>
  commit(previewId: string): Promise<CallOutput<'import.commit'>>
  /** Writes a text file into the bench's folder and gives its path. */
  file(name: string, content: string | Uint8Array): string
}

export interface BenchPeriod {
  readonly kind: 'annual' | 'quarterly' | 'monthly'
  readonly year: number
  readonly ordinal: number
}

/** The real engine with an empty workspace of one period, for imports. */
export async function importBench(
  period: BenchPeriod = { kind: 'quarterly', year: 2026, ordinal: 3 },
): Promise<ImportBench> {
  const engine = testEngine()
  const status = await engine.call('workspace.create', {
    path: engine.path('kerja.timbang'),
    agency: {
      name: 'Dinas Uji',
      government: 'Kabupaten Uji',
      address: '',
      contact: '',
      place: 'Uji',
      zone: 'WIB',
      workingWeek: 'monday-friday',
      cycle: 'quarterly',
      paper: 'A4',
    },
    units: [],
    period: { ...period, rulePacks: [], windowStartsOn: null, windowEndsOn: null },
  })
  const periodId = periodIdOf.parse(status?.periods[0]?.id)
  let jobs = 0
  return {
    ...engine,
    periodId,
    preview: (...paths) => engine.call('import.preview', { jobId: `preview-${jobs++}`, paths: [...paths], periodId }),
    commit: (previewId) => engine.call('import.commit', { jobId: `commit-${jobs++}`, previewId }),
    file(name, content) {
      writeFileSync(engine.path(name), content)
      return engine.path(name)
    },
  }
}

/** Findings as short lines, for messages of failing tests. */
export const findingLines = (preview: Preview): string[] =>
  preview.findings.map(
    (f) => `${f.severity} ${f.code} ${f.sheet}!${f.column ?? ''}${f.row ?? ''} ${JSON.stringify(f.params)} ×${f.count}`,
  )
