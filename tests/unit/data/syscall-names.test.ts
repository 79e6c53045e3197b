import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { loadSqlEngine } from '#data/store/sql-engine.ts'
import { syscalls, wasmBuildOf, whatToDoAbout } from '#data/store/syscall-names.ts'

const require = createRequire(import.meta.url)
const bytesOf = (name: string) => new Uint8Array(fs.readFileSync(require.resolve(`sql.js/dist/${name}`)))
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the installed SQLite build', () => {
  it.each([
    ['sql-wasm.wasm', 'release'],
    ['sql-wasm-debug.wasm', 'debug'],
  ])('%s is one whose syscalls we know, each among its imports and none twice', async (name, glue) => {
    const bytes = bytesOf(name)
    const build = wasmBuildOf(hashOf(bytes))
    // Whoever brought another sql.js reads here what to do.
    expect(build?.glue, whatToDoAbout(hashOf(bytes))).toBe(glue)
    const module = await WebAssembly.compile(bytes)
    const imported = new Set(WebAssembly.Module.imports(module).map((entry) => `${entry.module}.${entry.name}`))
    const ours = syscalls.map((call) => `${build?.imports[call].module}.${build?.imports[call].name}`)
    expect(ours.filter((entry) => !imported.has(entry))).toEqual([])
    expect(new Set(ours).size).toBe(syscalls.length)
  })

  it('negative control: a build nobody has looked at is refused before it runs', async () => {
    const other = bytesOf('sql-wasm.wasm')
    other.set([0], other.length - 1)
    expect(wasmBuildOf(hashOf(other))).toBeUndefined()
    await expect(loadSqlEngine(other)).rejects.toThrow(/^sql\.js changed.*Never guess a letter/s)
  })
})
