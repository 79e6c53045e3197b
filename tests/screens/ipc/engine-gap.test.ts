import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '#contract/reply.ts'

const lost: Reply<unknown> = { ok: false, error: { code: 'E-ENGINE-LOST', params: {} } }
const nothingOpen: Reply<unknown> = { ok: false, error: { code: 'E-OPEN-NONE', params: {} } }
const answer: Reply<unknown> = { ok: true, value: 'answer' }

/** An engine that gives these replies in turn and counts how often it was asked. */
function engine(...replies: (() => Reply<unknown> | Promise<Reply<unknown>>)[]) {
  let asked = 0
  return {
    send: async () => (replies[asked++] ?? (() => answer))(),
    asked: () => asked,
  }
}

describe('the gap between two engines', () => {
  let gap: typeof import('#renderer/ipc/engine-gap.ts')
  beforeEach(async () => {
    vi.resetModules()
    gap = await import('#renderer/ipc/engine-gap.ts')
  })

  it('asks again what a new engine answered before it had the workspace', async () => {
    for (const [name, reply] of [
      ['staff.board', nothingOpen],
      ['workspace.status', { ok: true, value: null }],
    ] as const) {
      const order: string[] = []
      const { send, asked } = engine(() => {
        void gap.restoring(async () => {
          await Promise.resolve()
          order.push('open again')
        })
        return reply
      })
      expect(await gap.askSafely(send, { name, reads: false })).toBe(answer)
      expect([asked(), order]).toEqual([2, ['open again']])
    }
  })

  it('holds every question back until the workspace is open again', async () => {
    let finish = (): void => undefined
    const opened = new Promise<void>((resolve) => {
      finish = resolve
    })
    void gap.restoring(() => opened)
    const { send, asked } = engine()
    const asking = gap.askSafely(send, { name: 'staff.board', reads: true })
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(asked()).toBe(0)
    finish()
    expect(await asking).toBe(answer)
  })

  it('asks a reading again that was under way when the engine died', async () => {
    const { send, asked } = engine(() => lost)
    const asking = gap.askSafely(send, { name: 'staff.board', reads: true })
    await new Promise((resolve) => setTimeout(resolve, 10))
    void gap.restoring(async () => undefined)
    expect(await asking).toBe(answer)
    expect(asked()).toBe(2)
  })

  it('never sends a writing twice that may have been done', async () => {
    const { send, asked } = engine(() => {
      void gap.restoring(async () => undefined)
      return lost
    })
    expect(await gap.askSafely(send, { name: 'staff.add', reads: false })).toBe(lost)
    expect(asked()).toBe(1)
  })

  it('passes on what an engine says that was there all along', async () => {
    const { send, asked } = engine(() => nothingOpen)
    expect(await gap.askSafely(send, { name: 'staff.board', reads: true })).toBe(nothingOpen)
    expect(asked()).toBe(1)
  })

  it('gives up on an engine that does not come back, and does not wait a second time', async () => {
    vi.useFakeTimers()
    try {
      const { send } = engine(
        () => lost,
        () => lost,
      )
      const first = gap.askSafely(send, { name: 'staff.board', reads: true })
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await first).toBe(lost)
      expect(await gap.askSafely(send, { name: 'staff.board', reads: true })).toBe(lost)
    } finally {
      vi.useRealTimers()
    }
  })

  it('a workspace that will not open again does not silence the page', async () => {
    void gap.restoring(async () => {
      throw new Error('refused')
    })
    expect(await gap.askSafely(engine().send, { name: 'workspace.recent', reads: true })).toBe(answer)
  })
})
