/*
 * The inner loops of the models, over parts of flat arrays. Matrices lie row by row in one Float64Array; a "lower" matrix
 * is square and only its lower triangle counts. No checks here: the callers own the sizes.
 */

/** Sum of products of two stretches of `length` figures. Four sums run side by side; their order is fixed. */
export function dot(
  first: Float64Array,
  firstAt: number,
  second: Float64Array,
  secondAt: number,
  length: number,
): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  const quads = length - (length & 3)
  let k = 0
  for (; k < quads; k += 4) {
    s0 += (first[firstAt + k] as number) * (second[secondAt + k] as number)
    s1 += (first[firstAt + k + 1] as number) * (second[secondAt + k + 1] as number)
    s2 += (first[firstAt + k + 2] as number) * (second[secondAt + k + 2] as number)
    s3 += (first[firstAt + k + 3] as number) * (second[secondAt + k + 3] as number)
  }
  for (; k < length; k += 1) s0 += (first[firstAt + k] as number) * (second[secondAt + k] as number)
  return s0 + s1 + (s2 + s3)
}

/** target += factor × source, over `length` figures. */
export function addScaled(
  target: Float64Array,
  targetAt: number,
  source: Float64Array,
  sourceAt: number,
  length: number,
  factor: number,
): void {
  for (let k = 0; k < length; k += 1)
    target[targetAt + k] = (target[targetAt + k] as number) + factor * (source[sourceAt + k] as number)
}

/** lower += factor × v v', for the vector of `size` figures that begins at `at`. */
export function addOuter(lower: Float64Array, size: number, vector: Float64Array, at: number, factor: number): void {
  for (let i = 0; i < size; i += 1) {
    const scaled = factor * (vector[at + i] as number)
    if (scaled === 0) continue
    const row = i * size
    for (let j = 0; j <= i; j += 1) lower[row + j] = (lower[row + j] as number) + scaled * (vector[at + j] as number)
  }
}

/** Wider rows have many zeros (a column per label), which `addOuter` steps over. */
const narrow = 16
/** So many rows at a time stay near the processor. */
const stretch = 64

/** lower += Σ v v' over `rows` vectors of `size` figures that stand one after the other, the first at `at`. */
export function addOuters(lower: Float64Array, size: number, vectors: Float64Array, at: number, rows: number): void {
  if (size > narrow) {
    for (let row = 0; row < rows; row += 1) addOuter(lower, size, vectors, at + row * size, 1)
    return
  }
  for (let from = 0; from < rows; from += stretch) {
    const first = at + from * size
    const end = at + Math.min(rows, from + stretch) * size
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j <= i; j += 2) addTwoProducts(lower, size, vectors, { first, end, i, j })
  }
}

/** Entries (i, j) and (i, j + 1) together: two sums side by side take no longer than one. Above the diagonal nothing is kept. */
function addTwoProducts(
  lower: Float64Array,
  size: number,
  vectors: Float64Array,
  { first, end, i, j }: { readonly first: number; readonly end: number; readonly i: number; readonly j: number },
): void {
  const other = Math.min(j + 1, i)
  let sum = lower[i * size + j] as number
  let second = lower[i * size + other] as number
  for (let place = first; place < end; place += size) {
    const value = vectors[place + i] as number
    sum += value * (vectors[place + j] as number)
    second += value * (vectors[place + other] as number)
  }
  lower[i * size + other] = second
  lower[i * size + j] = sum
}

/** lower += factor × (a b' + b a'), for two vectors of `size` figures. */
export function addOuterPair(
  lower: Float64Array,
  size: number,
  first: Float64Array,
  firstAt: number,
  second: Float64Array,
  secondAt: number,
  factor: number,
): void {
  for (let i = 0; i < size; i += 1) {
    addScaled(lower, i * size, second, secondAt, i + 1, factor * (first[firstAt + i] as number))
    addScaled(lower, i * size, first, firstAt, i + 1, factor * (second[secondAt + i] as number))
  }
}

/** v' M v for a full symmetric matrix `size` wide. */
export function quadraticForm(matrix: Float64Array, size: number, vector: Float64Array): number {
  let sum = 0
  for (let i = 0; i < size; i += 1) sum += (vector[i] as number) * dot(matrix, i * size, vector, 0, size)
  return sum
}

/** a'Mb of a full matrix `wide` wide, where a and b stand at the first `count` of the given places. */
export function placedForm(
  matrix: Float64Array,
  wide: number,
  places: Int32Array,
  count: number,
  left: Float64Array,
  leftAt: number,
  right: Float64Array,
  rightAt: number,
): number {
  let sum = 0
  if (count === wide) {
    // All places, in order: no need to look them up.
    for (let i = 0; i < count; i += 1)
      sum += (left[leftAt + i] as number) * dot(matrix, i * wide, right, rightAt, count)
    return sum
  }
  for (let i = 0; i < count; i += 1) {
    const row = (places[i] as number) * wide
    let inner = 0
    for (let j = 0; j < count; j += 1)
      inner += (matrix[row + (places[j] as number)] as number) * (right[rightAt + j] as number)
    sum += (left[leftAt + i] as number) * inner
  }
  return sum
}
