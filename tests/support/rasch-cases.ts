import { reportRasch } from '#application/statistics/report-rasch.ts'
import {
  type Comparison,
  columnNames,
  type Expected,
  type FigureCase,
  figure,
  has,
  list,
  part,
} from './reference-figures.ts'

/** The guide's tolerances: joint estimates, and estimates with a normal population. */
const tolerances = { jmle: 1e-5, mml: 1e-3 }
const logLikTolerance = 1e-6

/** Everything a many-facet Rasch case expects, beside our figure. Empty for other cases. */
export function raschComparisons(given: FigureCase): readonly Comparison[] {
  return (['jmle', 'mml'] as const).flatMap((method) => {
    const expected = part(given.expected, method.toUpperCase())
    return has(expected, 'raters') ? facets(given, method, expected) : []
  })
}

function facets(given: FigureCase, method: 'jmle' | 'mml', expected: Expected): readonly Comparison[] {
  const item = columnNames(given).includes('criterion') ? 'criterion' : 'item'
  const found = reportRasch(given.table, { person: 'person', rater: 'rater', item, score: 'score' }, method)
  const tolerance = tolerances[method]
  const compare = (
    what: string,
    ours: number | null | undefined,
    from: Expected,
    key: string,
  ): readonly Comparison[] =>
    has(from, key) ? [{ what: `${method} ${what}`, found: ours ?? null, expected: figure(from, key), tolerance }] : []
  const each = (key: string, of: (entry: Expected) => readonly Comparison[]) =>
    list(expected, key).flatMap((entry) => of(part({ entry }, 'entry')))
  return [
    ...compare('logLik', found.logLik, expected, 'logLik').map((one) => ({ ...one, tolerance: logLikTolerance })),
    ...compare('mean', found.population?.mean, expected, 'mean'),
    ...compare('sd', found.population?.sd, expected, 'sd'),
    ...compare('reliability', found.population?.reliability, expected, 'eap_reliability'),
    ...list(expected, 'thresholds').flatMap((entry, place) =>
      compare(`threshold ${place}`, found.thresholds[place], { entry }, 'entry'),
    ),
    ...each('raters', (entry) => {
      const ours = found.raters.find(({ rater }) => rater === entry.rater)
      const what = String(entry.rater)
      return [
        ...compare(what, ours?.severity, entry, 'severity'),
        ...compare(`${what} se`, ours?.se, entry, 'se'),
        ...compare(`${what} infit`, ours?.infit, entry, 'infit_mnsq'),
        ...compare(`${what} outfit`, ours?.outfit, entry, 'outfit_mnsq'),
      ]
    }),
    ...each('criteria', (entry) => {
      const ours = found.items.find((one) => one.item === entry.criterion)
      return [
        ...compare(String(entry.criterion), ours?.difficulty, entry, 'difficulty'),
        ...compare(`${String(entry.criterion)} se`, ours?.se, entry, 'se'),
        ...compare(`${String(entry.criterion)} infit`, ours?.infit, entry, 'infit_mnsq'),
      ]
    }),
    ...each('persons', (entry) => {
      const ours = found.persons.find(({ person }) => person === entry.person)
      const what = String(entry.person)
      return [
        ...compare(what, ours?.measure, entry, method === 'jmle' ? 'measure' : 'eap'),
        ...compare(`${what} se`, ours?.se, entry, method === 'jmle' ? 'se' : 'posterior_sd'),
        ...compare(`${what} outfit`, ours?.outfit, entry, 'outfit_mnsq'),
        ...compare(`${what} fair average`, ours?.fairAverage, entry, 'fair_average'),
      ]
    }),
  ]
}
