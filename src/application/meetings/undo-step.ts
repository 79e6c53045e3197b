import type { TrailEntry, Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'

/**
 * Takes the last step of the sitting back. Refused for the closing of a meeting (E-UNDO-CLOSED): a closed meeting is opened
 * again with a written reason, and what was decided before it was closed is out of reach of undo.
 */
export function undoStep(workspace: Workspace): TrailEntry {
  if (workspace.history().undo?.command === 'meetings.close') throw new AppError('E-UNDO-CLOSED')
  return workspace.undo()
}
