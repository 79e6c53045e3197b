import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anchorText, parseAnchor } from '#domain/ledger/anchor.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'

let app: TestEngine
beforeEach(async () => {
  app = testEngine()
  await app.call('workspace.create', newWorkspaceInput(app.path('a.timbang')))
})
afterEach(() => app.close())

const rename = async (name: string) => {
  const agency = (await app.call('workspace.status', {}))?.agency
  if (!agency) throw new Error('no agency')
  const { id: _id, example: _example, ...fields } = agency
  await app.call('workspace.updateAgency', { ...fields, name })
}

describe('the calls of the trail', () => {
  it('give the head as text and as a QR code, and it is read back', async () => {
    const head = await app.call('trail.anchor', {})
    expect(head).toMatchObject({ count: 1, at: '2026-11-23T02:00:00.000Z', text: anchorText(head) })
    expect(parseAnchor(head.text)).toEqual({ kind: 'anchor', anchor: { hash: head.hash, count: 1 } })
    // Version 4 (33 modules) and a quiet zone of four on each side.
    expect(head.qr.size).toBe(41)
    expect(head.qr.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
  })

  it('check the chain, with progress, and compare it with what was typed', async () => {
    const { text } = await app.call('trail.anchor', {})
    await rename('Satu')
    const report = await app.call('trail.verify', { jobId: 'v', anchor: text.toUpperCase().replaceAll(' ', '\n') })
    expect(report).toMatchObject({ found: 0, anchor: { count: 2 }, comparison: { kind: 'continues', later: 1 } })
    const steps = app.events.flatMap((event) => (event.type === 'progress' && event.jobId === 'v' ? [event.step] : []))
    expect([...new Set(steps)]).toEqual(['chain', 'rows'])
    expect((await app.call('trail.verify', { jobId: 'v', anchor: '  ' })).comparison).toBeNull()
  })

  it.each([
    ['1f0c22d9', 'E-ANCHOR-DIGITS'],
    ['a'.repeat(64), 'E-ANCHOR-COUNT'],
    [`${'a'.repeat(64)}:3:00`, 'E-ANCHOR-CHECK'],
  ])('refuse %s', async (anchor, code) => {
    await expect(app.call('trail.verify', { jobId: 'v', anchor })).rejects.toThrow(code)
  })

  it('can be cancelled, and end when the file is closed meanwhile', async () => {
    await app.call('jobs.cancel', { jobId: 'v' })
    await expect(app.call('trail.verify', { jobId: 'v', anchor: null })).rejects.toThrow('E-CANCELLED')
    const running = app.call('trail.verify', { jobId: 'w', anchor: null })
    await app.call('workspace.close', {})
    await expect(running).rejects.toThrow('E-OPEN-NONE')
  })

  it('are part of the check of the file', async () => {
    const { text } = await app.call('trail.anchor', {})
    expect(await app.call('workspace.check', { jobId: 'c', anchor: text })).toMatchObject({
      problems: [],
      schemaKnown: true,
      trail: { found: 0, comparison: { kind: 'match' } },
    })
  })

  it('stand in the list of entries', async () => {
    await rename('Satu')
    const { entries } = await app.call('trail.list', { beforeSeq: null, limit: 10, command: null })
    expect(entries[0]?.hash).toBe((await app.call('trail.anchor', {})).hash)
    expect(entries.map(({ hash }) => hash.length)).toEqual([64, 64])
  })
})

describe('the example agency', () => {
  it('has a whole chain', async () => {
    await app.call('workspace.createExample', { path: null, seed: 2026, jobId: 'e' })
    const report = await app.call('trail.verify', { jobId: 'v', anchor: null })
    expect(report.findings).toEqual([])
    expect(report.ratings).toBeGreaterThan(5000)
  })
})
