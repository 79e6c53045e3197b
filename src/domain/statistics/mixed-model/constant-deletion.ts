import type { LevelBlock } from './block-system.ts'
import type { DeletionResidual } from './solve.ts'

/** A level of the only grouping, solved, whose single random column is the constant. */
export interface ConstantLevel {
  /** Rows of the design, `width` wide, the response last. */
  readonly values: Float64Array
  readonly width: number
  /** Deviation of the effects relative to the residual one. */
  readonly share: number
  readonly solved: Float64Array
  readonly inverse: Float64Array
  /** M⁻¹ of the level, M⁻¹ times what it meets, and its scaled effect. */
  readonly own: number
  readonly met: Float64Array
  readonly effect: number
  readonly variance: number
  readonly unit: number
  /** Room for one row. */
  readonly apart: Float64Array
}

/**
 * Deletion residuals of the rows of one level (calibration guide 2.4), written out for the usual case of one constant per
 * group: there are as many rows as people, and the general way costs several times as much.
 */
export function writeConstantDeletion(level: LevelBlock, into: DeletionResidual[], solved: ConstantLevel): void {
  const { values, width, share, inverse, met, variance, unit, apart } = solved
  const columns = width - 1
  const held = 1 - share * share * solved.own
  const base = share * solved.effect
  for (const row of level.rows) {
    const at = row * width
    let residual = (values[at + columns] as number) - base
    let spread = 0
    for (let i = 0; i < columns; i += 1) {
      const value = values[at + i] as number
      residual -= value * (solved.solved[i] as number)
      const mine = value - share * (met[i] as number)
      apart[i] = mine
      let across = 0
      for (let j = 0; j < i; j += 1) across += (inverse[i * columns + j] as number) * (apart[j] as number)
      spread += mine * (2 * across + (inverse[i * columns + i] as number) * mine)
    }
    const free = held - spread
    if (free <= 1e-10) continue
    const sd = Math.sqrt(variance / free)
    const left = residual / free
    into[row] = { residual: unit * left, sd: unit * sd, z: left / sd }
  }
}
