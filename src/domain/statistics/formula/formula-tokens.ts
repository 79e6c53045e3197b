import { type FormulaError, formulaError } from './formula-error.ts'

export interface Token {
  readonly kind: 'name' | 'number' | 'sign'
  readonly text: string
}

// A name as R writes it, in any script; a name in back quotes; a whole number; a sign.
const pattern = /\s*(?:([\p{L}._][\p{L}\p{N}._]*)|`([^`]+)`|(\d+)|(\|\||[~+\-:*/|()]))/uy

/**
 * The words and signs of a formula. An unknown sign is an error that shows it.
 * @example tokensOf('y ~ 1') // [{ kind: 'name', text: 'y' }, { kind: 'sign', text: '~' }, { kind: 'number', text: '1' }]
 */
export function tokensOf(text: string): readonly Token[] | FormulaError {
  const tokens: Token[] = []
  const trimmed = text.trim()
  pattern.lastIndex = 0
  while (pattern.lastIndex < trimmed.length) {
    const from = pattern.lastIndex
    const match = pattern.exec(trimmed)
    if (match === null) return formulaError('unexpected', trimmed.slice(from).trim().slice(0, 12))
    const [, name, quoted, number, sign] = match
    if (name !== undefined || quoted !== undefined) tokens.push({ kind: 'name', text: name ?? quoted ?? '' })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return tokens
}
