import type { ExpectationLevel } from '#domain/model/levels.ts'
import { useT } from '#renderer/i18n/i18n.ts'

export interface LevelProps {
  readonly value: ExpectationLevel
  /** Bold: the official level differs from the suggestion. */
  readonly differs?: boolean
  /** The whole term instead of the short word. */
  readonly full?: boolean
}

/** "Di bawah", "Sesuai", "Di atas": the short word, with the whole term as its tooltip. */
export function Level({ value, differs = false, full = false }: LevelProps) {
  const t = useT()
  const whole = t(`ui.${value}Full`)
  const word = full ? whole : t(`ui.${value}`)
  return differs ? <b title={whole}>{word}</b> : <span title={whole}>{word}</span>
}
