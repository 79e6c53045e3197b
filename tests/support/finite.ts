/** Paths of figures that are NaN or infinite, anywhere inside a result. Empty: every figure is one. */
export function oddFigures(result: unknown, path = ''): readonly string[] {
  if (typeof result === 'number') return Number.isFinite(result) ? [] : [`${path}: ${result}`]
  if (typeof result !== 'object' || result === null) return []
  const entries = ArrayBuffer.isView(result) ? [...(result as Float64Array).entries()] : Object.entries(result)
  return entries.flatMap(([key, value]) => oddFigures(value, `${path}.${key}`))
}
