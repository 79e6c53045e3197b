import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { bin, root } from './project.mjs'
import { run } from './stage.mjs'

/** Runs the tests that need no application. Gives the figures, and what failed in words. */
export async function runVitest(given) {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-vitest-'))
  const report = join(folder, 'report.json')
  try {
    const code = await run(bin('vitest'), [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...given,
    ])
    const figures = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
    const failed = figures.numFailedTests ?? 0
    return {
      passed: figures.numPassedTests ?? 0,
      // A file that cannot be loaded fails without a single failed test.
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: (figures.numPendingTests ?? 0) + (figures.numTodoTests ?? 0),
      failures: failuresIn(figures.testResults ?? []),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What failed and why, said once more at the end: the record of a build machine keeps the last lines only. */
function failuresIn(files) {
  return files
    .filter((file) => file.status === 'failed')
    .flatMap((file) => {
      const path = relative(root, file.name)
      const tests = file.assertionResults.filter((test) => test.status === 'failed')
      if (tests.length === 0) return [`FAILED ${path}\n${beginningOf(file.message)}\n`]
      return tests.map((test) => `FAILED ${path} > ${test.fullName}\n${beginningOf(test.failureMessages.join('\n'))}\n`)
    })
}

const beginningOf = (message) => message.split('\n').slice(0, 20).join('\n')
