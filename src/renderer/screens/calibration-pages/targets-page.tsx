import { IconTargetArrow } from '@tabler/icons-react'
import type { CalibratedSupervisor } from '#domain/calibration/calibration-result.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { ComparisonChart } from '#renderer/ui/charts/comparison-chart.tsx'
import type { ComparisonRow } from '#renderer/ui/charts/comparison-plot.ts'
import { EmptyState } from '#renderer/ui/states.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import { Deeper, FigureTable } from './deeper.tsx'
import { pWords } from './figure-words.ts'
import { namesOf } from './names-of.ts'
import { PageWords } from './page-words.tsx'
import type { Shown } from './screen.tsx'

/** Largest share first; teams that cannot be compared last. */
const byShare = (a: CalibratedSupervisor, b: CalibratedSupervisor): number =>
  (b.targets.comparison?.share ?? -1) - (a.targets.comparison?.share ?? -1)

/** Whether a supervisor's targets may have been too easy: who reaches the highest achievement that counts, here and elsewhere. */
export function TargetsPage({ shown }: { readonly shown: Shown }) {
  const t = useT()
  const format = useFormat()
  const go = useGo()
  const names = namesOf(shown)
  const supervisors = shown.result.supervisors.toSorted(byShare)
  const compared = supervisors.filter(({ targets }) => targets.comparison !== null)
  const soft = compared.filter(({ targets }) => targets.comparison?.isSoft === true)
  if (compared.length === 0) {
    return (
      <EmptyState icon={IconTargetArrow} title={t('calibrationPages.targetsNothing')}>
        {t('calibrationPages.targetsAssumption2')}
      </EmptyState>
    )
  }
  return (
    <>
      <PageWords
        known={knownSentences(shown, { soft, few: supervisors.length - compared.length }, t, format)}
        unknown={[t('calibrationPages.targetsUnknown')]}
        todo={[t(soft.length === 0 ? 'calibrationPages.targetsTodoNone' : 'calibrationPages.targetsTodo')]}
      />
      {isReached(shown) ? (
        <ComparisonChart
          title={
            soft.length === 0
              ? t('calibrationPages.targetsTitleNone')
              : t('calibrationPages.targetsTitleSoft', { count: soft.length })
          }
          note={t('calibrationPages.targetsNote')}
          alternative={t('calibrationPages.targetsAlternative')}
          rows={supervisors.map((one) => rowOf(one, names))}
          axis={{ min: 0, max: 100, step: 20 }}
          onSelect={(supervisor) => go('calibration', { supervisor })}
          valueHeader={t('calibrationPages.targetsValue')}
          valueLegend={t('calibrationPages.targetsLegend')}
          secondLegend={t('calibrationPages.targetsElsewhere')}
          flaggedLegend={t('calibrationPages.targetsFlagged')}
          fileName="target-mudah"
        />
      ) : null}
      <Statistics shown={shown} supervisors={compared} />
    </>
  )
}

/** Whether anybody reaches the highest achievement at all: without it every share is zero, and a chart of zeros says nothing. */
const isReached = ({ result }: Shown): boolean => result.supervisors.some(({ targets }) => targets.atCap > 0)

function rowOf({ supervisor, targets }: CalibratedSupervisor, names: ReturnType<typeof namesOf>): ComparisonRow {
  const { name, unitName } = names.supervisor(supervisor)
  const head = { id: supervisor, name, unit: unitName, n: targets.people }
  if (targets.comparison === null) return { ...head, value: null }
  const { share, elsewhere, isSoft } = targets.comparison
  return { ...head, value: share * 100, second: elsewhere * 100, flagged: isSoft }
}

interface Compared {
  readonly soft: readonly CalibratedSupervisor[]
  /** Teams too small to be compared. */
  readonly few: number
}

function knownSentences(shown: Shown, { soft, few }: Compared, t: Translate, format: Formatters): string[] {
  const names = namesOf(shown)
  const cap = shown.result.options.achievementCap
  const found = soft.flatMap(({ supervisor, targets: { comparison } }) =>
    comparison === null
      ? []
      : [
          t('calibrationPages.targetsSoft', {
            name: names.supervisor(supervisor).name,
            share: format.percent(comparison.share, 0),
            elsewhere: format.percent(comparison.elsewhere, 0),
            cap,
          }),
        ],
  )
  return [
    ...(found.length > 0
      ? found
      : [t(isReached(shown) ? 'calibrationPages.targetsNone' : 'calibrationPages.targetsNobody', { cap })]),
    ...(few === 0 ? [] : [t('calibrationPages.targetsFew', { count: few })]),
  ]
}

interface StatisticsProps {
  readonly shown: Shown
  readonly supervisors: readonly CalibratedSupervisor[]
}

function Statistics({ shown, supervisors }: StatisticsProps) {
  const t = useT()
  const format = useFormat()
  const names = namesOf(shown)
  return (
    <Deeper
      assumptions={[
        t('calibrationPages.targetsAssumption1', { q: format.number(shown.result.options.flag.q, 2) }),
        t('calibrationPages.targetsAssumption2'),
      ]}
    >
      <FigureTable
        columns={[
          { header: t('calibrationPages.supervisor') },
          { header: t('calibrationPages.people'), isFigure: true },
          { header: t('calibrationPages.atCap'), isFigure: true },
          { header: t('calibrationPages.targetsLegend'), isFigure: true },
          { header: t('calibrationPages.targetsElsewhere'), isFigure: true },
          { header: t('calibrationPages.pValue'), isFigure: true },
          { header: t('calibrationPages.qValue'), isFigure: true },
        ]}
        rows={supervisors.flatMap(({ supervisor, targets: { people, atCap, comparison } }) =>
          comparison === null
            ? []
            : [
                {
                  id: supervisor,
                  cells: [
                    names.supervisor(supervisor).name,
                    format.number(people),
                    format.number(atCap),
                    format.percent(comparison.share),
                    format.percent(comparison.elsewhere),
                    pWords(comparison.p, format),
                    pWords(comparison.q, format),
                  ],
                },
              ],
        )}
      />
    </Deeper>
  )
}
