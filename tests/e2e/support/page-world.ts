import type { TimbangBridge } from '#contract/wire.ts'

/** What code evaluated in a page finds there: `(globalThis as unknown as PageWorld).timbang`. */
export interface PageWorld {
  readonly timbang: TimbangBridge
  /** Where a test collects the events the page hears. */
  heard: unknown[]
}
