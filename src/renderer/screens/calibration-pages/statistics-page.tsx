import { modelSentence, workspaceFindingSentence } from '#contract/calibration-words.ts'
import type { CalibrationFinding } from '#domain/calibration/calibration-finding.ts'
import type { ShownResult } from '#domain/calibration/shown-result.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import { type Translate, useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { Panel, PanelWords } from '#renderer/ui/panel.tsx'
import styles from './calibration-pages.module.css'
import { Assumptions, FigureTable } from './deeper.tsx'
import type { Shown } from './screen.tsx'

/** Model, assumptions and figures behind every page, for whoever signs the calibration. */
export function StatisticsPage({ shown }: { readonly shown: Shown }) {
  const t = useT()
  const format = useFormat()
  const { result } = shown
  return (
    <>
      <Model result={result} />
      <div className={styles.columns}>
        <Panel title={t('calibrationPages.fixedTitle')} flush>
          <Fixed result={result} />
        </Panel>
        <Panel title={t('calibrationPages.variancesTitle')} flush>
          <Variances result={result} />
        </Panel>
      </div>
      <Limits result={result} />
      <Panel title={t('calibrationPages.assumptionsTitle')} flush>
        <Assumptions sentences={assumptionsOf(result, t, format)} />
      </Panel>
      <Identity shown={shown} />
    </>
  )
}

interface ResultProps {
  readonly result: ShownResult
}

function Model({ result }: ResultProps) {
  const t = useT()
  const locale = useLocale()
  const { counts, panel } = result
  return (
    <Panel title={t('calibrationPages.modelTitle')}>
      <p className={styles.problem}>{modelSentence(result.model, locale)}</p>
      <p className={styles.problem}>{t('calibrationPages.modelCounts', { ...counts })}</p>
      {panel.scores === 0 ? null : (
        <p className={styles.problem}>
          {t('calibrationPages.modelPanel', {
            scores: panel.scores,
            employees: panel.employees,
            teams: panel.teams,
            panelists: panel.panelists,
          })}
        </p>
      )}
    </Panel>
  )
}

const isPanelist = (term: string): boolean => term.startsWith('panelist ')

function Fixed({ result }: ResultProps) {
  const t = useT()
  const format = useFormat()
  const { fixed } = result.model
  if (fixed.length === 0) return <PanelWords>{t('calibrationPages.notEnough')}</PanelWords>
  const panelists = fixed.filter(({ term }) => isPanelist(term)).map(({ term }) => term)
  // Panelists stand under numbers: who was how severe is nobody's business here.
  const written = (term: string): string =>
    isPanelist(term) ? t('calibrationPages.panelist', { number: panelists.indexOf(term) + 1 }) : term
  return (
    <FigureTable
      columns={[
        { header: t('calibrationPages.term') },
        { header: t('calibrationPages.estimate'), isFigure: true },
        { header: t('calibrationPages.se'), isFigure: true },
      ]}
      rows={fixed.map(({ term, estimate, se }) => ({
        id: term,
        cells: [<code key="term">{written(term)}</code>, format.number(estimate, 3), format.number(se, 3)],
      }))}
    />
  )
}

function Variances({ result }: ResultProps) {
  const t = useT()
  const format = useFormat()
  const { model, reliability, ceiling } = result
  const { panelVariances, supervisorVariance, residualVariance } = model
  const figure = (value: number | null): string =>
    value === null ? t('calibrationPages.notEnough') : format.number(value, 2)
  const rows: readonly (readonly [string, string])[] = [
    ...(panelVariances === null
      ? ([
          [t('calibrationPages.varianceSupervisor'), figure(supervisorVariance)],
          [t('calibrationPages.varianceResidual'), figure(residualVariance)],
        ] as const)
      : ([
          [t('calibrationPages.varianceLeniency'), figure(panelVariances.leniency)],
          [t('calibrationPages.varianceTeam'), figure(panelVariances.team)],
          [t('calibrationPages.varianceEmployee'), figure(panelVariances.employee)],
          [t('calibrationPages.varianceResidual'), figure(panelVariances.supervisorResidual)],
          [t('calibrationPages.variancePanelResidual'), figure(panelVariances.panelResidual)],
        ] as const)),
    [t('calibrationPages.logLik'), figure(model.logLik)],
    [
      t('calibrationPages.psi'),
      `${format.number(model.psi.value, 2)} (${t(`calibrationPages.psi-${model.psi.source}`)})`,
    ],
    [
      t('calibrationPages.reliability'),
      `${format.number(reliability.value, 2)} (${t(
        reliability.kind === 'computed' ? 'calibrationPages.reliability-value' : 'calibrationPages.reliability-assumed',
      )})`,
    ],
    [t('calibrationPages.ceiling'), format.percent(ceiling.share)],
  ]
  return (
    <FigureTable
      columns={[{ header: t('calibrationPages.figure') }, { header: t('calibrationPages.value'), isFigure: true }]}
      rows={rows.map((cells) => ({ id: cells[0], cells }))}
    />
  )
}

/** Findings about the result as a whole: what limits it and what it takes for granted. */
const wholeCodes: ReadonlySet<CalibrationFinding['code']> = new Set([
  'not-fitted',
  'fallback',
  'no-evidence',
  'no-difference',
  'few-supervisors',
  'ceiling',
  'without-score',
  'without-achievement',
  'dropped-columns',
  'panelists-unconnected',
  'panel-scores-unknown',
  'inflation',
  'inflation-hint',
  'psi-assumed',
  'reliability-assumed',
])

const asIs = (id: string): string => id
const ids = { employee: asIs, supervisor: asIs, panelist: asIs }

function Limits({ result }: ResultProps) {
  const t = useT()
  const locale = useLocale()
  const findings = result.findings.filter(({ code }) => wholeCodes.has(code))
  if (findings.length === 0) return null
  return (
    <Panel title={t('calibrationPages.findingsTitle')} flush>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li key={finding.code}>{workspaceFindingSentence(finding, locale, ids)}</li>
        ))}
      </ul>
    </Panel>
  )
}

function assumptionsOf({ options }: ShownResult, t: Translate, format: Formatters): string[] {
  const { flag, evidence } = options
  return [
    t('calibrationPages.assumption1'),
    t('calibrationPages.assumption2'),
    t('calibrationPages.assumption3', {
      interval: format.percent(options.interval, 0),
      q: format.number(flag.q, 2),
      points: flag.points,
      probablePoints: flag.probablePoints,
      probability: format.percent(flag.probability, 0),
    }),
    t('calibrationPages.assumption4', {
      people: evidence.people,
      reliabilityLimit: format.number(evidence.reliability, 2),
      missing: format.percent(evidence.achievementMissing, 0),
      roundTo: options.roundTo,
      mostShift: options.mostShift,
    }),
    t('calibrationPages.assumption5'),
    t('calibrationPages.evidence'),
  ]
}

function Identity({ shown }: { readonly shown: Shown }) {
  const t = useT()
  const { run, result } = shown
  const hash = run.dimensions.find(({ dimension }) => dimension === result.dimension)?.inputsHash ?? ''
  return (
    <Panel title={t('calibrationPages.identityTitle')} note={t('calibrationPages.identityNote')} heading="block" flush>
      <FigureTable
        columns={[{ header: t('calibrationPages.figure') }, { header: t('calibrationPages.value') }]}
        rows={[
          { id: 'model', cells: [t('calibrationPages.modelVersion'), result.modelVersion] },
          { id: 'engine', cells: [t('calibrationPages.engineVersion'), run.engineVersion] },
          {
            id: 'hash',
            cells: [
              t('calibrationPages.inputsHash'),
              <span key="hash" className={styles.hash}>
                {hash}
              </span>,
            ],
          },
        ]}
      />
    </Panel>
  )
}
