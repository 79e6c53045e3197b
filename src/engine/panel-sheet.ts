import type { PinParts } from '#application/users/prove-pin.ts'
import { provePin } from '#application/users/prove-pin.ts'
import { AppError } from '#domain/app-error.ts'
import type { PanelistId } from '#domain/model/ids.ts'

/**
 * The one sheet of scores that is open on this laptop, which goes round from panelist to panelist. Kept in memory only: a new
 * start, another workspace, and the next panelist close it.
 */
export interface PanelSheet {
  /** Opens a panelist's own sheet with the PIN of that user; gives what the sheet's calls have to show. */
  open(parts: PinParts, id: PanelistId, pin: string | null): Promise<string>
  /** Refuses (E-PANEL-CLOSED) all but the one that is open. */
  need(path: string, id: PanelistId, sheet: string): void
  close(): void
}

export function createPanelSheet(): PanelSheet {
  let held: { readonly path: string; readonly id: PanelistId; readonly sheet: string } | null = null
  return {
    async open(parts, id, pin) {
      const { workspace, environment } = parts
      held = null
      const { tables } = workspace
      const { name, userId } = tables.panelist.require(id)
      if (tables.user.count() > 0) {
        if (userId === null) throw new AppError('E-PANEL-PIN', { name })
        if (pin === null) throw new AppError('E-AUTH-PIN', { name })
        await provePin(parts, userId, pin)
      }
      const sheet = environment.newId()
      held = { path: workspace.path, id, sheet }
      return sheet
    },
    need(path, id, sheet) {
      if (held === null || held.path !== path || held.id !== id || held.sheet !== sheet)
        throw new AppError('E-PANEL-CLOSED')
    },
    close() {
      held = null
    },
  }
}
