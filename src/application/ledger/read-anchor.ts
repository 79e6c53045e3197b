import { AppError } from '#domain/app-error.ts'
import { type Anchor, parseAnchor } from '#domain/ledger/anchor.ts'

/** The anchor in what somebody typed; nothing typed is no anchor. Refused: E-ANCHOR-DIGITS, E-ANCHOR-COUNT, E-ANCHOR-CHECK. */
export function readAnchor(typed: string | null): Anchor | null {
  if (typed === null || typed.trim() === '') return null
  const parsed = parseAnchor(typed)
  switch (parsed.kind) {
    case 'anchor':
      return parsed.anchor
    case 'digits':
      throw new AppError('E-ANCHOR-DIGITS', { found: parsed.found })
    case 'count':
      throw new AppError('E-ANCHOR-COUNT')
    case 'check':
      throw new AppError('E-ANCHOR-CHECK')
  }
}
