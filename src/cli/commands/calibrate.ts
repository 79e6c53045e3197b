import { resolve } from 'node:path'
import { AppError } from '#domain/app-error.ts'
import { calibrationReport } from '../calibration-report.ts'
import { calibrationText } from '../calibration-text.ts'
import type { CliCommand } from '../command.ts'
import { periodNamed } from '../period-named.ts'

/** The calibration of one period, computed from the workspace and stored nowhere. */
export const calibrateCommand: CliCommand = {
  usage: 'calibrate FILE [--period NAME]',
  about: {
    id: 'Menghitung kalibrasi nilai satu periode tanpa mengubah berkas; periode terakhir bila --period tidak disebut.',
    en: 'Calibrates the scores of a period without changing the file; the latest period unless --period names one.',
  },
  words: [1, 1],
  async run({ call, positionals, flags, locale }) {
    const path = resolve(positionals[0] ?? '')
    const status = await call('workspace.open', { path })
    const periodId = periodNamed(status, flags.period)
    if (periodId === null) throw new AppError('E-RULE-PERIOD', { value: '–' })
    const calibration = await call('calibration.run', { periodId })
    const { period, modelVersion, engineVersion, runs } = calibration
    const report = calibrationReport(calibration, locale)
    return {
      lines: calibrationText(calibration, locale),
      data: {
        path,
        period,
        modelVersion,
        engineVersion,
        dimensions: runs.map(report.dataOf),
        problems: report.problems,
      },
    }
  },
}
