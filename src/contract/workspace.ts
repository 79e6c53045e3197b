import { agency } from '#domain/model/agency.ts'
import { isoDate, isoInstant, shortText } from '#domain/model/common.ts'
import { periodId, unitId } from '#domain/model/ids.ts'
import { period } from '#domain/model/period.ts'
import { z } from '#domain/zod.ts'
import { command, job, jobId, nothing, query } from './define-contract.ts'
import { trailReport, typedAnchor } from './ledger.ts'
import { protection } from './protection.ts'

const path = z.string().min(1).max(4096)

export const periodSummary = period.pick({
  id: true,
  name: true,
  kind: true,
  year: true,
  ordinal: true,
  startsOn: true,
  endsOn: true,
  stage: true,
})

/** Null when no workspace is open. */
export const workspaceStatus = z
  .object({
    path,
    fileName: z.string(),
    readOnly: z.boolean(),
    /** Null when it can be written; otherwise because that was asked for, or because the file or its place forbids it. */
    readOnlyBecause: z.enum(['asked', 'rights']).nullable(),
    /** Where the file lies: on a network share or in a synchronised folder locks and saving cannot be relied on. */
    place: z.enum(['local', 'network', 'synchronised', 'removable']),
    agency,
    units: z.array(z.object({ id: unitId, parentId: unitId.nullable(), name: z.string(), shortName: z.string() })),
    /** Latest first. */
    periods: z.array(periodSummary),
    employeeCount: z.number().int(),
    journalLength: z.number().int(),
    savedAt: isoInstant.nullable(),
  })
  .nullable()
export type WorkspaceStatus = z.infer<typeof workspaceStatus>

export const recentFile = z.object({ path, name: z.string(), openedAt: isoInstant, missing: z.boolean() })

export const newPeriod = z.object({
  kind: z.enum(['annual', 'quarterly', 'monthly']),
  year: z.number().int().min(2000).max(2100),
  ordinal: z.number().int().min(1).max(12),
  rulePacks: z.array(z.string().max(80)),
  windowStartsOn: isoDate.nullable(),
  windowEndsOn: isoDate.nullable(),
})

export const newWorkspace = z.object({
  path,
  agency: agency.omit({ id: true, example: true }),
  units: z.array(z.object({ name: shortText.min(1), parent: z.number().int().min(0).nullable() })).max(500),
  period: newPeriod,
  /** Null: a plain file. */
  protection: protection.nullable().default(null),
})

export const workspaceCalls = {
  'workspace.status': query({ input: nothing, output: workspaceStatus }),
  'workspace.recent': query({ input: nothing, output: z.array(recentFile) }),
  'workspace.forgetRecent': command({ input: z.object({ path }), output: nothing, needsSoundFile: false }),
  'workspace.create': command({ input: newWorkspace, output: workspaceStatus, needsSoundFile: false }),
  /** A new workspace with the generated example agency; the seed makes it the same each time. */
  'workspace.createExample': job({
    input: z.object({
      path: path.nullable(),
      seed: z.number().int(),
      jobId,
      protection: protection.nullable().default(null),
    }),
    output: workspaceStatus,
    needsSoundFile: false,
  }),
  /** `readOnly`: beside a window that writes it, whose commits then show here by themselves. */
  'workspace.open': command({
    input: z.object({ path, readOnly: z.boolean().default(false) }),
    output: workspaceStatus,
    needsSoundFile: false,
  }),
  'workspace.close': command({ input: nothing, output: nothing, needsSoundFile: false }),
  'workspace.saveCopy': command({ input: z.object({ path }), output: z.object({ path }) }),
  /** Everything that can be checked: pages and references of the file, its schema, the chain and the rows it explains. */
  'workspace.check': job({
    input: z.object({ jobId, anchor: typedAnchor.nullable().default(null) }),
    output: z.object({ problems: z.array(z.string()), schemaKnown: z.boolean(), trail: trailReport }),
  }),
  'workspace.updateAgency': command({ input: agency.omit({ id: true, example: true }), output: workspaceStatus }),
  /** Units as edited on one form: rows without an id are new; a unit that people belong to cannot be left out. */
  'workspace.updateUnits': command({
    input: z.object({
      units: z
        .array(z.object({ id: unitId.nullable(), name: shortText.min(1), parent: z.number().int().min(0).nullable() }))
        .max(500),
    }),
    output: workspaceStatus,
  }),
  'workspace.addPeriod': command({
    input: newPeriod.extend({ copyFrom: periodId.nullable() }),
    output: z.object({ periodId }),
  }),
}
