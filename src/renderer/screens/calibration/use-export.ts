import type { CallInput } from '#contract/contracts.ts'
import { scoreOf } from '#domain/calibration/shown-result.ts'
import { type Translate, useFormat, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { notify } from '#renderer/ui/notify.tsx'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import { type Calibrated, employeeName, isTold, supervisorName } from './calibrated.ts'
import { type Cases, readCases } from './use-cases.ts'

type Sheet = Pick<CallInput<'staff.export'>, 'columns' | 'rows' | 'frozenColumns'>
export type ExportKind = 'supervisors' | 'cases'

/** Writes what the screen shows to a workbook the user names: figures as numbers, one row per supervisor or person. */
export function useCalibrationExport(calibrated: Calibrated): (kind: ExportKind) => void {
  const t = useT()
  const format = useFormat()
  const say = useErrorSentence()
  const write = useCommand('staff.export', {
    undoable: false,
    onSuccess: ({ path }) =>
      notify(t('calibration.exported', { path }), {
        action: { label: t('ui.chartShow'), run: () => void shell().showExported(path) },
      }),
  })
  const save = async (kind: ExportKind): Promise<void> => {
    const title = `${t('calibration.title')}, ${t(`calibration.dimension-${calibrated.result.dimension}`)}`
    const path = await shell().saveFileDialog({
      purpose: 'export',
      title: t('calibration.exportDialog'),
      defaultName: `${title} ${format.date(new Date().toISOString())}.xlsx`,
      extension: 'xlsx',
    })
    if (path === null) return
    const sheet =
      kind === 'supervisors'
        ? supervisorSheet(calibrated, t)
        : caseSheet(calibrated, await readCases(calibrated, null), t)
    const note = t('calibration.exportNote', { period: calibrated.periodName })
    write.mutate({ path, format: 'xlsx', title, noteLines: [note], ...sheet })
  }
  // The file itself is refused by the command; here it is the cases that could not be read.
  return (kind) => void save(kind).catch((error) => notify(say(error), { tone: 'refused' }))
}

type Column = Sheet['columns'][number]
const words = (header: string, width: number): Column => ({ header, width, kind: 'text', decimals: 0 })
const figure = (header: string, decimals = 2): Column => ({ header, width: 14, kind: 'number', decimals })

/** One row per supervisor, as the forest plot reads; who cannot be told says so instead of a figure. */
export function supervisorSheet(calibrated: Calibrated, t: Translate): Sheet {
  const { result, supervisors } = calibrated
  return {
    frozenColumns: 1,
    columns: [
      words(t('ui.comparisonName'), 32),
      words(t('ui.comparisonUnit'), 28),
      { header: t('ui.comparisonCount'), width: 8, kind: 'integer', decimals: 0 },
      figure(t('calibration.difference')),
      figure(t('calibration.low')),
      figure(t('calibration.high')),
      figure(t('calibration.reliability')),
      figure('q', 4),
      words(t('calibration.flagged'), 14),
      words(t('calibration.evidence'), 22),
    ],
    rows: result.supervisors.map((one) => {
      const told = isTold(one) && one.leniency.kind === 'value' ? one.leniency : null
      const flag =
        one.flag === null
          ? ''
          : t(one.flag.direction === 'lenient' ? 'calibration.moreLenient' : 'calibration.stricter')
      return [
        supervisorName(calibrated, one.supervisor),
        supervisors.get(one.supervisor)?.unitName ?? '',
        one.people,
        told?.estimate ?? null,
        told?.low ?? null,
        told?.high ?? null,
        told?.reliability ?? null,
        told?.test?.q ?? null,
        flag,
        told === null ? t('calibration.noEvidenceTag') : t('calibration.enoughEvidence'),
      ]
    }),
  }
}

/** Everybody with score, proposal and its interval, and how far the score lies from comparable people. */
export function caseSheet(calibrated: Calibrated, everybody: Cases, t: Translate): Sheet {
  const { cases, employees } = everybody
  return {
    frozenColumns: 1,
    columns: [
      words(t('calibration.employee'), 32),
      words(t('ui.comparisonUnit'), 28),
      words(t('ui.comparisonName'), 32),
      figure(t('calibration.score')),
      figure(t('calibration.proposal'), 1),
      figure(t('calibration.low')),
      figure(t('calibration.high')),
      figure(t('calibration.difference')),
    ],
    rows: cases.map((one) => {
      const proposed = one.proposal.kind === 'proposed' ? one.proposal : null
      return [
        employeeName(everybody, one.employee),
        employees.get(one.employee)?.unitName ?? '',
        supervisorName(calibrated, one.supervisor),
        scoreOf(one),
        proposed?.score ?? null,
        proposed?.low ?? null,
        proposed?.high ?? null,
        one.individual.kind === 'value' ? one.individual.points : null,
      ]
    }),
  }
}
