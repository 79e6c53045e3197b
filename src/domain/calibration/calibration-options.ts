/** What may be chosen for a calibration; every value is kept with its result. */
export interface CalibrationOptions {
  /**
   * Share of an unexplained difference between teams that is leniency, where this period's panel does not tell: an
   * assumption, or what an earlier panel found.
   */
  readonly psi: { readonly value: number; readonly source: 'assumed' | 'earlier-panel' }
  /** Reliability of the achievement index where indicators do not tell it, and the values shown beside. */
  readonly achievementReliability: { readonly value: number; readonly alternatives: readonly number[] }
  /** Achievement index is cut off here. */
  readonly achievementCap: number
  /** Probability of every interval. */
  readonly interval: number
  /** Points a proposal may move at most. */
  readonly mostShift: number
  /** Proposals are rounded to this many points. */
  readonly roundTo: number
  /** Below any of these a supervisor's scores stay as they are. */
  readonly evidence: {
    readonly people: number
    readonly reliability: number
    /** Largest share of people without an achievement index. */
    readonly achievementMissing: number
  }
  readonly flag: {
    /** First route: q at most this, and at least so many points. */
    readonly q: number
    readonly points: number
    /** Second route: probability at least this of more than so many points. */
    readonly probability: number
    readonly probablePoints: number
    /** With fewer supervisors nobody is flagged. */
    readonly supervisors: number
  }
  readonly individual: {
    readonly q: number
    readonly points: number
    /** Share of the people on either list to look at first. */
    readonly lookFirst: number
    /** What a declared closeness adds to z, for the order only. */
    readonly closeness: number
    /** Of 100 people on the list of the favoured, how many are over-rated typically, and by chance (guide 4.4). */
    readonly hits: { readonly low: number; readonly high: number; readonly byChance: number }
  }
  /** Agreement of single supervisors with one another in the literature (Viswesvaran et al. 1996). */
  readonly singleRaterReliability: number
  /** What a panel needs before Model B is the main model. */
  readonly panel: { readonly scores: number; readonly teams: number; readonly shareOfStaff: number }
  /** Edges of the levels in points, rising. */
  readonly bands: readonly number[]
  /** Share of scores at the maximum from which leniency counts as understated. */
  readonly ceiling: number
  /** Spread of a person's criteria, against the usual, at or below which criteria count as not judged one by one. */
  readonly halo: number
  /** Groups smaller than this are not shown. */
  readonly smallestGroup: number
  /** Recommended distribution over the categories of `RatedCase.category`, in rising order; advice, never a quota. */
  readonly pattern: readonly { readonly category: string; readonly share: number }[]
  readonly seed: number
  readonly draws: number
}

/** The values of the calibration guide. */
export const standardOptions: CalibrationOptions = {
  psi: { value: 0.7, source: 'assumed' },
  achievementReliability: { value: 0.6, alternatives: [0.4, 0.8] },
  achievementCap: 120,
  interval: 0.9,
  mostShift: 10,
  roundTo: 0.5,
  evidence: { people: 3, reliability: 0.3, achievementMissing: 0.3 },
  flag: { q: 0.1, points: 3, probability: 0.9, probablePoints: 2, supervisors: 8 },
  individual: { q: 0.1, points: 5, lookFirst: 0.05, closeness: 1, hits: { low: 31, high: 36, byChance: 6 } },
  singleRaterReliability: 0.52,
  panel: { scores: 30, teams: 10, shareOfStaff: 0.1 },
  bands: [],
  ceiling: 0.15,
  halo: 0.5,
  smallestGroup: 10,
  pattern: [],
  seed: 1,
  draws: 10_000,
}
