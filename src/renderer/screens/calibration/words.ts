import { calibrationFindingSentence } from '#contract/calibration-sentences.ts'
import type { CalibrationFinding, LeniencyFinding } from '#domain/calibration/calibration-finding.ts'
import type { Formatters } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/i18n.ts'
import { type Calibrated, isTold, supervisorName } from './calibrated.ts'

export interface Words {
  readonly known: readonly string[]
  readonly unknown: readonly string[]
  readonly todo: readonly string[]
}

/** Names in one sentence; the others are counted. */
const namesShown = 3

/** Findings about the whole agency that stand in the first column as they are. */
const knownCodes: ReadonlySet<CalibrationFinding['code']> = new Set(['no-difference', 'inflation', 'closeness'])

/** What limits the whole comparison: said in full, before everything else that is not known. */
const limitCodes: ReadonlySet<CalibrationFinding['code']> = new Set([
  'not-fitted',
  'fallback',
  'few-supervisors',
  'panelists-unconnected',
  'ceiling',
])

/**
 * The three columns: what is known, what cannot be known yet, what to do. `**bold**` marks names. The findings' own
 * sentences where one finding says it all; counted where many of a kind would hide the point.
 */
export function wordsOf(calibrated: Calibrated, t: Translate, format: Formatters): Words {
  return {
    known: knownSentences(calibrated, t, format),
    unknown: unknownSentences(calibrated, t, format),
    todo: todoSentences(calibrated, t, format),
  }
}

function knownSentences(calibrated: Calibrated, t: Translate, format: Formatters): readonly string[] {
  const { result } = calibrated
  if (result.model.main === 'none') return [t('calibration.knownNothing')]
  const lenient = flaggedOf(result.findings, 'leniency')
  const severe = flaggedOf(result.findings, 'severity')
  const flagged = lenient.length + severe.length
  const aligned = result.supervisors.filter((one) => isTold(one) && one.flag === null).length
  const alignedKey = flagged === 0 ? 'calibration.knownAllAligned' : 'calibration.knownAligned'
  return [
    ...flaggedSentence(lenient, severe, calibrated, t, format),
    ...(aligned === 0 ? [] : [t(alignedKey, { count: aligned })]),
    ...sentencesOf(result.findings.filter(isBeyondChance), knownCodes, format),
  ]
}

/** An inflation whose interval holds zero is told by the status bar, with its interval. */
const isBeyondChance = (finding: CalibrationFinding): boolean =>
  finding.code !== 'inflation' || finding.low > 0 || finding.high < 0

const flaggedOf = (findings: readonly CalibrationFinding[], code: LeniencyFinding['code']) =>
  findings
    .filter((finding): finding is LeniencyFinding => finding.code === code)
    .toSorted((a, b) => b.points - a.points)

/** The flagged on both sides in one sentence; the second half is shorter, since the first has said it all. */
function flaggedSentence(
  lenient: readonly LeniencyFinding[],
  severe: readonly LeniencyFinding[],
  calibrated: Calibrated,
  t: Translate,
  format: Formatters,
): readonly string[] {
  const first = lenient[0] ?? severe[0]
  if (first === undefined) return []
  const by = t(first.withPanel ? 'calibration.byPanel' : 'calibration.byAchievement')
  const said = (group: readonly LeniencyFinding[]) => ({
    who: namesIn(group, calibrated, t, format),
    points: pointsIn(group, t, format),
  })
  if (lenient.length === 0) return [t('calibration.knownSevere', { ...said(severe), by })]
  if (severe.length === 0) return [t('calibration.knownLenient', { ...said(lenient), by })]
  const [high, low] = [said(lenient), said(severe)]
  return [
    t('calibration.knownBoth', { who: high.who, points: high.points, lowWho: low.who, lowPoints: low.points, by }),
  ]
}

/** Where not everybody is named, the figures of the named alone would pass for everybody's. */
function pointsIn(group: readonly LeniencyFinding[], t: Translate, format: Formatters): string {
  const figures = group.map(({ points }) => format.number(points, 1))
  if (group.length <= namesShown) return format.list(figures)
  return t('calibration.rangeOfPoints', { low: figures.at(-1) ?? '', high: figures[0] ?? '' })
}

function namesIn(
  group: readonly { readonly supervisor: string }[],
  calibrated: Calibrated,
  t: Translate,
  format: Formatters,
): string {
  const names = group.slice(0, namesShown).map(({ supervisor }) => `**${supervisorName(calibrated, supervisor)}**`)
  const others = group.length - names.length
  return others === 0 ? format.list(names) : t('calibration.names', { names: names.join(', '), count: others })
}

function unknownSentences({ result, run }: Calibrated, t: Translate, format: Formatters): readonly string[] {
  const few = result.supervisors.filter((one) => !isTold(one)).length
  const isCompared = result.model.main !== 'none'
  const leftOut = run.choices.leftOut.length
  return [
    ...(leftOut === 0 ? [] : [t('calibration.unknownLeftOut', { count: leftOut })]),
    ...sentencesOf(result.findings, limitCodes, format),
    ...evidenceSentences(result.findings, format).what,
    ...(few === 0 || !isCompared ? [] : [t('calibration.unknownFew', { count: few })]),
    t('calibration.unknownPerson'),
    ...(result.supervisors.some(({ flag }) => flag !== null) ? [t('calibration.notAccusation')] : []),
  ]
}

function todoSentences(calibrated: Calibrated, t: Translate, format: Formatters): readonly string[] {
  const { result } = calibrated
  const { counts, lookFirst, findings } = result
  const cases = lookFirst.favoured.length + lookFirst.penalised.length
  const asked = [...flaggedOf(findings, 'leniency'), ...flaggedOf(findings, 'severity')]
  const soft = findings.filter(({ code }) => code === 'soft-targets').length
  const said = [
    ...(cases === 0 ? [] : [t('calibration.todoCases', { count: cases })]),
    ...(asked.length === 0 ? [] : [t('calibration.todoAsk', { names: namesIn(asked, calibrated, t, format) })]),
    ...evidenceSentences(findings, format).ask,
    ...(soft === 0 ? [] : [t('calibration.todoTargets', { count: soft })]),
    ...(counts.withoutScore === 0 ? [] : [t('calibration.todoScores')]),
  ]
  return said.length === 0 ? [t('calibration.todoNothing')] : said
}

/** What the lack of a panel means, and what it asks for: the finding's two sentences, each in its own column. */
function evidenceSentences(findings: readonly CalibrationFinding[], { locale }: Formatters) {
  const finding = findings.find(({ code }) => code === 'no-evidence')
  if (finding === undefined) return { what: [], ask: [] }
  const [what = '', ...ask] = calibrationFindingSentence(finding, locale).split(/(?<=\.) /)
  return { what: [what], ask }
}

const sentencesOf = (
  findings: readonly CalibrationFinding[],
  codes: ReadonlySet<CalibrationFinding['code']>,
  { locale }: Formatters,
): readonly string[] =>
  findings.filter(({ code }) => codes.has(code)).map((finding) => calibrationFindingSentence(finding, locale))
