import fc from 'fast-check'
import { inverse as denseInverse, Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import {
  cholesky,
  independentColumns,
  inverseFromFactor,
  invertFactor,
  logDeterminant,
  solveTransposed,
} from '#domain/statistics/numeric/cholesky.ts'
import { nelderMead } from '#domain/statistics/numeric/nelder-mead.ts'
import { newtonPolish } from '#domain/statistics/numeric/newton-polish.ts'
import { addOuter, addOuterPair, addOuters, dot, quadraticForm } from '#domain/statistics/numeric/vector.ts'
import { seededFigures } from '#tests/support/seeded-normals.ts'

/** X'X of random columns, full. */
function gramOf(seed: number, size: number): Matrix {
  const { normal } = seededFigures(seed)
  const columns = new Matrix(Array.from({ length: 2 * size }, () => Array.from({ length: size }, normal)))
  return columns.transpose().mmul(columns)
}

const sizes = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), size: fc.integer({ min: 1, max: 9 }) })

describe('the Cholesky factor', () => {
  it('gives the inverse, the determinant and the solutions of a dense computation', () => {
    fc.assert(
      fc.property(sizes, ({ seed, size }) => {
        const gram = gramOf(seed, size)
        const factor = Float64Array.from(gram.to1DArray())
        expect(cholesky(factor, size)).toBe(true)
        const inverted = invertFactor(factor, size, size)
        const inverse = inverseFromFactor(inverted, size, size)
        const dense = denseInverse(gram).to1DArray()
        dense.forEach((value, k) => {
          expect(inverse[k]).toBeCloseTo(value, 8)
        })
        const half = Math.ceil(size / 2)
        const leading = denseInverse(gram.subMatrix(0, half - 1, 0, half - 1)).to1DArray()
        leading.forEach((value, k) => {
          expect(inverseFromFactor(inverted, size, half)[k]).toBeCloseTo(value, 8)
        })
        const roots = Array.from({ length: size }, (_, k) => factor[k * size + k] ?? 0)
        expect(logDeterminant(factor, size, 0, size)).toBeCloseTo(
          2 * roots.reduce((sum, x) => sum + Math.log(x), 0),
          10,
        )
        // L'x = b for the last row of the factor.
        const solution = solveTransposed(factor, size, size, factor, (size - 1) * size)
        expect(solution.at(-1)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('says no to a singular matrix and to one that is not finite', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBe(false)
    expect(cholesky(Float64Array.of(Number.POSITIVE_INFINITY), 1)).toBe(false)
    expect(cholesky(Float64Array.of(Number.NaN), 1)).toBe(false)
    expect(cholesky(new Float64Array(0), 0)).toBe(true)
  })

  it('steps over columns that say what earlier ones say', () => {
    const { normal } = seededFigures(4)
    const rows = Array.from({ length: 20 }, () => {
      const [a, b] = [normal(), normal()]
      return [1, a, b, a - 2 * b + 3, 0, normal()]
    })
    const columns = new Matrix(rows)
    const gram = Float64Array.from(columns.transpose().mmul(columns).to1DArray())
    expect(independentColumns(gram, 6)).toEqual([0, 1, 2, 5])
  })
})

describe('the inner loops', () => {
  it('add up many rows to the last bit as one by one, narrow or wide, few or many', () => {
    for (const size of [1, 2, 3, 4, 7, 16, 17])
      for (const rows of [0, 1, 63, 64, 65, 200]) {
        const { normal } = seededFigures(size * 1000 + rows)
        const vectors = Float64Array.from({ length: (rows + 1) * size }, () => normal())
        const [one, all] = [new Float64Array(size * size).fill(0.5), new Float64Array(size * size).fill(0.5)]
        for (let row = 1; row <= rows; row += 1) addOuter(one, size, vectors, row * size, 1)
        addOuters(all, size, vectors, size, rows)
        expect(all, `${size} × ${rows}`).toEqual(one)
      }
  })

  it('agree with plain sums', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 11 }), (seed, size) => {
        const { normal } = seededFigures(seed)
        const a = Float64Array.from({ length: size }, normal)
        const b = Float64Array.from({ length: size }, normal)
        expect(dot(a, 0, b, 0, size)).toBeCloseTo(
          a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0),
          10,
        )
        const lower = new Float64Array(size * size)
        addOuter(lower, size, a, 0, 2)
        addOuterPair(lower, size, a, 0, b, 0, -1)
        for (let i = 0; i < size; i += 1)
          for (let j = 0; j <= i; j += 1) {
            const [ai, aj, bi, bj] = [a[i] ?? 0, a[j] ?? 0, b[i] ?? 0, b[j] ?? 0]
            expect(lower[i * size + j]).toBeCloseTo(2 * ai * aj - ai * bj - bi * aj, 10)
          }
        const identity = Float64Array.from(Matrix.eye(size, size).to1DArray())
        expect(quadraticForm(identity, size, a)).toBeCloseTo(dot(a, 0, a, 0, size), 10)
      }),
    )
  })
})

describe('the search for a minimum', () => {
  const bowl = ([x = 0, y = 0]: readonly number[]) => (x - 3) ** 2 + 10 * (y + x * x - 8) ** 2 + 5

  it('finds a curved valley, and the polish places it sharply', () => {
    const rough = nelderMead(bowl, [0, 0], { step: 0.5, tolerance: 1e-4, mostEvaluations: 500 })
    expect(rough.value - 5).toBeLessThan(1e-2)
    const sharp = newtonPolish(bowl, rough)
    expect(sharp.isSharp).toBe(true)
    expect(Math.abs((sharp.at[0] ?? 0) - 3)).toBeLessThan(1e-6)
    expect(Math.abs((sharp.at[1] ?? 0) + 1)).toBeLessThan(1e-6)
  })

  it('gets round places that have no value, and stops when told to', () => {
    const walled = ([x = 0]: readonly number[]) => (x < 0.5 ? Number.POSITIVE_INFINITY : (x - 1) ** 2)
    expect(nelderMead(walled, [2], { step: 3, tolerance: 1e-12, mostEvaluations: 400 }).at[0]).toBeCloseTo(1, 4)
    expect(nelderMead(bowl, [9, 9], { step: 1, tolerance: 0, mostEvaluations: 30 }).evaluations).toBeLessThanOrEqual(34)
  })

  it('leaves a point where the ground does not curve upwards', () => {
    const saddle = ([x = 0, y = 0]: readonly number[]) => x * x - y * y
    expect(newtonPolish(saddle, { at: [1, 1], value: 0, evaluations: 0 })).toMatchObject({ at: [1, 1], isSharp: false })
  })
})
