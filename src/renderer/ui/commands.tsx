import type { TablerIcon } from '@tabler/icons-react'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'

/** Something a person can do, offered in the command palette (Ctrl+K). */
export interface PaletteCommand {
  readonly id: string
  readonly label: string
  readonly icon?: TablerIcon
  /** Shown at the right; the screen binds the keys itself. */
  readonly keys?: string
  readonly keywords?: readonly string[]
  readonly run: () => void
}

export interface CommandRegistry {
  readonly add: (commands: () => readonly PaletteCommand[]) => () => void
  readonly all: () => readonly PaletteCommand[]
}

export function createCommandRegistry(): CommandRegistry {
  const sources = new Set<() => readonly PaletteCommand[]>()
  return {
    add: (commands) => {
      sources.add(commands)
      return () => sources.delete(commands)
    },
    all: () => [...sources].flatMap((source) => source()),
  }
}

const CommandContext = createContext<CommandRegistry | null>(null)

export function CommandProvider({
  registry,
  children,
}: {
  readonly registry: CommandRegistry
  readonly children: ReactNode
}) {
  return <CommandContext value={registry}>{children}</CommandContext>
}

/** Offers the screen's commands in the palette while it is shown: `useCommands([{ id, label, run }])`. */
export function useCommands(commands: readonly PaletteCommand[]): void {
  const registry = useContext(CommandContext)
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => registry?.add(() => latest.current), [registry])
}
