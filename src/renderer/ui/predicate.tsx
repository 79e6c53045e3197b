import type { OrganisationPredicate, Predicate } from '#domain/model/levels.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { cx } from './cx.ts'
import styles from './predicate.module.css'

/** 1 (very poor) … 5 (very good, excellent). */
export const predicateRank = {
  'very-poor': 1,
  poor: 2,
  'needs-improvement': 3,
  good: 4,
  'very-good': 5,
  excellent: 5,
} as const satisfies Record<Predicate | OrganisationPredicate, 1 | 2 | 3 | 4 | 5>

export interface PredicateMarkProps {
  readonly value: Predicate | OrganisationPredicate
  /** `cell` in grids, `large` for the resulting predicate of a decision. */
  readonly size?: 'cell' | 'normal' | 'large'
  readonly strong?: boolean
}

const places = [1, 2, 3, 4, 5] as const

/** Five rising bars give the rank without colour; bars 1…k carry the colour of step k. */
export function PredicateBars({
  value,
  width = 24,
}: {
  readonly value: Predicate | OrganisationPredicate
  readonly width?: number
}) {
  const rank = predicateRank[value]
  return (
    <svg className={styles.bars} width={width} height={width / 2} viewBox="0 0 24 12" aria-hidden="true">
      {places.map((place) =>
        place <= rank ? (
          <rect
            key={place}
            className={styles[`p${rank}`]}
            x={(place - 1) * 5 + 0.5}
            y={10.5 - place * 2}
            width="3"
            height={1 + place * 2}
          />
        ) : (
          <rect key={place} className={styles.off} x={(place - 1) * 5} y="10" width="4" height="2" />
        ),
      )}
    </svg>
  )
}

/** Bars and word: `<PredicateMark value="very-good" />`. The word is always there. */
export function PredicateMark({ value, size = 'normal', strong = false }: PredicateMarkProps) {
  const t = useT()
  return (
    <span
      className={cx(
        styles.predicate,
        size === 'cell' && styles.cell,
        size === 'large' && styles.large,
        strong && styles.strong,
      )}
    >
      <PredicateBars value={value} width={size === 'large' ? 44 : 24} />
      <span>{t(`ui.${value}`)}</span>
    </span>
  )
}
