import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { buildExample } from '#application/example/build-example.ts'
import { standardPanel } from '#application/example/example-panel.ts'
import { standardScale } from '#application/example/example-source.ts'
import { addPeriod } from '#application/workspace/add-period.ts'
import { createWorkspace } from '#application/workspace/create-workspace.ts'
import { updateUnits } from '#application/workspace/update-units.ts'
import type { WorkspaceStatus } from '#contract/workspace.ts'
import { lastWrittenAt } from '#data/repositories/journal.ts'
import { hashing } from '#data/repositories/sha256.ts'
import { placeOf } from '#data/store/file-place.ts'
import { AppError } from '#domain/app-error.ts'
import { checkTrail, hasKnownSchema } from '#engine/check-trail.ts'
import { exampleSource } from '#engine/example-source.ts'
import { awaitDefects } from '#engine/find-defects.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'
import { keyFor, type NewProtection, noteProtection } from '#engine/protection.ts'

export function workspaceHandlers(context: HandlerContext): HandlersOf<CallsOf<'workspace'>> {
  const { session, environment, preferences, jobs } = context

  function status(): WorkspaceStatus {
    if (!session.isOpen()) return null
    const workspace = session.current()
    const agency = workspace.tables.agency.all()[0]
    if (!agency) throw new AppError('E-OPEN-FOREIGN', { path: workspace.path })
    return {
      path: workspace.path,
      fileName: basename(workspace.path),
      readOnly: workspace.readOnly,
      readOnlyBecause: session.readOnlyBecause(),
      place: placeOf(workspace.path),
      agency,
      units: workspace.tables.unit.all().toSorted((a, b) => a.position - b.position),
      periods: workspace.tables.period
        .all()
        .toSorted((a, b) => b.endsOn.localeCompare(a.endsOn) || a.kind.localeCompare(b.kind)),
      employeeCount: workspace.tables.employee.count(),
      journalLength: workspace.trailLength(),
      savedAt: lastWrittenAt(session.database()),
    }
  }

  const remember = () => {
    const { path } = session.current()
    preferences.remember({ path, name: basename(path), openedAt: environment.now() })
  }

  const keyOf = (protection: NewProtection | null) => (protection === null ? null : keyFor(context, protection))

  /** A place of its own for the example when the user did not choose one: a fresh file in the temporary folder. */
  const examplePath = () => join(mkdtempSync(join(tmpdir(), 'timbang-')), 'contoh-dinas-kesehatan.timbang')

  return {
    'workspace.status': () => status(),
    'workspace.recent': () => preferences.recent().map((file) => ({ ...file, missing: !existsSync(file.path) })),
    'workspace.forgetRecent': ({ path }) => {
      preferences.forget(path)
      return {}
    },
    'workspace.create': async ({ path, protection, ...input }) => {
      const agency = { ...input.agency, example: false }
      const key = await keyOf(protection)
      await session.create(
        path,
        (workspace) => {
          createWorkspace(workspace, environment, { ...input, agency })
          noteProtection(workspace, protection)
        },
        key,
      )
      remember()
      return status()
    },
    'workspace.createExample': async ({ path, seed, jobId, protection }) => {
      const target = path ?? examplePath()
      const key = await keyOf(protection)
      await jobs.run(jobId, (job) =>
        session.create(
          target,
          async (workspace) => {
            await buildExample(workspace, environment, exampleSource, seed, job, standardScale, {
              scale: standardPanel,
              hashing,
            })
            noteProtection(workspace, protection)
          },
          key,
        ),
      )
      remember()
      return status()
    },
    'workspace.open': async ({ path, readOnly }) => {
      await session.open(path, readOnly)
      remember()
      return status()
    },
    'workspace.close': () => {
      session.close()
      return {}
    },
    'workspace.saveCopy': ({ path }) => {
      session.current().saveCopy(path)
      return { path }
    },
    'workspace.check': ({ jobId, anchor }) =>
      jobs.run(jobId, async (job) => {
        job.report('pages', 0, 1)
        await job.pause()
        const search = session.findDefects()
        try {
          const schemaKnown = hasKnownSchema(session.database())
          const trail = await checkTrail(context, anchor, job)
          return { problems: [...(await awaitDefects(search, job))], schemaKnown, trail }
        } finally {
          search.stop()
        }
      }),
    'workspace.updateAgency': (input) => {
      const workspace = session.current()
      const summary = { agency: input.name }
      workspace.command({ name: 'workspace.updateAgency', summary }, (tables) => {
        const before = tables.agency.require('agency')
        tables.agency.put({ ...before, ...input })
      })
      return status()
    },
    'workspace.updateUnits': ({ units }) => {
      updateUnits(session.current(), environment, units)
      return status()
    },
    'workspace.addPeriod': (input) => ({ periodId: addPeriod(session.current(), environment, input) }),
  }
}
