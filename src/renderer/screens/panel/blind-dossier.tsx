import { useT } from '#renderer/i18n/i18n.ts'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './panel.module.css'
import type { SheetContent } from './score-sheet.tsx'

type Dossier = SheetContent['dossiers'][number]

/** The work of somebody who stays unknown: results, targets and what became of them, evidence, feedback. */
export function BlindDossierView({ dossier }: { readonly dossier: Dossier }) {
  const t = useT()
  const { results, feedback } = dossier
  return (
    <>
      {results.length === 0 ? <p className={styles.text}>{t('panel.noPlan')}</p> : null}
      {results.map((result) => (
        <section key={result.number} className={styles.result}>
          <h2>
            {t('panel.result', { number: result.number })}{' '}
            {result.kind === 'additional' ? <Tag>{t('panel.additional')}</Tag> : null}
          </h2>
          <p>{result.statement}</p>
          {result.realisation === '' ? null : (
            <p className={styles.text}>
              {t('panel.realisation')}: {result.realisation}
            </p>
          )}
          {result.indicators.length === 0 ? null : <Indicators indicators={result.indicators} />}
        </section>
      ))}
      {feedback.length === 0 ? null : (
        <section className={styles.result}>
          <h2>{t('panel.feedback')}</h2>
          <ul>
            {feedback.map(({ about, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no names of their own and never change places.
              <li key={index}>
                {about === '' ? null : <b>{about}: </b>}
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Indicators({ indicators }: Pick<Dossier['results'][number], 'indicators'>) {
  const t = useT()
  return (
    <PlainTable long>
      <thead>
        <tr>
          <th scope="col">{t('panel.indicator')}</th>
          <th scope="col">{t('panel.target')}</th>
          <th scope="col">{t('panel.realisation')}</th>
          <th scope="col">{t('panel.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((one) => (
          <tr key={one.number}>
            <td>{one.statement === '' ? one.number : one.statement}</td>
            <td>{[one.target, one.unitOfMeasure].filter((part) => part !== '').join(' ') || t('panel.empty')}</td>
            <td>{one.realisation === '' ? t('panel.empty') : one.realisation}</td>
            <td>{one.evidence === '' ? t('panel.empty') : one.evidence}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  )
}
