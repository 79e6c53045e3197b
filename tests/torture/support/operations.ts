import fs from 'node:fs'
import { join } from 'node:path'
import type { Migration } from '#data/migrations/migration.ts'
import { migrations } from '#data/migrations/migrations.ts'
import { newestVersion } from '#data/migrations/runner.ts'
import { definition } from '#data/store/sql.ts'
import { openWorkspaceFile } from '#data/store/workspace-file.ts'
import type { TestEngine } from '#tests/support/in-memory-app.ts'
import { emptyAgency, importFiles, staffFiles, unitName } from './agency.ts'
import { sqlEngine } from './file-state.ts'

/** Where an operation works: `folder` is watched, and holds nothing but the workspace and what is made of it. */
export interface Scene {
  readonly app: TestEngine
  readonly folder: string
}

/** One thing a user does that writes. `start` brings the program to the moment before; `act` is the thing itself. */
export interface Operation {
  readonly name: string
  /** Files whose state says how it went. */
  readonly files: readonly string[]
  readonly start: (scene: Scene) => Promise<void>
  readonly act: (scene: Scene) => Promise<void>
  /** True when a second process can do the same again; an undo is known to its own sitting only. */
  readonly repeatable: boolean
}

export const mainFile = 'a.timbang'
const main = ({ folder }: Scene) => join(folder, mainFile)
const open = (scene: Scene) => scene.app.call('workspace.open', { path: main(scene) })

/** The files of an import lie outside the watched folder: reading them is not what is tried here. */
async function previewed({ app }: Scene, wave: number): Promise<string> {
  const preview = await app.call('import.preview', {
    jobId: 'preview',
    paths: listsOf(app, wave),
    periodId: await periodOf(app),
  })
  return preview.previewId
}

function listsOf(app: TestEngine, wave: number): string[] {
  return Object.entries(staffFiles(wave)).map(([name, text]) => {
    fs.writeFileSync(app.path(name), text)
    return app.path(name)
  })
}

async function periodOf(app: TestEngine) {
  const periodId = (await app.call('workspace.status', {}))?.periods[0]?.id
  if (periodId === undefined) throw new Error('the agency has a period')
  return periodId
}

/** Renames every unit, in one command. Returns the length of the journal afterwards. */
export async function renameUnits(app: TestEngine, round: number): Promise<number> {
  const before = await app.call('workspace.status', {})
  const units = before?.units ?? []
  const edited = units.map((unit, index) => ({
    id: unit.id,
    name: unitName(round, index),
    parent: unit.parentId === null ? null : units.findIndex((other) => other.id === unit.parentId),
  }))
  const after = await app.call('workspace.updateUnits', { units: edited })
  return after?.journalLength ?? 0
}

/** Imports a wave of new people. */
export async function importWave(app: TestEngine, wave: number): Promise<void> {
  await importFiles(app, await periodOf(app), listsOf(app, wave))
}

/** Steps after the newest schema, each with a table of its own as large as that of the units. */
export function laterMigrations(count: number): readonly Migration[] {
  const newest = newestVersion(migrations)
  const later = Array.from({ length: count }, (_, index): Migration => {
    const number = index + 1
    return {
      version: newest + number * 10,
      name: `torture-${number}`,
      up(db) {
        db.script(
          definition(`CREATE TABLE torture_${number} (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
          INSERT INTO torture_${number} SELECT id, name FROM unit;`),
        )
      },
    }
  })
  return [...migrations, ...later]
}

/** Opens the file with a newer schema, as the next version of the program would. */
export async function migrate(path: string, steps: number): Promise<void> {
  openWorkspaceFile(await sqlEngine(), path, laterMigrations(steps)).close()
}

const previews = new WeakMap<TestEngine, string>()

/** What a user does next when something was refused: opens the file and goes on working. */
export const nextCommit: Operation = {
  name: 'next commit',
  repeatable: false,
  files: [mainFile],
  start: async (scene) => void (await open(scene)),
  act: async ({ app }) => void (await renameUnits(app, 2)),
}

export const operations: readonly Operation[] = [
  {
    name: 'commit',
    repeatable: false,
    files: [mainFile],
    start: async (scene) => void (await open(scene)),
    act: async ({ app }) => void (await renameUnits(app, 1)),
  },
  {
    name: 'undo',
    repeatable: false,
    files: [mainFile],
    async start(scene) {
      await open(scene)
      await renameUnits(scene.app, 1)
    },
    act: async ({ app }) => void (await app.call('history.undo', {})),
  },
  {
    name: 'import',
    repeatable: false,
    files: [mainFile],
    async start(scene) {
      await open(scene)
      previews.set(scene.app, await previewed(scene, 1))
    },
    async act({ app }) {
      await app.call('import.commit', { jobId: 'commit', previewId: previews.get(app) ?? '' })
    },
  },
  {
    name: 'save a copy',
    repeatable: true,
    files: [mainFile, 'copy.timbang'],
    start: async (scene) => void (await open(scene)),
    act: async ({ app, folder }) => void (await app.call('workspace.saveCopy', { path: join(folder, 'copy.timbang') })),
  },
  {
    name: 'create',
    repeatable: true,
    files: ['new.timbang'],
    start: async () => undefined,
    act: async ({ app, folder }) => void (await app.call('workspace.create', emptyAgency(join(folder, 'new.timbang')))),
  },
  {
    name: 'migrate',
    repeatable: true,
    files: [mainFile],
    start: async () => undefined,
    act: (scene) => migrate(main(scene), 1),
  },
  {
    name: 'open after a crash',
    repeatable: true,
    files: [mainFile],
    start: async () => undefined,
    act: async (scene) => void (await open(scene)),
  },
]

export function operationNamed(name: string): Operation {
  const operation = operations.find((candidate) => candidate.name === name)
  if (operation === undefined) throw new Error(`no operation ${name}`)
  return operation
}
