import { z } from '#domain/zod.ts'
import { isoInstant, longText, shortText } from './common.ts'
import {
  ballotId,
  commonCaseId,
  employeeId,
  panelCaseId,
  panelDrawId,
  panelistId,
  periodId,
  rowId,
  userId,
} from './ids.ts'

/** What a panel scores blind; the same two ratings that are calibrated. */
export const panelDimensions = ['work-results', 'behaviour'] as const
export const panelDimension = z.enum(panelDimensions)
export type PanelDimension = z.infer<typeof panelDimension>

/** Panelis: a user of the workspace, or a named person. */
export const panelist = z.object({
  id: panelistId,
  periodId,
  /** Whose PIN opens the dossiers here; null: a person without one, who fills in a ballot file once users are named. */
  userId: userId.nullable(),
  /** The same person in the staff list: never given an own case, nor one of the own team where avoidable. */
  employeeId: employeeId.nullable(),
  name: shortText.min(1),
  position: z.number().int().min(0),
})
export type Panelist = z.infer<typeof panelist>

/** The blind sample of a period: drawn once, from a seed that is kept, so that anybody can draw it again. */
export const panelDraw = z.object({
  id: panelDrawId,
  periodId,
  seed: z.number().int().min(0),
  /** How many people stood on the list it was drawn from. */
  listed: z.number().int().min(1),
  dossiers: z.number().int().min(1),
  /** Panelists to a dossier. */
  perDossier: z.number().int().min(2),
  dimensions: z.array(panelDimension),
  /** What ballot files are sealed with. */
  secret: z.string().min(64).max(64),
  drawnAt: isoInstant,
})
export type PanelDraw = z.infer<typeof panelDraw>

/**
 * One drawn dossier, under the code that panelists see instead of a name. No column is called `employee_id`: notices of
 * changes name employees by it, and go to every window.
 */
export const panelCase = z.object({
  id: panelCaseId,
  drawId: panelDrawId,
  subjectId: employeeId,
  code: z.string().min(1).max(20),
})
export type PanelCase = z.infer<typeof panelCase>

/** Which panelist scores which dossier. */
export const panelAssignment = z.object({ id: rowId, caseId: panelCaseId, panelistId })
export type PanelAssignment = z.infer<typeof panelAssignment>

/** One blind score. One for a dossier, panelist and dimension. */
export const panelScore = z.object({
  id: rowId,
  caseId: panelCaseId,
  panelistId,
  dimension: panelDimension,
  score: z.number().min(0).max(100),
  givenAt: isoInstant,
  way: z.enum(['here', 'ballot']),
})
export type PanelScoreRow = z.infer<typeof panelScore>

/** Surat penilaian: a file that was handed to a panelist; merged back once. */
export const ballot = z.object({
  id: ballotId,
  drawId: panelDrawId,
  panelistId,
  format: z.enum(['xlsx', 'json']),
  issuedAt: isoInstant,
  mergedAt: isoInstant.nullable(),
  /** SHA-256 of the file that was merged. */
  fileHash: z.string().max(64).nullable(),
})
export type Ballot = z.infer<typeof ballot>

/** Kasus bersama: an invented case that every supervisor scores. */
export const commonCase = z.object({
  id: commonCaseId,
  periodId,
  number: z.number().int().min(1),
  title: shortText.min(1),
  text: longText.min(1),
})
export type CommonCase = z.infer<typeof commonCase>

export const commonScore = z.object({
  id: rowId,
  commonCaseId,
  supervisorId: employeeId,
  score: z.number().min(0).max(100),
  givenAt: isoInstant,
})
export type CommonScore = z.infer<typeof commonScore>
