import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '#cli/run-command-line.ts'
import { createNodeEngine } from '#engine/hosts/node.ts'
import { newWorkspaceInput } from '#tests/support/builders.ts'
import { type TestEngine, testEngine } from '#tests/support/in-memory-app.ts'
import { nameOffice, names, pins } from '#tests/support/users-bench.ts'

const wasmBytes = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))

let app: TestEngine

beforeAll(async () => {
  app = testEngine()
  await app.call('workspace.create', newWorkspaceInput(app.path('a.timbang')))
  await nameOffice(app)
  await app.call('workspace.close', {})
  writeFileSync(app.path('list.csv'), 'NIP;Nama\n197003121995032001;Ratna Dewi\n')
  writeFileSync(app.path('pin.txt'), `${pins.secretary}\n`)
  writeFileSync(app.path('wrong.txt'), `${pins.chair}\n`)
})
afterAll(() => app.close())

async function timbang(...argv: string[]) {
  const complaints: string[] = []
  const out: string[] = []
  const code = await runCommandLine(argv, {
    engine: (locale) => createNodeEngine(wasmBytes, locale, (line) => complaints.push(line)),
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    language: 'en',
    today: () => new Date('2026-11-23T02:00:00Z'),
  })
  return { code, out: out.join('\n'), complaints: complaints.join('\n') }
}

describe('the command line on a workspace with named users', () => {
  it('reads without a PIN and writes only as somebody', async () => {
    expect((await timbang('check', app.path('a.timbang'))).code).toBe(0)
    const refused = await timbang('import', app.path('a.timbang'), app.path('list.csv'))
    expect(refused.code).toBe(1)
    expect(refused.complaints).toContain('E-AUTH-SIGNIN')
    expect(refused.complaints).toContain('--user NAME and --pin-file FILE')
  })

  it('takes the PIN from a file, and the trail names the user', async () => {
    const as = (file: string) => ['--user', names.secretary, '--pin-file', app.path(file)]
    const list = ['import', app.path('a.timbang'), app.path('list.csv')]
    expect((await timbang(...list, ...as('wrong.txt'))).complaints).toContain('E-AUTH-PIN')
    expect((await timbang(...list, '--user', 'Siapa', '--pin-file', app.path('pin.txt'))).complaints).toContain(
      'E-NOT-FOUND',
    )
    expect((await timbang(...list, ...as('pin.txt'))).complaints).not.toContain('E-')
    const { entries } = JSON.parse((await timbang('log', app.path('a.timbang'), '--json')).out)
    expect(entries[0]).toMatchObject({ command: 'import.commit', author: names.secretary })
  })
})
