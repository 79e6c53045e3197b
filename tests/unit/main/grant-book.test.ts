import { describe, expect, it } from 'vitest'
import type { PathGrant } from '#contract/wire.ts'
import { createGrantBook } from '#main/ipc/grant-book.ts'

const list: PathGrant = { path: '/data/pegawai.xlsx', access: 'read' }
const copy: PathGrant = { path: '/data/salinan.timbang', access: 'write' }

/** A book whose engine confirms nothing by itself. */
function bookWithTold() {
  const told: { readonly id: number; readonly grants: readonly PathGrant[] }[] = []
  return { told, book: createGrantBook((id, grants) => told.push({ id, grants })) }
}

async function isSettled(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))])
}

describe('the book of granted paths', () => {
  it('answers only when the engine has confirmed this very grant', async () => {
    const { told, book } = bookWithTold()
    const first = book.add([list])
    const second = book.add([copy])
    expect(told.map(({ grants }) => grants)).toEqual([[list], [copy]])
    book.confirm(told[1]?.id ?? 0)
    expect([await isSettled(first), await isSettled(second)]).toEqual([false, true])
    book.confirm(told[0]?.id ?? 0)
    expect(await isSettled(first)).toBe(true)
  })

  it('gives a new engine everything so far, each place once', async () => {
    const { book } = bookWithTold()
    for (const grant of [list, copy, list]) void book.add([grant])
    void book.add([{ ...list, access: 'write' }])
    expect(book.all()).toEqual([list, copy, { ...list, access: 'write' }])
  })

  it('leaves nobody waiting for an engine that is gone', async () => {
    const { book } = bookWithTold()
    const waiting = book.add([list, copy])
    book.settle()
    expect(await isSettled(waiting)).toBe(true)
    expect(book.all()).toEqual([list, copy])
  })

  it('does not mind a confirmation it never asked for', () => {
    const { book } = bookWithTold()
    expect(() => book.confirm(7)).not.toThrow()
  })
})
