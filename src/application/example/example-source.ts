import type { Agency } from '#domain/model/agency.ts'
import type { Placement } from '#domain/model/placement.ts'
import type { Indicator, WorkResult } from '#domain/model/work-plan.ts'

/** How a realisation is written for a target of this form, and whether less is better. */
export type TargetShape =
  | 'percent'
  | 'range-percent'
  | 'count'
  | 'document'
  | 'index'
  | 'scale'
  | 'days'
  | 'range-days'
  | 'range-weeks'
  | 'complaints'
  | 'complaints-percent'

export interface ExampleIndicator {
  readonly aspect: Indicator['aspect']
  readonly statement: string
  readonly target: string
  readonly shape: TargetShape
}

export interface ExampleRole {
  readonly post: string
  readonly kind: Placement['postKind']
  readonly grades: readonly string[]
  readonly results: readonly {
    readonly kind: WorkResult['kind']
    readonly leader: string
    readonly statement: string
    readonly indicators: readonly ExampleIndicator[]
  }[]
}

export interface ExampleUnit {
  readonly name: string
  readonly shortName: string
  readonly parent: number | null
  readonly head: string
  readonly headKind: Placement['postKind']
  readonly headGrade: string
  readonly echelon: string
  /** Size relative to the others. */
  readonly staff: number
  readonly roles: readonly string[]
}

/** The invented lists the example is drawn from (`resources/example`). */
export interface ExampleSource {
  readonly agency: Omit<Agency, 'id' | 'example'>
  readonly externalHead: { readonly name: string; readonly post: string }
  readonly units: readonly ExampleUnit[]
  readonly organisationIndicators: readonly {
    readonly name: string
    readonly unit: string
    readonly direction: 'higher' | 'lower'
    readonly target: string
    readonly realisation: string
  }[]
  /** Known leniency in points by the unit's short name: what an honest analysis should find again. */
  readonly leniency: Readonly<Record<string, number>>
  readonly roles: Readonly<Record<string, ExampleRole>>
  readonly feedback: Readonly<Record<'good' | 'fair' | 'poor', readonly string[]>>
  readonly names: {
    readonly female: readonly string[]
    readonly male: readonly string[]
    readonly familyFemale: readonly string[]
    readonly familyMale: readonly string[]
  }
}

/** How large the example is. The standard is one agency; benchmarks ask for more. */
export interface ExampleScale {
  readonly staff: number
  /** Copies of the list of units, each with its own supervisors. */
  readonly unitCopies: number
  readonly quarters: readonly number[]
  /** Indicators per work plan at least; templates are repeated to reach it. */
  readonly indicatorsPerPlan: number
}

export const standardScale: ExampleScale = { staff: 216, unitCopies: 1, quarters: [1, 2, 3], indicatorsPerPlan: 0 }
