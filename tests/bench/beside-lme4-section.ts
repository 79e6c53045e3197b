import { type BesideLme4, besideGoals, type FitBesideLme4, isQuickBy, isSame, seed } from './beside-lme4-goals.ts'

export const besideHeading = "## Beside R's lme4"
const nextHeading = '## How to read this'

/** The section about lme4 of docs/calibration-evidence.md, without its last line break. It tells itself when it was written. */
export function besideSection(
  beside: BesideLme4,
  written: { readonly machine: string; readonly ranAt: string },
): string {
  const when = `Measured on ${written.ranAt} (${written.machine})`
  const body =
    beside.kind === 'skipped'
      ? [`Skipped on ${written.ranAt} (${written.machine}): ${beside.why} The rest of this page does not need it.`]
      : [
          `${when} beside ${beside.versions}, both in one run, restricted maximum likelihood, one simulated agency, seed ${seed}. Times are the middle of the repetitions, and both the clock and the processor time, which does not count what else the machine is doing, must meet the goal; only the call of \`lmer()\` is timed, neither the start of R nor the reading of the file. Ours is the fit with the building of all its sums; what it takes with the formula read and the columns taken out of a table stands beside it. For the models that are not timed lme4 searches until nothing changes any more (bobyqa to 1e-10), because its usual search stops a few millionths short of the top there.`,
          table(
            [
              'Model',
              'Rows',
              'logLik by lme4',
              `Distance of ours (≤ ${besideGoals.distance})`,
              'Control: ours not restricted',
            ],
            beside.fits.map(likelihoodRow),
          ),
          ...beside.fits.flatMap(timeText),
        ]
  return [besideHeading, ...body].join('\n\n')
}

function likelihoodRow({ formula, rows, logLik, distance, controlDistance }: FitBesideLme4): readonly string[] {
  const verdict = isSame(distance) ? 'pass' : '**MISSED**'
  const control = isSame(controlDistance) ? '**DID NOT FAIL**' : 'fails'
  return [
    `\`${formula}\``.replaceAll('|', '\\|'),
    count(rows),
    logLik.toFixed(6),
    `${distance.toExponential(1)} ${verdict}`,
    `${controlDistance.toFixed(3)} ${control}`,
  ]
}

function timeText({ formula, time }: FitBesideLme4): readonly string[] {
  if (time === null) return []
  const { fit, withFormula, lme4 } = time
  const row = (title: string, part: 'clock' | 'processor', ours: typeof fit, verdict: string) => [
    title,
    `${lme4[part].toFixed(1)} ms`,
    `${ours[part].toFixed(1)} ms`,
    `${(lme4[part] / ours[part]).toFixed(1)} × ${verdict}`.trim(),
  ]
  const verdict = (part: 'clock' | 'processor') =>
    `(≥ ${besideGoals.timesFaster}) ${isQuickBy(time, part) ? 'pass' : '**MISSED**'}`
  return [
    `Time of \`${formula}\`:`,
    table(
      ['What', 'lmer()', 'ours', 'times faster'],
      [
        row('the fit, by the clock', 'clock', fit, verdict('clock')),
        row('the fit, processor time', 'processor', fit, verdict('processor')),
        row('with formula and table, by the clock', 'clock', withFormula, ''),
        row('with formula and table, processor time', 'processor', withFormula, ''),
      ],
    ),
  ]
}

/** The page with this section in the place of its former one, or before the last section; the rest stays as it is. */
export function pageWithBeside(page: string, section: string): string {
  const end = page.indexOf(nextHeading)
  if (end < 0) throw new Error(`the page has no section "${nextHeading}"`)
  const start = page.indexOf(`${besideHeading}\n`)
  return `${page.slice(0, start < 0 ? end : start)}${section}\n\n${page.slice(end)}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

const count = (value: number) => value.toLocaleString('en-US')
