import { useState } from 'react'
import type { Dossier } from '#contract/dossier.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { LevelReason } from './behaviour-section.tsx'
import styles from './dossier.module.css'
import { scoreText } from './score-text.ts'
import { DossierSection } from './section.tsx'

export interface ScoresSectionProps {
  readonly dossier: Dossier
  readonly open?: boolean
}

/** The supervisor's scores with their whole arithmetic, from weights to predicate. */
export function ScoresSection({ dossier, open = false }: ScoresSectionProps) {
  const t = useT()
  const format = useFormat()
  const [opened, setOpened] = useState(open)
  const { work, behaviour, state, scoring } = dossier
  const study = dossier.placement?.studyFailed ?? null
  const score = work.score === null ? null : scoreText(format, work.score, scoring.workBands)
  return (
    <DossierSection
      title={t('dossier.scores')}
      aside={
        <TextLink expanded={opened} onClick={() => setOpened(!opened)}>
          {t(opened ? 'dossier.closeArithmetic' : 'dossier.openArithmetic')}
        </TextLink>
      }
    >
      <dl className={styles.figures}>
        <div>
          <dt>{t('dossier.workScore')}</dt>
          <dd>{score ?? t('dossier.incomplete', { scored: work.scored, planned: work.planned })}</dd>
        </div>
        <div>
          <dt>{t('dossier.official')}</dt>
          <dd>{work.official === null ? t('ui.notRated') : t(`ui.${work.official}`)}</dd>
        </div>
        <div>
          <dt>{t('dossier.achievement')}</dt>
          <dd>{work.achievementIndex === null ? t('ui.notEnough') : format.number(work.achievementIndex, 1)}</dd>
        </div>
      </dl>
      {state.printedPredicate !== null && state.predicate !== null && state.printedPredicate !== state.predicate ? (
        <Banner tone="attention">
          {t('dossier.conflict', {
            printed: t(`ui.${state.printedPredicate}`),
            predicate: t(`ui.${state.predicate}`),
          })}
        </Banner>
      ) : null}
      {opened ? (
        <div className={styles.arithmetic}>
          <WorkTable dossier={dossier} />
          <p>{t('dossier.bands', { ...scoring.workBands })}</p>
          <LevelReason official={work.official} suggested={work.suggested} reason={work.reason} />
          <p>
            {work.official === null || behaviour.official === null || state.predicate === null
              ? t('dossier.quadrantMissing')
              : t('dossier.quadrant', {
                  work: t(`ui.${work.official}Full`).toLowerCase(),
                  behaviour: t(`ui.${behaviour.official}Full`).toLowerCase(),
                  predicate: t(`ui.${state.predicate}`),
                })}
          </p>
          {study === null ? null : <p>{t('dossier.quadrantStudy', { predicate: t(`ui.${study}`) })}</p>}
        </div>
      ) : null}
    </DossierSection>
  )
}

function WorkTable({ dossier }: { readonly dossier: Dossier }) {
  const t = useT()
  const format = useFormat()
  const results = dossier.plan?.results ?? []
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('dossier.columnResult')}</th>
          <th scope="col" className={styles.number}>
            {t('dossier.columnWeight')}
          </th>
          <th scope="col" className={styles.number}>
            {t('dossier.columnScore')}
          </th>
          <th scope="col" className={styles.number}>
            {t('dossier.columnContribution')}
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.id}>
            <td>
              {t('dossier.result', { number: result.number })} ({t(`dossier.${result.kind}`)})
            </td>
            <td className={styles.number}>{result.weight === null ? '' : `${format.number(result.weight)}%`}</td>
            <td className={styles.number}>
              {result.score === null ? t('ui.notRated') : format.number(result.score, 2)}
            </td>
            <td className={styles.number}>
              {result.contribution === null ? '' : format.number(result.contribution, 2)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('dossier.columnTotal')}</td>
          <td className={styles.number}>{results.every((result) => result.weight !== null) ? '100%' : ''}</td>
          <td />
          <td className={styles.number}>
            {dossier.work.score === null
              ? t('dossier.incomplete', { scored: dossier.work.scored, planned: dossier.work.planned })
              : scoreText(format, dossier.work.score, dossier.scoring.workBands)}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
