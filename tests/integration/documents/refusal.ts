import { AppError } from '#domain/app-error.ts'

/** The code of the refusal an action ends in, with the limit it names; `null` when it is not refused. */
export function refusalOf(action: () => unknown): string | null {
  try {
    action()
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code === 'E-IMPORT-LIMIT' ? `${error.code} ${error.params.limit}` : error.code
  }
}
