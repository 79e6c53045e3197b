/** Time, chance and ids come from outside, so that every result can be made again. */
export interface Environment {
  /** Now, as an ISO instant in UTC. */
  now(): string
  /** A new opaque id, never given before. */
  newId(): string
  /** Who is at the keyboard; stands in the trail. */
  author(): string
}
