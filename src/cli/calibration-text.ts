import { dimensionWords, modelSentence } from '#contract/calibration-words.ts'
import type { Locale } from '#contract/error-sentences.ts'
import type { CalibrationFinding } from '#domain/calibration/calibration-finding.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { type Calibration, calibrationReport } from './calibration-report.ts'
import { sentences } from './sentences.ts'

/** Findings of one kind, and supervisors, that are listed; the rest is counted. */
const listedOfKind = 5
const listedSupervisors = 10

/** A calibration as a person reads it: what is found in sentences, then figures of supervisors, then where it comes from. */
export function calibrationText(calibration: Calibration, locale: Locale): readonly string[] {
  const words = sentences[locale].calibration
  const { problems, sentenceOf, nameOf } = calibrationReport(calibration, locale)
  const runs = calibration.runs.flatMap(({ dimension, inputsHash, result }) => [
    '',
    dimensionWords[dimension][locale].toUpperCase(),
    modelSentence(result.model, locale),
    ...findingLines(result.findings, sentenceOf, locale),
    ...supervisorLines(result, nameOf, locale),
    words.hash(inputsHash),
  ])
  return [
    words.heading(calibration.period.name),
    words.advice,
    ...runs,
    ...(problems.length === 0 ? [] : ['', words.problems, ...problems.map(({ sentence }) => `- ${sentence}`)]),
    '',
    words.version(calibration.modelVersion, calibration.engineVersion),
  ]
}

/** Kinds in the order of their first finding; of each the first ones and how many more, for `--json` has them all. */
function findingLines(
  findings: readonly CalibrationFinding[],
  sentenceOf: (finding: CalibrationFinding) => string,
  locale: Locale,
): string[] {
  const kinds = new Map<CalibrationFinding['code'], CalibrationFinding[]>()
  for (const finding of findings) kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding])
  return [...kinds.values()].flatMap((kind) => {
    const unlisted = kind.length - listedOfKind
    const lines = kind.slice(0, listedOfKind).map((finding) => `- ${sentenceOf(finding)}`)
    return unlisted > 0 ? [...lines, `  ${sentences[locale].calibration.moreOfKind(unlisted)}`] : lines
  })
}

function supervisorLines(
  { supervisors, options }: CalibrationResult,
  nameOf: (id: string) => string,
  locale: Locale,
): string[] {
  const words = sentences[locale].calibration
  const figures = supervisors.flatMap(({ supervisor, people, leniency }) =>
    leniency.kind === 'value' ? [{ supervisor, people, ...leniency }] : [],
  )
  if (figures.length === 0) return []
  // Both ends of the list are what a reader looks for.
  const far = figures
    .toSorted((a, b) => Math.abs(b.estimate) - Math.abs(a.estimate))
    .slice(0, listedSupervisors)
    .toSorted((a, b) => b.estimate - a.estimate)
  const unlisted = figures.length - far.length
  const tag = locale === 'id' ? 'id-ID' : 'en-GB'
  const points = (value: number) =>
    value.toLocaleString(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const share = (value: number) => value.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 0 })
  return [
    words.supervisors(share(options.interval)),
    ...far.map(
      ({ supervisor, people, estimate, low, high, reliability }) =>
        `  ${words.figure({
          name: nameOf(supervisor),
          points: points(estimate),
          low: points(low),
          high: points(high),
          reliability: share(reliability),
          people,
        })}`,
    ),
    ...(unlisted > 0 ? [`  ${words.moreSupervisors(unlisted)}`] : []),
  ]
}
