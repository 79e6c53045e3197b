import { describe, expect, it } from 'vitest'
import { brokenEdges, layerTable } from './layers.ts'
import { importsOf, sourceFiles } from './source-files.ts'

describe('layers', () => {
  it('hold in every file of src', () => {
    expect(brokenEdges(sourceFiles())).toEqual([])
  })

  it('sees the files it is meant to see', () => {
    expect(sourceFiles().length).toBeGreaterThan(100)
    expect(importsOf("import { z } from '#domain/zod.ts'\nimport './x.css'\nconst a = await import('./y.ts')")).toEqual(
      ['#domain/zod.ts', './x.css', './y.ts'],
    )
  })

  // Negative controls: each rule of the table, broken on purpose.
  const offences: readonly [string, string][] = [
    ['src/domain/scoring/x.ts', "import { readFileSync } from 'node:fs'"],
    ['src/domain/scoring/x.ts', "import { Workspace } from '#application/ports/workspace.ts'"],
    ['src/domain/scoring/x.ts', "import normalCdf from '@stdlib/stats-base-dists-normal-cdf'"],
    ['src/domain/statistics/x.ts', "import { readFileSync } from 'node:fs'"],
    ['src/contract/x.ts', "import { createGate } from '#engine/gate/gate.ts'"],
    ['src/application/x.ts', "import { sql } from '#data/store/sql.ts'"],
    ['src/application/x.ts', "import initSqlJs from 'sql.js'"],
    ['src/data/x.ts', "import { createWorkspace } from '#application/workspace/create-workspace.ts'"],
    ['src/documents/x.ts', "import { sql } from '#data/store/sql.ts'"],
    ['src/engine/x.ts', "import { BrowserWindow } from 'electron'"],
    ['src/cli/x.ts', "import { app } from 'electron'"],
    ['src/main/x.ts', "import { createEngine } from '#engine/compose.ts'"],
    ['src/preload/x.ts', "import { predicateOf } from '#domain/rules/quadrant.ts'"],
    ['src/renderer/x.ts', "import { createEngine } from '#engine/compose.ts'"],
    ['src/renderer/x.ts', "import fs from 'node:fs'"],
    ['src/renderer/screens/staff/x.tsx', "import { Room } from '#renderer/screens/meeting/room.tsx'"],
    ['src/renderer/ui/x.tsx', "import { thing } from '../../domain/zod.ts'"],
    ['src/invented/x.ts', ''],
  ]
  it.each(offences)('refuses in %s: %s', (path, text) => {
    expect(brokenEdges([{ path, text }])).toHaveLength(1)
  })

  it('lets the statistics use the kept libraries, in its folders too', () => {
    const text = "import normalCdf from '@stdlib/stats-base-dists-normal-cdf'\nimport { Matrix } from 'ml-matrix'"
    const files = ['src/domain/statistics/x.ts', 'src/domain/statistics/numeric/x.ts'].map((path) => ({ path, text }))
    expect(brokenEdges(files)).toEqual([])
  })

  it('has a control for every layer', () => {
    const controlled = new Set(offences.map(([path]) => path.split('/')[1]))
    expect(Object.keys(layerTable).filter((layer) => !controlled.has(layer))).toEqual([])
  })
})
