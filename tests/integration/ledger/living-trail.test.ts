import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { writeEveryKindOfRow } from '#tests/support/every-kind-of-row.ts'
import { type LedgerBench, ledgerBench } from './ledger-bench.ts'

type Step =
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'put' | 'remove' | 'failing'; readonly id: number; readonly text: string }
  | { readonly kind: 'many'; readonly count: number; readonly text: string }

// Any text a person could paste, with half letters, control signs and all.
const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((text) => `x${text}`)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom({ kind: 'undo' } as const, { kind: 'redo' } as const, { kind: 'nothing' } as const),
  fc.record({ kind: fc.constantFrom('put', 'remove', 'failing'), id: fc.nat(5), text: anyText }),
  fc.record({ kind: fc.constant('many'), count: fc.integer({ min: 1, max: 30 }), text: anyText }),
)

const write = (bench: LedgerBench, id: string, text: string) =>
  bench
    .workspace()
    .command({ name: 'followUps.save', summary: { task: text }, reason: text }, ({ note }) =>
      note.put({ ...note.require('n1' as never), id: id as never, text }),
    )

function take(bench: LedgerBench, step: Step): void {
  const workspace = bench.workspace()
  if (step.kind === 'undo') workspace.undo()
  else if (step.kind === 'redo') workspace.redo()
  else {
    const reason = 'text' in step ? step.text : ''
    workspace.command({ name: 'followUps.save', summary: { task: reason }, reason }, ({ note, followUp }) => {
      if (step.kind === 'nothing') return
      const row = note.require('n1' as never)
      if (step.kind === 'many') {
        const start = followUp.count()
        const made = followUp.require('fu1' as never)
        const ids = Array.from({ length: step.count }, (_, index) => `f${start + index}-${step.text.length}` as never)
        followUp.putAll(ids.map((id) => ({ ...made, id, task: step.text })))
        return
      }
      const id = `n-${step.id}` as never
      if (step.kind === 'remove') note.remove(id)
      else note.put({ ...row, id, text: step.text })
      if (step.kind === 'failing') throw new AppError('E-ARG')
    })
  }
}

it('stays whole through any commands, undos, redos and refusals, and always continues from an earlier anchor', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 25 }), fc.nat(25), async (steps, at) => {
      const bench = await ledgerBench()
      writeEveryKindOfRow(bench.workspace())
      let anchor = bench.workspace().anchor()
      steps.forEach((step, index) => {
        try {
          take(bench, step)
        } catch (error) {
          if (!(error instanceof AppError)) throw error
        }
        if (index === at) anchor = bench.workspace().anchor()
      })
      const later = bench.workspace().trailLength() - anchor.count
      const report = await bench.verify(anchor)
      expect(report.findings).toEqual([])
      expect(report.comparison).toEqual(later === 0 ? { kind: 'match' } : { kind: 'continues', later })
      bench.file().close()
    }),
    { numRuns: 20 },
  )
})

it.each(['a\0b', 'a\uD800b', '\uDFFF', '\uFEFFa', 'a\u2028\n\r\t"\\', '😀é'])(
  'stays whole with the text %j',
  async (text) => {
    const bench = await ledgerBench()
    writeEveryKindOfRow(bench.workspace())
    write(bench, 'n-1', text)
    expect((await bench.verify()).findings).toEqual([])
  },
)

it('lets people go on working: what they write between two pieces is followed, not reported', async () => {
  const bench = await ledgerBench()
  writeEveryKindOfRow(bench.workspace())
  let turn = 0
  const steps: string[] = []
  const report = await bench.verify(null, {
    report: (step, done, total) => {
      steps.push(step)
      expect(done).toBeLessThanOrEqual(total)
    },
    pause: async () => {
      turn += 1
      if (turn < 60) {
        take(bench, { kind: 'put', id: turn % 3, text: `x${turn}` })
        if (turn % 4 === 0) take(bench, { kind: 'remove', id: (turn - 1) % 3, text: '' })
        if (turn % 7 === 0) take(bench, { kind: 'undo' })
        take(bench, { kind: 'many', count: 3, text: `y${turn}` })
      }
    },
  })
  expect(turn).toBeGreaterThan(28)
  expect(report).toMatchObject({ findings: [], anchor: bench.workspace().anchor() })
  expect([...new Set(steps)]).toEqual(['chain', 'rows'])
})

it('stops at its next pause when cancelled', async () => {
  const bench = await ledgerBench()
  writeEveryKindOfRow(bench.workspace())
  const pause = async () => {
    throw new AppError('E-CANCELLED')
  }
  await expect(bench.verify(null, { pause })).rejects.toThrow('E-CANCELLED')
})
