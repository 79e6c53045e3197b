import { z } from '#domain/zod.ts'

/** Rating of work results or of behaviour: di bawah / sesuai / di atas ekspektasi, in rising order (PermenPANRB 6/2022 art. 25). */
export const expectationLevels = ['below', 'meets', 'above'] as const
export const expectationLevel = z.enum(expectationLevels)
export type ExpectationLevel = z.infer<typeof expectationLevel>

/** Predikat kinerja pegawai, in rising order: sangat kurang, kurang/misconduct, butuh perbaikan, baik, sangat baik. */
export const predicates = ['very-poor', 'poor', 'needs-improvement', 'good', 'very-good'] as const
export const predicate = z.enum(predicates)
export type Predicate = z.infer<typeof predicate>

/** What the rater may set after a failed tugas belajar, weighing behaviour (PermenPANRB 6/2022 p. 100 (d), 103 (d)). */
export const failedStudyPredicates = ['very-poor', 'poor'] as const satisfies readonly Predicate[]
export const failedStudyPredicate = z.enum(failedStudyPredicates)
export type FailedStudyPredicate = z.infer<typeof failedStudyPredicate>

/** Capaian kinerja organisasi, in rising order; the top one is "istimewa". */
export const organisationPredicates = ['very-poor', 'poor', 'needs-improvement', 'good', 'excellent'] as const
export const organisationPredicate = z.enum(organisationPredicates)
export type OrganisationPredicate = z.infer<typeof organisationPredicate>
