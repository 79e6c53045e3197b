import type { DossierIndex } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import styles from './dossier.module.css'

export interface IndexArithmeticProps {
  readonly label: string
  readonly index: DossierIndex
  readonly cap: number
  readonly open?: boolean
}

/** The achievement index of one indicator; opens to its arithmetic. */
export function IndexArithmetic({ label, index, cap, open = false }: IndexArithmeticProps) {
  const t = useT()
  const format = useFormat()
  if (index.kind === 'none') {
    return <p className={styles.muted}>{t('dossier.indexNone', { why: t(`dossier.why-${index.why}`) })}</p>
  }
  return (
    <details className={styles.arithmetic} open={open}>
      <summary aria-label={t('dossier.indexOpen', { label })}>
        {t('dossier.indexTitle', { value: format.number(index.value, 2) })}
      </summary>
      {index.kind === 'override' ? (
        <p>
          {t('dossier.ruleOverride', { value: format.number(index.value, 2), reason: index.reason })}{' '}
          {index.computed === null
            ? null
            : t('dossier.ruleOverrideComputed', { value: format.number(index.computed, 2) })}
        </p>
      ) : (
        <p>
          {t(`dossier.rule-${index.rule}`, {
            realisation: index.realisation,
            against: index.against,
            unclipped: format.number(index.unclipped, 2),
          })}
          {index.unclipped === index.value
            ? null
            : `; ${t('dossier.ruleClipped', { cap, value: format.number(index.value, 2) })}`}
        </p>
      )}
      <p>{t('dossier.indexAdvice')}</p>
    </details>
  )
}
