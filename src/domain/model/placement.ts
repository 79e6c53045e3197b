import { z } from '#domain/zod.ts'
import { isoDate, shortText } from './common.ts'
import { employeeId, periodId, placementId, supervisionId, unitId } from './ids.ts'
import { failedStudyPredicate } from './levels.ts'

/** Where a person stood in a period: unit, post and rank as they were at the time. One per employee and period. */
export const placement = z.object({
  id: placementId,
  periodId,
  employeeId,
  unitId: unitId.nullable(),
  post: shortText,
  postKind: z.enum(['jpt', 'administrator', 'pengawas', 'pelaksana', 'jf', 'other']),
  echelon: shortText,
  /** Golongan such as `III/d` (PNS) or `IX` (PPPK); empty when unknown. */
  grade: z.string().max(10),
  /** Pangkat such as `Penata Tingkat I`; PPPK have none. */
  rank: shortText,
  /** False: not rated in this period (`excludedBecause` says why: leave, left the agency …). */
  rated: z.boolean(),
  excludedBecause: shortText,
  /** Failed tugas belajar, the one exception to the quadrant (p. 100, 103): the predicate the rater chose; null: none failed. */
  studyFailed: failedStudyPredicate.nullable(),
})
export type Placement = z.infer<typeof placement>

/** Who rates whom, and from when to when. The last one of a period is the rater of record. */
export const supervision = z.object({
  id: supervisionId,
  periodId,
  employeeId,
  supervisorId: employeeId,
  /** Null: from the start of the period. */
  fromDate: isoDate.nullable(),
  /** Null: to the end of the period. */
  toDate: isoDate.nullable(),
  /** Atasan pejabat penilai, who decides objections. */
  reviewingSuperiorId: employeeId.nullable(),
  reason: shortText,
})
export type Supervision = z.infer<typeof supervision>
