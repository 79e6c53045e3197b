import { AppError } from '#domain/app-error.ts'

/**
 * The element at a place that must exist. Throws E-ARG where there is none, so that a wrong index never becomes a quiet
 * `undefined` inside a sum.
 * @example element([70, 80], 1) // 80
 */
export function element<Value>(list: ArrayLike<Value>, index: number): Value {
  const found = list[index]
  if (found === undefined) throw new AppError('E-ARG')
  return found
}

/**
 * The sum of a quantity over the places 0 to count − 1.
 * @example sumOver(3, (place) => place) // 3
 */
export function sumOver(count: number, quantity: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < count; index += 1) sum += quantity(index)
  return sum
}
