import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Effort, TortureResult } from './harness.ts'

const project = join(import.meta.dirname, '../..')
/** What is tried, and by what. */
const tried = ['src', 'tests/torture', 'package-lock.json']

/** Results of harnesses that ended, so that a long run that was broken off is taken up again. */
export interface KeptResults {
  /** Of the same code and effort; undefined when there is none. */
  find(harness: string): TortureResult | undefined
  keep(result: TortureResult): void
}

export function keptResults(folder: string, effort: Effort): KeptResults {
  const code = codeHash()
  const fileOf = (harness: string) => join(folder, `${harness.replaceAll(/\W+/g, '-')}.json`)
  return {
    find(harness) {
      try {
        const kept = JSON.parse(readFileSync(fileOf(harness), 'utf8')) as {
          code: string
          effort: Effort
          result: TortureResult
        }
        return kept.code === code && kept.effort === effort ? kept.result : undefined
      } catch {
        return undefined
      }
    },
    keep(result) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(fileOf(result.harness), `${JSON.stringify({ code, effort, result }, null, 2)}\n`)
    },
  }
}

/** SHA-256 over every file of the code that is tried, by its path. */
function codeHash(): string {
  const digest = createHash('sha256')
  for (const part of tried)
    for (const file of filesBelow(part)) digest.update(file).update(readFileSync(join(project, file)))
  return digest.digest('hex')
}

function filesBelow(path: string): readonly string[] {
  if (!path.includes('/') && path.includes('.')) return [path]
  return readdirSync(join(project, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .toSorted()
}
