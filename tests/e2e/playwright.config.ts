import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// Where the run may write; scripts/run.mjs names a folder of the user the application runs as.
const results = process.env.TIMBANG_OUT ?? join(import.meta.dirname, '../../out/e2e')

export default defineConfig({
  testDir: '.',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.TIMBANG_CI),
  outputDir: join(results, 'traces'),
  reporter: [['list'], ['json']],
  preserveOutput: 'failures-only',
})
