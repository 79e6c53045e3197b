import type { CallOutput } from '#contract/contracts.ts'
import { leniencyPrecision } from '#domain/panel/size-advice.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { PlainTable, TableHead } from '#renderer/ui/plain-table.tsx'

export type Advice = CallOutput<'panel.advice'>

/** Half the width of the 90 % interval of a leniency with so many dossiers, in points; null where there is no list yet. */
export function precisionOf({ teams, variances }: Advice, dossiers: number, perDossier: number): number | null {
  const people = teams.reduce((sum, size) => sum + size, 0)
  if (teams.length === 0 || dossiers < 0 || dossiers > people || !Number.isInteger(dossiers)) return null
  return leniencyPrecision(teams, dossiers, perDossier, variances)
}

/** "With 24 dossiers you will know leniency to ± 3,1 points", and what it was computed from. */
export function AdviceSentence(props: {
  readonly advice: Advice
  readonly dossiers: number
  readonly perDossier: number
}) {
  const t = useT()
  const format = useFormat()
  const { advice, dossiers, perDossier } = props
  const [now, without] = [precisionOf(advice, dossiers, perDossier), precisionOf(advice, 0, perDossier)]
  if (now === null || without === null) return null
  const { required, variances } = advice
  const missing = Math.max(Math.ceil(required.scores / perDossier), required.teams)
  const words = { count: dossiers, points: format.number(now, 1), without: format.number(without, 1) }
  return (
    <p aria-live="polite">
      <b>{t('panel.adviceSentence', words)}</b> {t('panel.adviceWithout', words)}{' '}
      {t(`panel.adviceSource-${variances.source}`)}{' '}
      {dossiers < missing ? t('panel.adviceTooFew', { count: missing, teams: required.teams }) : null}
    </p>
  )
}

/** The same for other sizes. */
export function AdviceTable(props: {
  readonly advice: Advice
  readonly perDossier: number
  readonly current: number | null
}) {
  const t = useT()
  const format = useFormat()
  const { advice, perDossier, current } = props
  const people = advice.teams.reduce((sum, size) => sum + size, 0)
  const tenth = Math.ceil(people / 10)
  const sizes = [...new Set([0, 12, 24, 36, 48, tenth, 2 * tenth, 3 * tenth, current ?? 0])]
    .filter((size) => size <= people)
    .toSorted((a, b) => a - b)
  return (
    <PlainTable>
      <TableHead
        columns={[
          { name: t('panel.dossiers'), isFigure: true },
          { name: t('panel.share'), isFigure: true },
          { name: t('panel.precision'), isFigure: true },
        ]}
      />
      <tbody>
        {sizes.map((size) => {
          const points = precisionOf(advice, size, perDossier)
          return (
            <tr key={size} aria-current={size === current ? 'true' : undefined}>
              <td data-align="right">{size === 0 ? t('panel.withoutPanel') : format.number(size)}</td>
              <td data-align="right">{people === 0 ? '' : format.percent(size / people, 0)}</td>
              <td data-align="right">{points === null ? '' : `±\u00a0${format.number(points, 1)}`}</td>
            </tr>
          )
        })}
      </tbody>
    </PlainTable>
  )
}
