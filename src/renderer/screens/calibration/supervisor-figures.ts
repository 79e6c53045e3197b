import { notEnoughSentence } from '#contract/calibration-sentences.ts'
import { workspaceFindingSentence } from '#contract/calibration-words.ts'
import type { CalibratedCase, CalibratedSupervisor } from '#domain/calibration/calibration-result.ts'
import { scoreOf } from '#domain/calibration/shown-result.ts'
import type { Outcome } from '#domain/statistics/outcome.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import type { Calibrated } from './calibrated.ts'
import { namesOf } from './term-words.ts'

export type FigureRow = readonly [name: string, value: string]

/** Everything the calibration says about one supervisor, in sentences; what is not known comes as a sentence too. */
export function supervisorSentences(
  calibrated: Calibrated,
  one: CalibratedSupervisor,
  t: Translate,
  { locale }: Formatters,
): readonly string[] {
  const { findings, options } = calibrated.result
  const words = namesOf(calibrated, t)
  const about = findings.filter(
    (finding) => 'supervisor' in finding && finding.supervisor === one.supervisor && !('employee' in finding),
  )
  const limits = findings.filter(({ code }) => code === 'no-evidence')
  const said = [
    ...about.map((finding) => workspaceFindingSentence(finding, locale, words)),
    ...one.notEnough.map((reason) => notEnoughSentence(reason, options.evidence, locale)),
  ]
  return [
    ...(said.length === 0 ? [t('calibration.supervisorAligned')] : said),
    ...(one.flag === null ? [] : limits.map((finding) => workspaceFindingSentence(finding, locale, words))),
  ]
}

/** Leniency with its interval and how sure it is; empty where it cannot be told. */
export function leniencyRows(
  { result }: Calibrated,
  { leniency, quality, alternatives }: CalibratedSupervisor,
  t: Translate,
  format: Formatters,
): readonly FigureRow[] {
  if (leniency.kind !== 'value') return []
  const points = (value: number) => t('calibration.points', { value: format.signed(value, 1) })
  const { estimate, low, high, reliability, probability, test } = leniency
  const { interval, flag } = result.options
  return [
    [t('calibration.leniencyFigure'), points(estimate)],
    [
      t('calibration.interval', { share: format.percent(interval, 0) }),
      t('calibration.intervalValue', { low: format.signed(low, 1), high: format.signed(high, 1) }),
    ],
    [t('calibration.probability', { points: flag.probablePoints }), nearlySure(probability, format)],
    ...(test === null ? [] : [[t('calibration.qValue'), smallShare(test.q, format)] as const]),
    [t('calibration.reliabilityFigure'), format.number(reliability, 2)],
    ...(quality === null ? [] : [[t('calibration.quality'), points(quality.estimate)] as const]),
    ...alternatives.map(
      (one) =>
        [
          t('calibration.alternative', { reliability: format.number(one.reliability, 1) }),
          points(one.leniency),
        ] as const,
    ),
  ]
}

/** A probability never reads as certainty. */
const nearlySure = (share: number, format: Formatters): string => {
  if (share > 0.99) return `> ${format.percent(0.99, 0)}`
  return share < 0.01 ? `< ${format.percent(0.01, 0)}` : format.percent(share, 0)
}

/** A probability never reads as none at all. */
const smallShare = (share: number, format: Formatters): string =>
  share < 0.001 ? `< ${format.number(0.001, 3)}` : format.number(share, 3)

/** Spread, halo, order against achievement: how the scale is used. */
export function habitRows(
  { habits, slope }: CalibratedSupervisor,
  t: Translate,
  format: Formatters,
): readonly FigureRow[] {
  const { spread, halo, agreement } = habits
  const told = <Figure>(outcome: Outcome<Figure>, say: (figure: Figure) => string): string =>
    outcome.kind === 'value' ? say(outcome as Figure) : t('calibration.notMeasured')
  return [
    [
      t('calibration.spread'),
      spread.kind === 'no-differentiation'
        ? t('calibration.spreadNone')
        : told(spread, ({ rawRatio }) => format.percent(rawRatio, 0)),
    ],
    [t('calibration.halo'), told(halo, ({ spreadRatio }) => format.percent(spreadRatio, 0))],
    [t('calibration.tau'), told(agreement, ({ value }) => format.signed(value, 2))],
    ...(slope === null
      ? []
      : [
          [
            t('calibration.slope'),
            t('calibration.slopeValue', { slope: format.number(slope.slope, 2), usual: format.number(slope.usual, 2) }),
          ] as const,
        ]),
  ]
}

export function targetRows({ targets }: CalibratedSupervisor, t: Translate, format: Formatters): readonly FigureRow[] {
  const { comparison } = targets
  if (comparison === null) return []
  return [
    [t('calibration.targetsAtCap'), format.percent(comparison.share, 0)],
    [t('calibration.targetsElsewhere'), format.percent(comparison.elsewhere, 0)],
  ]
}

export interface ScoreBin {
  readonly from: number
  readonly to: number
  readonly count: number
}

const binWidth = 5

/** How many of a team's scores lie in each stretch of five points, from the lowest to the highest; 100 counts in the last. */
export function scoreBins(team: readonly CalibratedCase[]): readonly ScoreBin[] {
  const scores = team.map(scoreOf).filter((score) => score !== null)
  if (scores.length === 0) return []
  const placeOf = (score: number) => Math.min(100 / binWidth - 1, Math.floor(score / binWidth))
  const places = scores.map(placeOf)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const place = first + index
    return {
      from: place * binWidth,
      to: (place + 1) * binWidth,
      count: places.filter((each) => each === place).length,
    }
  })
}
