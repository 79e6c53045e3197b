import type { AppErrorCode } from '#domain/app-error.ts'
import type { InBothLanguages } from './locale.ts'

/** A subject of refusals: what stands behind `E-` in its codes. */
type ErrorFamily = AppErrorCode extends infer Code
  ? Code extends `E-${infer Family}-${string}`
    ? Family
    : Code extends `E-${infer Family}`
      ? Family
      : never
  : never

/**
 * The sentences of whole subjects: every code of theirs, and no other. A code that is missing does not compile, nor does
 * one that stands with another subject.
 */
export type ErrorSentencesOf<Family extends ErrorFamily> = Readonly<
  Record<Extract<AppErrorCode, `E-${Family}` | `E-${Family}-${string}`>, InBothLanguages>
>
