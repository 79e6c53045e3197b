import type { WritableDatabase } from '#data/store/database.ts'

/** One step of the schema. Released steps never change; a recorded schema hash freezes each. */
export interface Migration {
  /** The `user_version` the file has afterwards. Tens: 10, 20, 30. */
  readonly version: number
  /** What it does, kebab-case. */
  readonly name: string
  /** Runs inside the one transaction of all pending steps, with foreign keys checked at the end instead of at each row. */
  up(db: WritableDatabase): void
}
