import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, sameName } from '#domain/rules/person-name.ts'

describe('names for comparing', () => {
  it.each([
    ['Plt. Drs. H. BUDI Santoso, S.Kom., M.Si', 'budi santoso'],
    ['Plh Budi  Santoso', 'budi santoso'],
    ['Drs.H.Budi Santoso M.M', 'budi santoso'],
    ['budi\u00a0santoso\n', 'budi santoso'],
    ['Budi Santoso S. Kom', 'budi santoso'],
    ['Budi Santoso S.Kom M.Kes', 'budi santoso'],
    ['dr. Ratna Pratiwi, M.Epid.', 'ratna pratiwi'],
    ['drg. Ratna Pratiwi', 'ratna pratiwi'],
    ["Hj. Ma'rifah Ali, S.E", 'marifah ali'],
    ['Ns. Siti Aminah, S.Kep', 'siti aminah'],
    ['SITI AMINAH SKM', 'siti aminah'],
    ['apt. Dewi Lestari, S.Farm', 'dewi lestari'],
    ['IKA, S.KEP.,NERS', 'ika'],
    ['Prof. Dr. dr. Ani Widodo, Sp.A(K), Ph.D', 'ani widodo'],
    ['(Plt.) Budi Santoso', 'budi santoso'],
    ['José Ändi', 'jose andi'],
    ['M. Ali', 'm ali'],
    ['Muhammad A.', 'muhammad a'],
    ['Bruno Mars', 'bruno mars'],
    ['Dr', 'dr'],
    ['', ''],
    ['…', ''],
  ])('%j is %j', (raw, key) => expect(nameKey(raw)).toBe(key))

  it('takes two spellings for one name, and never two empty ones', () => {
    expect(sameName('dr. Ratna Pratiwi, M.Epid.', 'RATNA PRATIWI')).toBe(true)
    expect(sameName('Ratna Pratiwi', 'Ratna Pratama')).toBe(false)
    expect(sameName('', '-')).toBe(false)
  })

  it('gives plain words with single spaces for any text, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
        expect(nameKey(raw)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u)
      }),
      { numRuns: 1500 },
    )
  })

  it('sees through case, titles in front and degrees behind for any name of plain words', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{5,10}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', 'Drs. ', 'H. ', 'dr. ', 'Plt. ', 'apt. ', 'Ns. ', 'Prof. Dr. ', 'Hj. '),
        fc.constantFrom('', ', S.Kom', ' S.Kom', ', S.Kep., Ns', ', M.M.', ' SKM'),
        (words, title, degree) => {
          const name = words.join(' ')
          expect(nameKey(`${title}${name}${degree}`)).toBe(name.toLowerCase())
          expect(sameName(`${title}${name.toUpperCase()}${degree}`, name)).toBe(true)
        },
      ),
    )
  })
})
