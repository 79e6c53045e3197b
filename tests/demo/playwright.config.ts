import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// Where the run may write; scripts/run.mjs names a folder of the user the application runs as.
const results = process.env.TIMBANG_OUT ?? join(import.meta.dirname, '../../out')

export default defineConfig({
  testDir: '.',
  // The whole meeting in one go, with pictures of every screen in both languages.
  timeout: 420_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  outputDir: join(results, 'e2e', 'demo-traces'),
  reporter: [['list']],
  preserveOutput: 'failures-only',
})
