import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import type { SavedView } from '#domain/model/workspace-records.ts'

/** Keeps a named view of a grid in the workspace; one of the same name on the same screen is replaced. */
export function saveView(workspace: Workspace, environment: Environment, view: Omit<SavedView, 'id'>): SavedView {
  const known = workspace.tables.savedView.where({ screen: view.screen, name: view.name })[0]
  const saved = { ...view, id: known?.id ?? environment.newId() }
  workspace.command({ name: 'views.save', summary: { view: view.name } }, (tables) => tables.savedView.put(saved))
  return saved
}

export function removeView(workspace: Workspace, id: string): void {
  const view = workspace.tables.savedView.require(id)
  workspace.command({ name: 'views.remove', summary: { view: view.name } }, (tables) => tables.savedView.remove(id))
}
