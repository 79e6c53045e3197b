import type { CalibrationTexts, CalibrationTrail } from '#application/ports/calibration-store.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { modelVersion } from '#domain/calibration/calibrate.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'
import { namedWithProblem } from '#domain/calibration/data-problem.ts'
import type { RunChange } from '#domain/calibration/input-change.ts'
import { type ShownResult, shownResult } from '#domain/calibration/shown-result.ts'
import type { CalibrationRun } from '#domain/model/calibration-record.ts'
import type { CalibrationRunId, PeriodId } from '#domain/model/ids.ts'
import type { Dimension } from './calibration-input-of.ts'
import { calibrationNames, type NameSources } from './calibration-names.ts'
import { choicesInForce } from './choices-in-force.ts'
import type { DataProblem } from './data-problems.ts'
import { inputChanges } from './input-changes.ts'

/** Stored runs of a period, oldest first. */
const runsOf = (tables: ReadTables, periodId: PeriodId) => tables.calibrationRun.where({ periodId })

export const newestRun = (tables: ReadTables, periodId: PeriodId): CalibrationRun | null =>
  runsOf(tables, periodId).at(-1) ?? null

/** A run with the meetings that look at it. */
function withMeetings(tables: ReadTables, run: CalibrationRun) {
  const used = tables.meetingCalibration.where({ calibrationRunId: run.id })
  return {
    ...run,
    meetings: used.map(({ meetingId }) => ({ id: meetingId, title: tables.meeting.require(meetingId).title })),
  }
}

/** The newest stored run of a period and the choices in force; no run: nothing has been stored yet. */
export function currentCalibration(tables: ReadTables, periodId: PeriodId) {
  tables.period.require(periodId)
  const newest = newestRun(tables, periodId)
  return {
    run: newest === null ? null : withMeetings(tables, newest),
    choices: choicesInForce(tables, periodId),
    runs: runsOf(tables, periodId).length,
  }
}

/** Every stored run of a period, newest first. */
export const listRuns = (tables: ReadTables, periodId: PeriodId) =>
  runsOf(tables, periodId)
    .toReversed()
    .map((run) => withMeetings(tables, run))

export interface TextSources {
  readonly workspace: Workspace
  readonly texts: Pick<CalibrationTexts, 'get'>
}

/** Results read last, of each open workspace: pages and the cases of a meeting ask for the same ones. */
const kept = new WeakMap<Workspace, Map<string, unknown>>()
/** Both dimensions of one run, and the problems of its data. */
const keptTexts = 3

/** A stored text as what it says; checked against its hash when it is read from the file. */
function readText<Content>({ workspace, texts }: TextSources, hash: string): Content {
  const known = kept.get(workspace) ?? new Map<string, unknown>()
  kept.set(workspace, known)
  const content = known.get(hash) ?? (JSON.parse(texts.get(hash)) as unknown)
  known.delete(hash)
  known.set(hash, content)
  for (const oldest of known.keys()) if (known.size > keptTexts) known.delete(oldest)
  return content as Content
}

/** The result of one dimension of a run, as it was computed. Throws E-CALIBRATE-TEXT when the file no longer has it. */
export function readResult(sources: TextSources, run: CalibrationRun, dimension: Dimension): CalibrationResult {
  const facts = run.dimensions.find((one) => one.dimension === dimension)
  if (facts === undefined) throw new AppError('E-NOT-FOUND', { what: 'calibration_run' })
  return readText(sources, facts.resultHash)
}

export interface StoredDimension {
  readonly runId: CalibrationRunId
  readonly dimension: Dimension
  /** What the reader may see of a result. */
  readonly seen: (result: CalibrationResult) => CalibrationResult
}

/** One dimension of a stored run as a page shows it, with names to its ids as they stand now. */
export function storedResult(sources: TextSources & NameSources, { runId, dimension, seen }: StoredDimension) {
  const { tables } = sources.workspace
  const run = tables.calibrationRun.require(runId)
  const result = shownResult(seen(readResult(sources, run, dimension)))
  const problems = readText<DataProblem[]>(sources, run.problemsHash)
  return {
    run: withMeetings(tables, run),
    result,
    problems,
    ...calibrationNames(sources, run.periodId, {
      employees: [...namedIn(result), ...problems.flatMap(({ employees }) => employees.slice(0, namedWithProblem))],
      supervisors: result.supervisors.map(({ supervisor }) => supervisor),
    }),
  }
}

/** Everybody a page names, by id. */
function namedIn({ lookFirst, findings, jump }: ShownResult): readonly string[] {
  const moved = jump.kind === 'value' ? jump.most : []
  const all = [...lookFirst.favoured, ...lookFirst.penalised, ...findings, ...moved]
  return all.flatMap((one) => ('employee' in one ? [one.employee] : []))
}

interface CasesAsked extends StoredDimension {
  /** Null: everybody. */
  readonly supervisorId: string | null
  readonly from: number
  readonly atOnce: number
}

/** Cases of one dimension of a stored run in the order they were computed, a part at a time, with the names of the people. */
export function storedCases(sources: TextSources & NameSources, asked: CasesAsked) {
  const { runId, dimension, seen, supervisorId, from, atOnce } = asked
  const run = sources.workspace.tables.calibrationRun.require(runId)
  const { cases: all } = seen(readResult(sources, run, dimension))
  const wanted = supervisorId === null ? all : all.filter(({ supervisor }) => supervisor === supervisorId)
  const cases = wanted.slice(from, from + atOnce)
  const { employees } = calibrationNames(sources, run.periodId, {
    employees: cases.map(({ employee }) => employee),
    supervisors: [],
  })
  return { cases, total: wanted.length, employees }
}

export interface FreshnessSources {
  readonly workspace: Workspace
  readonly trail: CalibrationTrail
}

/**
 * Whether a stored run still says what the workspace holds. Told from the journal, without computing anything: what was
 * changed and changed back is no difference, and neither is what a calibration does not read.
 */
export function freshnessOf({ workspace, trail }: FreshnessSources, run: CalibrationRun) {
  const { tables } = workspace
  const changes: RunChange[] = [...inputChanges({ workspace, trail }, run.periodId, run.trailLength)]
  if (!isSame(choicesInForce(tables, run.periodId).values, run.choices)) changes.push({ what: 'choices', rows: 1 })
  if (run.modelVersion !== modelVersion) changes.push({ what: 'program', rows: 1 })
  return changes.length === 0 ? { kind: 'current' as const } : { kind: 'outdated' as const, changes }
}

/** Choices have few fields, all of them plain, and lists in rising order. */
const isSame = (one: CalibrationRun['choices'], other: CalibrationRun['choices']) =>
  (Object.keys(one) as (keyof typeof one)[]).every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
