import { type ConnectedGroup, connectedGroups } from '#domain/statistics/connected-groups.ts'
import { element } from '#domain/statistics/element.ts'
import { cannotTell, type Outcome, tooFew } from '#domain/statistics/outcome.ts'
import { ratersMixWithItems } from './confounding.ts'
import { placeExtremes } from './extreme-measures.ts'
import { type Extreme, type Facet, setExtremesAside } from './extremes.ts'
import { fitJmle } from './jmle.ts'
import { aheadOf } from './measures.ts'
import { fitMml, type MmlFit } from './mml.ts'
import { type CodedRatings, codeRatings, type RaschRating } from './ratings.ts'
import { describeFacets, type RaschElement, type RaschPerson } from './report.ts'

export type RaschMethod = 'jmle' | 'mml'

export interface RaschFigure {
  readonly method: RaschMethod
  readonly logLik: number
  /** Higher measure = more severe. Sum of those without an `extreme` mark: 0. */
  readonly raters: readonly RaschElement[]
  /** Higher measure = harder. */
  readonly items: readonly RaschElement[]
  readonly persons: readonly RaschPerson[]
  /** Where the next score becomes as likely as the one before, in logits. */
  readonly thresholds: readonly number[]
  /** The scores that occur, rising: one more than thresholds. */
  readonly scores: readonly number[]
  /** Mean and deviation of the persons, and the reliability of their measures; MML only. */
  readonly population: { readonly mean: number; readonly sd: number; readonly reliability: number | null } | null
  /** Newton steps until nothing moved. */
  readonly rounds: number
}

export type RaschOutcome =
  | Outcome<RaschFigure>
  /** Raters in different groups share no person: one ranking of them would be invented. */
  | { readonly kind: 'unconnected'; readonly groups: readonly ConnectedGroup[] }
  /** Each rater judged other items: severity and difficulty cannot be told apart. */
  | { readonly kind: 'confounded' }

/** More different scores than this are figures, not categories. */
const mostCategories = 30

/**
 * Severity of raters, difficulty of items and measure of persons on one scale in logits, from marks in ordered categories
 * (many-facet Rasch, rating scale): log P(x = k)/P(x = k − 1) = person − severity − difficulty − threshold k.
 * `jmle` joint estimates, stretched by about L/(L − 1) with L marks per person; `mml` persons from a normal population, preferred
 * for reporting. Those with only lowest or only highest marks get the measure of their total ± 0.3 and an `extreme` mark (with
 * `mml` persons need none).
 * Input: one rating per row, any number of persons, raters and items, gaps allowed; a rating given twice counts twice.
 * Refusals: unconnected raters, as in any plain design where each supervisor rates only their own team; raters mixed up with
 * items; too-many-categories; not-settled; all marks equal or at an end of the scale → no-variation.
 * Too little: no rating → insufficient-data.
 * Source: Linacre 1989; Andrich 1978; Bock and Aitkin 1981.
 * @example rasch(ratings, 'jmle') // { kind: 'value', raters: [{ name: 'db01', measure: 1.05, se: 0.13, … }], … }
 */
export function rasch(ratings: readonly RaschRating[], method: RaschMethod): RaschOutcome {
  if (ratings.length === 0) return tooFew(0, 1)
  const facets: readonly Facet[] = method === 'jmle' ? ['person', 'rater', 'item'] : ['rater', 'item']
  const { kept, extremes } = setExtremesAside(ratings, facets)
  const coded = codeRatings(kept)
  if (coded.scores.length < 2) return cannotTell('no-variation')
  if (coded.scores.length > mostCategories) return cannotTell('too-many-categories')
  const groups = connectedGroups(kept.map(({ person, rater }) => ({ from: person, to: rater })))
  if (groups.length > 1) return { kind: 'unconnected', groups }
  if (!ratersMixWithItems(coded)) return { kind: 'confounded' }
  return method === 'jmle' ? joint(ratings, coded, extremes) : marginalFigure(ratings, coded, extremes)
}

function joint(ratings: readonly RaschRating[], coded: CodedRatings, extremes: readonly Extreme[]): RaschOutcome {
  const fit = fitJmle(coded)
  if (!fit.settled) return cannotTell('not-settled')
  const described = describeFacets(coded, fit.measures, (mark, visit) => visit(aheadOf(coded, fit.measures, mark), 1))
  const all = placeExtremes(ratings, extremes, described, fit.measures.thresholds, coded.scores)
  const common = { thresholds: [...fit.measures.thresholds], scores: coded.scores, rounds: fit.steps }
  return { kind: 'value', method: 'jmle', logLik: fit.logLik, ...all, ...common, population: null }
}

function marginalFigure(
  ratings: readonly RaschRating[],
  coded: CodedRatings,
  extremes: readonly Extreme[],
): RaschOutcome {
  const fit = fitMml(coded)
  if (!fit.settled) return cannotTell('not-settled')
  const { mean, sd, raters, items, thresholds } = fit.measures
  const size = fit.nodes.places.length
  const placed = personMoments(coded, fit)
  const measures = { raters, items, thresholds, persons: placed.eap }
  const described = describeFacets(coded, measures, (mark, visit) => {
    const start = element(coded.person, mark) * size
    const against = element(raters, element(coded.rater, mark)) + element(items, element(coded.item, mark))
    for (let node = 0; node < size; node += 1) {
      visit(mean + sd * (fit.nodes.places[node] ?? 0) - against, fit.posterior[start + node] ?? 0)
    }
  })
  const withErrors = {
    raters: withSe(described.raters, fit.raterSe),
    items: withSe(described.items, fit.itemSe),
    persons: withSe(described.persons, placed.posteriorSd),
  }
  const all = placeExtremes(ratings, extremes, withErrors, thresholds, coded.scores)
  const common = { thresholds: [...thresholds], scores: coded.scores, rounds: fit.steps }
  const population = { mean, sd, reliability: reliabilityOf(placed) }
  return { kind: 'value', method: 'mml', logLik: fit.logLik, ...all, ...common, population }
}

const withSe = <One extends RaschElement>(elements: readonly One[], errors: Float64Array | null): readonly One[] =>
  elements.map((one, index) => ({ ...one, se: errors === null ? null : element(errors, index) }))

interface PersonMoments {
  readonly eap: Float64Array
  readonly posteriorSd: Float64Array
}

function personMoments(coded: CodedRatings, { measures, nodes, posterior }: MmlFit): PersonMoments {
  const size = nodes.places.length
  const eap = new Float64Array(coded.persons.length)
  const posteriorSd = new Float64Array(coded.persons.length)
  for (let person = 0; person < coded.persons.length; person += 1) {
    let [first, second] = [0, 0]
    for (let node = 0; node < size; node += 1) {
      const share = posterior[person * size + node] ?? 0
      const place = nodes.places[node] ?? 0
      first += share * place
      second += share * place * place
    }
    eap[person] = measures.mean + measures.sd * first
    posteriorSd[person] = measures.sd * Math.sqrt(Math.max(0, second - first * first))
  }
  return { eap, posteriorSd }
}

/** Share of the variation between persons that their measures show; null where they show none. */
function reliabilityOf({ eap, posteriorSd }: PersonMoments): number | null {
  if (eap.length < 2) return null
  const mean = eap.reduce((sum, value) => sum + value, 0) / eap.length
  const seen = eap.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (eap.length - 1)
  const doubt = posteriorSd.reduce((sum, value) => sum + value * value, 0) / eap.length
  return seen + doubt > 0 ? seen / (seen + doubt) : null
}
