#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createNodeEngine } from '#engine/hosts/node.ts'
import { runCommandLine } from './run-command-line.ts'
import { askAtTerminal } from './secret.ts'

/** The bundle carries the wasm beside itself; from the sources it stands in the package. */
function wasmBytes(): Uint8Array {
  try {
    return readFileSync(join(import.meta.dirname, 'sql-wasm.wasm'))
  } catch {
    return readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))
  }
}

/** Two folders up from the bundle as from the sources; a bundle that was moved does not know it. */
function version(): string | undefined {
  try {
    const about = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'))
    return about.name === 'timbang' ? String(about.version) : undefined
  } catch {
    return undefined
  }
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  engine: (locale, { readsEveryPage = false }) =>
    createNodeEngine(wasmBytes(), locale, (line) => console.error(line), { readsEveryPage, version: version() }),
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  language: (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('en') ? 'en' : 'id',
  today: () => new Date(),
  // The answer goes to standard output, maybe into a file; what is asked goes beside it.
  askSecret: askAtTerminal(process.stdin, process.stderr),
})
