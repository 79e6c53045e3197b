import type { MenuCommand } from '#contract/wire.ts'
import { useEngineEvent } from '#renderer/ipc/events.ts'

/** Carries out the items of the window's menu. In a text field undo and redo belong to the field. */
export function useMenuCommands(handlers: Readonly<Record<MenuCommand, () => void>>): void {
  useEngineEvent((event) => {
    if (event.type !== 'menu') return
    const typing =
      document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement
    if (typing && (event.command === 'undo' || event.command === 'redo')) {
      document.execCommand(event.command)
      return
    }
    handlers[event.command]()
  })
}
