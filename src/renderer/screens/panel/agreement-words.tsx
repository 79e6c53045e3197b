import type { Locale } from '#contract/error-sentences.ts'
import { statisticsSentence } from '#contract/statistics-sentences.ts'
import type { ScoreAgreement } from '#domain/panel/score-agreement.ts'
import type { Outcome } from '#domain/statistics/outcome.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable, TableHead } from '#renderer/ui/plain-table.tsx'
import styles from './panel.module.css'

interface AgreementProps {
  readonly title: string
  readonly agreement: ScoreAgreement
  /** Who stands behind the ids. */
  readonly names: Readonly<Record<string, string>>
}

/** How far raters agree: in words, then who stands higher or lower, then the coefficients with what they are. */
export function AgreementPanel({ title, agreement, names }: AgreementProps) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const { icc, iccMethod, alpha, kappa, levels, typicalDistance, cases } = agreement
  const verdict = icc.kind === 'value' ? verdictOf(icc.value) : 'unknown'
  const known = levels.flatMap((one) => (one.difference === null ? [] : [{ ...one, difference: one.difference }]))
  const figures = [
    {
      name: t(`panel.icc-${iccMethod}`),
      value: icc,
      range:
        icc.kind === 'value' && icc.interval.kind === 'value'
          ? `${format.number(icc.interval.low, 2)} – ${format.number(icc.interval.high, 2)}`
          : icc.kind === 'value'
            ? reasonOf(icc.interval, locale)
            : '',
    },
    { name: t('panel.alpha'), value: alpha, range: '' },
    {
      name: t('panel.kappa'),
      value: kappa,
      range: kappa.kind === 'value' && !kappa.informative ? t('panel.notInformative') : '',
    },
  ]
  return (
    <Panel title={title}>
      <p className={styles.lead}>
        <b>{t(`panel.verdict-${verdict}`)}</b>{' '}
        {typicalDistance === null
          ? t('panel.noPairs')
          : t('panel.distance', { points: format.number(typicalDistance, 1), count: cases })}
      </p>
      {known.length === 0 ? null : (
        <PlainTable>
          <TableHead
            columns={[
              { name: t('panel.rater') },
              { name: t('panel.inCommon'), isFigure: true },
              { name: t('panel.difference'), isFigure: true },
              { name: t('panel.inWords') },
            ]}
          />
          <tbody>
            {known
              .toSorted((a, b) => b.difference - a.difference)
              .map(({ rater, cases: shared, difference }) => (
                <tr key={rater}>
                  <td>{names[rater] ?? rater}</td>
                  <td data-align="right">{format.number(shared)}</td>
                  <td data-align="right">{format.signed(difference, 1)}</td>
                  <td>{t(`panel.level-${levelOf(difference)}`)}</td>
                </tr>
              ))}
          </tbody>
        </PlainTable>
      )}
      <details className={styles.details}>
        <summary>{t('panel.figures')}</summary>
        <PlainTable>
          <TableHead
            columns={[
              { name: t('panel.figure') },
              { name: t('panel.value'), isFigure: true },
              { name: t('panel.range') },
            ]}
          />
          <tbody>
            {figures.map(({ name, value, range }) => (
              <tr key={name}>
                <td>{name}</td>
                <td data-align="right">{value.kind === 'value' ? format.number(value.value, 2) : t('panel.none')}</td>
                <td>{value.kind === 'value' ? range : reasonOf(value, locale)}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
        <p className={styles.text}>{t('panel.figuresText')}</p>
      </details>
    </Panel>
  )
}

/** Why there is no figure, in a sentence. */
function reasonOf(outcome: Outcome<object>, locale: Locale): string {
  if (outcome.kind === 'value') return ''
  return statisticsSentence(
    outcome.kind === 'cannot-tell' ? outcome : { because: outcome.kind, n: outcome.n, required: outcome.required },
    locale,
  )
}

/** Koo and Li 2016. */
function verdictOf(icc: number): 'poor' | 'moderate' | 'good' | 'excellent' {
  if (icc < 0.5) return 'poor'
  if (icc < 0.75) return 'moderate'
  return icc < 0.9 ? 'good' : 'excellent'
}

/** Two points are within what nobody notices on a scale of a hundred. */
const noticed = 2

function levelOf(difference: number): 'higher' | 'lower' | 'same' {
  if (Math.abs(difference) < noticed) return 'same'
  return difference > 0 ? 'higher' : 'lower'
}
