import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadSqlEngine, type SqlEngine } from '#data/store/sql-engine.ts'
import { AppError } from '#domain/app-error.ts'

export const wasmPath = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')
export const debugWasmPath = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm-debug.wasm')

export function testEngine(): Promise<SqlEngine> {
  return loadSqlEngine(fs.readFileSync(wasmPath))
}

/** A directory of its own for one test, gone afterwards. */
export function testDirectory(): string {
  const directory = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'timbang-store-'))
  onTestFinished(() => fs.rmSync(directory, { recursive: true, force: true }))
  return directory
}

export function sha256(path: string): string {
  return createHash('sha256').update(fs.readFileSync(path)).digest('hex')
}

/** The code of the refusal, or what happened instead. */
export function refusalOf(work: () => unknown): string {
  try {
    work()
    return 'no refusal'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

const hasSqlite3 = spawnSync('sqlite3', ['--version']).status === 0

/** The stock command line program's answer, or undefined where it is not installed. */
export function sqlite3(path: string, statement: string): string | undefined {
  return hasSqlite3 ? execFileSync('sqlite3', [path, statement], { encoding: 'utf8' }).trim() : undefined
}

/** Why a test that needs the stock program is skipped. */
export const sqlite3Missing = hasSqlite3 ? undefined : 'the program sqlite3 is not installed (apt-get install sqlite3)'

/** A key derivation that costs nothing: the tests are about what stands on it. */
export const cheapKdf = { memory: 64, iterations: 1, lanes: 1 }
