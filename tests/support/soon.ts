/** Milliseconds that tell a slow algorithm, which would take minutes, from a busy machine. Figures belong to the benches. */
export const soon = 10_000
