import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommandLine } from '#cli/run-command-line.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'

const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))

/** `timbang stats …` run in this process, with a folder for its tables. */
export function statsBench() {
  const folder = mkdtempSync(join(tmpdir(), 'timbang-stats-'))
  const stats = async (...argv: string[]) => {
    const out: string[] = []
    const complaints: string[] = []
    const code = await runCommandLine(['stats', ...argv], {
      engine: (locale) => createNodeEngine(wasmBytes, locale, (line) => complaints.push(line)),
      print: (text) => out.push(text),
      complain: (text) => complaints.push(text),
      language: 'en',
      today: () => new Date('2026-11-23T02:00:00Z'),
    })
    return { code, out: out.join('\n'), complaints: complaints.join('\n') }
  }
  return {
    folder,
    stats,
    /** The answer for programs, with the exit code. */
    data: async (...argv: string[]) => {
      const { out, code } = await stats(...argv, '--json')
      return { code, ...JSON.parse(out) }
    },
    written: (name: string, text: string) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Rows of cells as the text of a CSV file. */
export const csvOf = (...rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(',')).join('\n')
