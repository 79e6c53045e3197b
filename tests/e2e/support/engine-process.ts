import { expect } from '@playwright/test'
import type { RunningTimbang } from './app.ts'

/** Process id of the engine that serves this Timbang at the moment. */
export async function enginePid(timbang: RunningTimbang): Promise<number> {
  const find = () =>
    timbang.app.evaluate(
      ({ app }) =>
        app.getAppMetrics().find((metric) => metric.type === 'Utility' && metric.name === 'Timbang engine')?.pid ?? 0,
    )
  await expect.poll(find).toBeGreaterThan(0)
  return find()
}
