import { describe, expect, it } from 'vitest'
import { isProven, startTally } from './harness.ts'
import { tableOf, withTable } from './report.ts'

const options = { seed: 1, count: 1, say: () => undefined }

describe('a result', () => {
  it('proves nothing when something failed, nothing was tried, or its control did not fail', () => {
    const good = startTally('h', options)
    good.add('sound', 'one')
    good.control('careless', true)
    expect(isProven(good.result())).toBe(true)

    const bad = startTally('h', options)
    bad.add('damaged', 'one')
    bad.control('careless', true)
    expect(bad.result().failures).toEqual(['one: damaged'])
    expect(isProven(bad.result())).toBe(false)

    const deaf = startTally('h', options)
    deaf.add('sound', 'one')
    deaf.control('careless', false)
    expect(isProven(deaf.result())).toBe(false)
    expect(isProven(startTally('h', options).result())).toBe(false)
  })

  it('may be left out where the machine lacks what it needs, and says why', () => {
    const tally = startTally('h', options)
    tally.skip('no strace')
    expect(isProven(tally.result())).toBe(true)
    expect(tableOf([tally.result()], [])).toContain('- h: no strace')
  })
})

describe('the table of the document', () => {
  const marks =
    'Before\n<!-- torture table begins: written by npm run torture -->\nold\n<!-- torture table ends -->\nAfter'

  it('stands between its marks, and nothing else changes', () => {
    const document = withTable(marks, '| new |')
    expect(document).toContain('| new |')
    expect(document).not.toContain('old')
    expect(document.startsWith('Before\n') && document.endsWith('\nAfter')).toBe(true)
    expect(withTable(document, '| new |')).toBe(document)
  })

  it('is not put anywhere else when the marks are missing', () => {
    expect(() => withTable('Before', '| new |')).toThrow('no place')
  })
})
