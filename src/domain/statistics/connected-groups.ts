/** One pair that links a row element with a column element, such as a person with a rater. */
export interface Link {
  readonly from: string
  readonly to: string
}

export interface ConnectedGroup {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/**
 * The groups that hang together: two raters are in one group when a chain of shared persons leads from one to the other. Only
 * inside a group can severities be compared. Order: as first met. Done by union-find.
 * @example connectedGroups([{ from: 'p1', to: 'A' }, { from: 'p2', to: 'B' }]).length // 2
 */
export function connectedGroups(links: readonly Link[]): readonly ConnectedGroup[] {
  const parents = new Map<string, string>()
  const root = (node: string): string => {
    let top = node
    for (let next = parents.get(top); next !== undefined && next !== top; next = parents.get(top)) top = next
    // Shortens the way for the next one who asks.
    for (let below = node; below !== top; ) {
      const next = parents.get(below) ?? top
      parents.set(below, top)
      below = next
    }
    return top
  }
  const fromNode = (name: string) => `f${name}`
  const toNode = (name: string) => `t${name}`
  for (const { from, to } of links) {
    const [a, b] = [fromNode(from), toNode(to)]
    if (!parents.has(a)) parents.set(a, a)
    if (!parents.has(b)) parents.set(b, b)
    parents.set(root(a), root(b))
  }
  const groups = new Map<string, { from: Set<string>; to: Set<string> }>()
  for (const { from, to } of links) {
    const top = root(fromNode(from))
    const group = groups.get(top) ?? { from: new Set(), to: new Set() }
    group.from.add(from)
    group.to.add(to)
    groups.set(top, group)
  }
  return [...groups.values()].map(({ from, to }) => ({ from: [...from], to: [...to] }))
}
