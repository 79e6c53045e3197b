/** One cell of a column that came from the engine; the fallback where the column is shorter than the board. */
export const at = <Value, const Fallback>(column: readonly Value[], index: number, fallback: Fallback) =>
  column[index] ?? fallback
