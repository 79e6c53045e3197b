import { AppError } from '#domain/app-error.ts'

/** Crockford's base 32: no I, L, O or U, so that nothing on paper looks like something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataLetters = 4
const groupLetters = dataLetters + 1
const groupCount = 8
/** 8 groups of 4 letters of 5 bits: 160 bits. */
export const recoveryKeyBytes = (groupCount * dataLetters * 5) / 8

/**
 * The recovery key as people read and type it: eight groups of five letters, for instance `7K3QX-…`. The fifth letter of
 * a group checks the other four and the place of the group.
 *
 * @example formatRecoveryKey(new Uint8Array(20)) // '00000-00001-00002-00003-00004-00005-00006-00007'
 */
export function formatRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== recoveryKeyBytes) throw new RangeError(`a recovery key has ${recoveryKeyBytes} bytes`)
  const letters = toLetters(bytes)
  const groups: string[] = []
  for (let group = 0; group < groupCount; group += 1) {
    const data = letters.slice(group * dataLetters, (group + 1) * dataLetters)
    groups.push([...data, checkLetter(data, group)].map((letter) => alphabet.charAt(letter)).join(''))
  }
  return groups.join('-')
}

/**
 * The bytes of a typed recovery key; case, spaces and hyphens do not matter, O is read as 0, I and L as 1. Undefined when
 * the text has another length, so that it may be a passphrase. Refuses (E-KEY-TYPING) and names the first group that
 * cannot be right: any one wrong letter and any two neighbours swapped are noticed.
 */
export function parseRecoveryKey(text: string): Buffer | undefined {
  const typed = text.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  if (typed.length !== groupCount * groupLetters || !/^[0-9A-Z]*$/.test(typed)) return undefined
  const letters: number[] = []
  for (let group = 0; group < groupCount; group += 1) {
    const values = [...typed.slice(group * groupLetters, (group + 1) * groupLetters)].map((letter) =>
      alphabet.indexOf(letter),
    )
    const data = values.slice(0, dataLetters)
    if (values.includes(-1) || values[dataLetters] !== checkLetter(data, group)) {
      throw new AppError('E-KEY-TYPING', { group: group + 1 })
    }
    letters.push(...data)
  }
  return toBytes(letters)
}

/**
 * A weighted sum in the field of 32 elements. Each place has another weight and none is zero, so one wrong letter and two
 * swapped ones change the sum; the number of the group is added, so swapped groups do too.
 */
function checkLetter(data: readonly number[], group: number): number {
  return data.reduce((sum, letter) => double(sum ^ letter), 0) ^ group
}

/** Multiplies by x modulo x^5 + x^2 + 1. */
function double(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}

function toLetters(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2))
}

function toBytes(letters: readonly number[]): Buffer {
  const bits = letters.map((letter) => letter.toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
