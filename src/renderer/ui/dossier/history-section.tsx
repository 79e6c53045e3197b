import type { Dossier } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Sparkline } from '#renderer/ui/sparkline.tsx'
import styles from './dossier.module.css'
import { scoreText } from './score-text.ts'
import { DossierSection } from './section.tsx'

const numerals = ['I', 'II', 'III', 'IV'] as const

/** "TW III 26" under a point of the line: the year stands where it changes. */
function shortName(entry: Dossier['history'][number], before: Dossier['history'][number] | undefined): string {
  const year = before?.year === entry.year ? '' : ` ${entry.year}`
  if (entry.kind === 'annual') return String(entry.year)
  if (entry.kind === 'quarterly') return `${numerals[entry.ordinal - 1] ?? ''}${year}`
  return `${String(entry.ordinal).padStart(2, '0')}${year === '' ? '' : `/${entry.year}`}`
}

/** The person over the periods: a line, and its table twin. */
export function HistorySection({ dossier }: { readonly dossier: Dossier }) {
  const t = useT()
  const format = useFormat()
  const { history, scoring } = dossier
  const points = history.map((entry, index) => ({
    label: shortName(entry, history[index - 1]),
    value: entry.workScore,
  }))
  const drawn = points.filter((point) => point.value !== null).length > 1
  return (
    <DossierSection title={t('dossier.history')}>
      {drawn ? <Sparkline points={points} /> : <p className={styles.muted}>{t('dossier.historyNone')}</p>}
      <details className={styles.arithmetic}>
        <summary>{t('dossier.historyTable')}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('dossier.historyPeriod')}</th>
              <th scope="col" className={styles.number}>
                {t('dossier.historyWork')}
              </th>
              <th scope="col" className={styles.number}>
                {t('dossier.historyBehaviour')}
              </th>
              <th scope="col">{t('dossier.historyPredicate')}</th>
              <th scope="col">{t('dossier.historySupervisor')}</th>
            </tr>
          </thead>
          <tbody>
            {history.map((entry) => {
              const predicate = entry.finalPredicate ?? entry.predicate
              return (
                <tr key={entry.id}>
                  <td>{entry.name}</td>
                  <td className={styles.number}>
                    {entry.workScore === null
                      ? t('ui.notRated')
                      : scoreText(format, entry.workScore, scoring.workBands)}
                  </td>
                  <td className={styles.number}>
                    {entry.behaviourScore === null
                      ? t('ui.notRated')
                      : scoreText(format, entry.behaviourScore, scoring.behaviourBands)}
                  </td>
                  <td>{predicate === null ? t('dossier.noPredicate') : t(`ui.${predicate}`)}</td>
                  <td>{entry.supervisor ?? t('dossier.supervisorNone')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </details>
    </DossierSection>
  )
}
