import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// What is waited for may take long on a busy machine: a test says that it comes, a bench how soon.
const slow = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } }

export default defineConfig({
  test: {
    projects: [
      // No module of these keeps anything from one test to the next: they share one load, which halves the time.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], ...slow, isolate: false } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...slow, isolate: false } },
      // The short form of what `npm run torture` does at length.
      { test: { name: 'torture', include: ['tests/torture/**/*.test.ts'], ...slow } },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], ...slow } },
      {
        plugins: [react()],
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['tests/screens/setup.ts'],
          ...slow,
        },
      },
      // Skips itself where TIMBANG_REFERENCE names no folder with the official examples.
      { test: { name: 'reference', include: ['tests/reference/**/*.test.ts'], ...slow } },
    ],
    passWithNoTests: true,
    // One worker for each core: by default one core is kept free, and of two that is half.
    maxWorkers: '100%',
  },
})
