import { IconCheck, IconCircleCheck, IconClock, IconMessageCircle } from '@tabler/icons-react'
import type { Dossier } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { PredicateMark } from '#renderer/ui/predicate.tsx'
import { State } from '#renderer/ui/tag.tsx'
import styles from './dossier.module.css'

const states = {
  none: { tone: 'attention', icon: IconClock },
  keep: { tone: 'neutral', icon: IconCheck },
  change: { tone: 'confirmed', icon: IconCircleCheck },
  proposal: { tone: 'information', icon: IconMessageCircle },
} as const

/** Under the name: post, supervisor and unit, then one line of truth: predicate now, before, state. */
export function DossierTruth({ dossier }: { readonly dossier: Dossier }) {
  const t = useT()
  const format = useFormat()
  const { placement, supervisor, supervisions, state } = dossier
  const predicate = state.finalPredicate ?? state.predicate
  const { tone, icon } = states[state.decision]
  // Nothing is awaited of somebody who is not rated here.
  const waits = placement?.rated !== false
  return (
    <>
      <span className={styles.lines}>
        {[placement?.post, placement?.grade].filter((part) => part !== undefined && part !== '').join(' · ')}
      </span>
      <span className={styles.lines}>
        {supervisor === null
          ? t('dossier.supervisorNone')
          : t('dossier.supervisorLine', { supervisor: supervisor.name, unit: placement?.unitName ?? '' })}
      </span>
      {supervisions.length < 2 ? null : (
        <span className={styles.lines}>
          {t('dossier.supervisorChanges', {
            list: supervisions
              .map(({ supervisor: { name }, fromDate, toDate }) => {
                if (toDate !== null) return t('dossier.supervisorUntil', { name, date: format.date(toDate) })
                if (fromDate !== null) return t('dossier.supervisorFrom', { name, date: format.date(fromDate) })
                return name
              })
              .join('; '),
          })}
        </span>
      )}
      {placement?.rated === false ? (
        <span className={styles.lines}>{t('dossier.notRated', { reason: placement.excludedBecause })}</span>
      ) : null}
      <span className={styles.truth}>
        {predicate !== null ? (
          <PredicateMark value={predicate} />
        ) : waits ? (
          <span>{t('dossier.noPredicate')}</span>
        ) : null}
        {state.previous === null ? null : (
          <span>
            {t('dossier.previous', {
              period: state.previous.periodName,
              predicate: t(`ui.${state.previous.predicate}`),
            })}
          </span>
        )}
        {waits || state.decision !== 'none' ? (
          <State tone={tone} icon={icon}>
            {t(`dossier.state-${state.decision}`)}
          </State>
        ) : null}
      </span>
    </>
  )
}
