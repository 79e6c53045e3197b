import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Relation, relation, relationKinds } from '#domain/model/relation.ts'
import { holderKey, recusesAlways, relationsBetween, requireSound } from '#domain/relations/relation-rules.ts'

const declared = (fields: object = {}): Relation =>
  relation.parse({
    ...{ id: 'r1', holderId: 'e2', holderName: 'Budi Santoso', subjectId: 'e1', kind: 'kinship', recuses: true },
    ...{ remark: '', declaredBy: 'Budi Santoso', declaredOn: '2026-11-20', recordedAt: '2026-11-20T02:00:00.000Z' },
    ...{ withdrawnAt: null, withdrawnReason: '' },
    ...fields,
  })
const today = '2026-11-23'

describe('a declaration', () => {
  it.each([
    ['of oneself', declared({ holderId: 'e1' }), [], 'E-RELATION-SELF'],
    ['other without a word', declared({ kind: 'other', remark: '  ' }), [], 'E-RELATION-REMARK'],
    ['of tomorrow', declared({ declaredOn: '2026-11-24' }), [], 'E-RELATION-DATE'],
    ['made twice', declared(), [declared({ id: 'r2' })], 'E-RELATION-TWICE'],
    [
      'made twice by a guest, written otherwise',
      declared({ holderId: null, holderName: ' budi  SANTOSO' }),
      [declared({ id: 'r2', holderId: null })],
      'E-RELATION-TWICE',
    ],
  ])('%s is refused', (_name, draft, others, code) => {
    expect(() => requireSound(draft, others, today)).toThrow(code)
  })

  it.each([
    ['of today', declared({ declaredOn: today }), []],
    ['of another kind', declared({ kind: 'business' }), [declared({ id: 'r2' })]],
    ['of another employee', declared({ subjectId: 'e3' }), [declared({ id: 'r2' })]],
    [
      'made again after it was withdrawn',
      declared(),
      [declared({ id: 'r2', withdrawnAt: '2026-11-21T02:00:00.000Z', withdrawnReason: 'Keliru' })],
    ],
    ['other with a remark', declared({ kind: 'other', remark: 'Pernah berperkara' }), []],
  ])('%s is taken', (_name, draft, others) => {
    expect(() => requireSound(draft, others, today)).not.toThrow()
  })

  it('of family and business always means leaving the case, of the others only if so declared', () => {
    expect(relationKinds.filter(recusesAlways)).toEqual(['kinship', 'business'])
  })
})

describe('relations between two people', () => {
  const people = ['e1', 'e2', 'e3', 'e4']
  const pairs = fc.uniqueArray(
    fc.record({
      holderId: fc.option(fc.constantFrom(...people), { nil: null }),
      holderName: fc.constantFrom('Tamu A', 'Tamu B'),
      subjectId: fc.constantFrom(...people),
      kind: fc.constantFrom(...relationKinds),
      withdrawn: fc.boolean(),
    }),
    { maxLength: 12 },
  )

  it('are the standing ones of these two, both ways between employees, and no others', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...people), fc.constantFrom(...people), (drawn, a, b) => {
        const rows = drawn
          .filter(({ holderId, subjectId }) => holderId !== subjectId)
          .map(({ withdrawn, ...fields }, index) =>
            declared({
              ...fields,
              id: `r${index}`,
              remark: 'x',
              ...(withdrawn ? { withdrawnAt: '2026-11-21T02:00:00.000Z', withdrawnReason: 'x' } : {}),
            }),
          )
        const between = relationsBetween(rows)
        const ids = (holder: string, subject: string) =>
          between({ id: holder, name: 'whoever' }, subject)
            .map(({ id }) => id)
            .toSorted()
        const expected = rows
          .filter((row) => row.withdrawnAt === null && row.holderId !== null)
          .filter((row) => (row.holderId === a && row.subjectId === b) || (row.holderId === b && row.subjectId === a))
          .map(({ id }) => id as string)
        // Nobody is related to himself: such rows are refused before they get here.
        if (a !== b) expect(ids(a, b)).toEqual(expected.toSorted())
        expect(ids(a, b)).toEqual(ids(b, a))
      }),
    )
  })

  it('know a guest by name, and never take a guest for an employee of that name', () => {
    const between = relationsBetween([declared({ holderId: null, holderName: 'Budi Santoso' })])
    expect(between({ id: null, name: 'BUDI SANTOSO ' }, 'e1')).toHaveLength(1)
    expect(between({ id: 'e2', name: 'Budi Santoso' }, 'e1')).toHaveLength(0)
    expect(between({ id: null, name: 'Budi Santosa' }, 'e1')).toHaveLength(0)
    expect(holderKey({ id: null, name: 'id:e1' })).not.toBe(holderKey({ id: 'e1', name: '' }))
  })
})
