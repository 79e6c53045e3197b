import type { TableEntities, TableName } from '#application/ports/tables.ts'
import { agency } from '#domain/model/agency.ts'
import { assessment, behaviourExpectation, behaviourScore, resultScore } from '#domain/model/assessment.ts'
import { calibrationChoice, calibrationRun, meetingCalibration } from '#domain/model/calibration-record.ts'
import { employee } from '#domain/model/employee.ts'
import { feedback } from '#domain/model/feedback.ts'
import { agendaItem, decision, followUp, meeting, note, opinion, participant, recusal } from '#domain/model/meeting.ts'
import { organisationIndicator, organisationResult, patternReason } from '#domain/model/organisation.ts'
import {
  ballot,
  commonCase,
  commonScore,
  panelAssignment,
  panelCase,
  panelDraw,
  panelist,
  panelScore,
} from '#domain/model/panel.ts'
import { period } from '#domain/model/period.ts'
import { placement, supervision } from '#domain/model/placement.ts'
import { recusalWaiver, relation, relationStatement } from '#domain/model/relation.ts'
import { unit } from '#domain/model/unit.ts'
import { approval, user } from '#domain/model/user.ts'
import { indicator, workPlan, workResult } from '#domain/model/work-plan.ts'
import { importMapping, importRun, savedView } from '#domain/model/workspace-records.ts'
import { z } from '#domain/zod.ts'
import { fieldChecks } from './row-check.ts'

type EntitySchema<Name extends TableName> = z.ZodObject & z.ZodType<TableEntities[Name]>

/** The entity's own schema is the row schema: each field is one column, in snake case. */
export const entitySchemas: { readonly [Name in TableName]: EntitySchema<Name> } = {
  agency,
  unit,
  employee,
  period,
  placement,
  supervision,
  workPlan,
  workResult,
  indicator,
  feedback,
  assessment,
  resultScore,
  behaviourScore,
  behaviourExpectation,
  organisationResult,
  organisationIndicator,
  patternReason,
  meeting,
  participant,
  agendaItem,
  recusal,
  opinion,
  decision,
  note,
  followUp,
  importMapping,
  importRun,
  savedView,
  user,
  approval,
  relation,
  relationStatement,
  recusalWaiver,
  panelist,
  panelDraw,
  panelCase,
  panelAssignment,
  panelScore,
  ballot,
  commonCase,
  commonScore,
  calibrationRun,
  calibrationChoice,
  meetingCalibration,
}

export const tableNames = Object.keys(entitySchemas) as TableName[]

/** How one field of an entity lies in its column. */
export interface Column {
  readonly field: string
  readonly column: string
  readonly storedAs: 'plain' | 'boolean' | 'json'
}

export interface TableMap<Entity> {
  readonly table: string
  readonly columns: readonly Column[]
  readonly schema: z.ZodType<Entity>
  /** The schema field by field, for the many rows that fit. */
  readonly checks: ReturnType<typeof fieldChecks>
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Booleans lie as 0 and 1, arrays and objects as JSON text, everything else as it is. */
function storedAs(schema: unknown): Column['storedAs'] {
  if (schema instanceof z.ZodBoolean) return 'boolean'
  if (schema instanceof z.ZodArray || schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return 'json'
  return 'plain'
}

function mapTable<Name extends TableName>(name: Name): TableMap<TableEntities[Name]> {
  const schema = entitySchemas[name]
  const columns = Object.entries(schema.shape).map(([field, part]) => ({
    field,
    column: snakeCase(field),
    storedAs: storedAs(part),
  }))
  return { table: snakeCase(name), columns, schema, checks: fieldChecks(schema) }
}

export const tableMaps = Object.fromEntries(tableNames.map((name) => [name, mapTable(name)])) as {
  readonly [Name in TableName]: TableMap<TableEntities[Name]>
}
