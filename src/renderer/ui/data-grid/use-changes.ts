import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { AppError } from '#domain/app-error.ts'
import { useT } from '#renderer/i18n/i18n.ts'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import type { Proposal } from './proposals.ts'
import type { CellAddress, CellChange, CellRefusal, ChangeOrigin, DataGridProps } from './types.ts'

/** The line under the grid: what was done, or why a cell kept its value. */
export interface GridMessage {
  readonly tone: 'done' | 'refused'
  readonly text: string
}

export interface Changes {
  readonly message: GridMessage | null
  readonly dismiss: () => void
  readonly say: (message: GridMessage) => void
  readonly isRefused: (rowId: string, columnKey: string) => boolean
  /** Sends a judged block; refused cells of it are shown, the rest is written. */
  readonly send: (proposal: Proposal, origin: ChangeOrigin) => Promise<void>
  readonly refuse: (cells: readonly CellRefusal[]) => void
}

const doneKeys = { edit: null, paste: 'ui.gridPasted', fill: 'ui.gridFilled', clear: 'ui.gridCleared' } as const

const doneShownMs = 5000

const addressKey = (cell: CellAddress): string => `${cell.rowId}\u0000${cell.columnKey}`

interface Options {
  readonly onChanges: DataGridProps<never>['onChanges']
  readonly headerOf: (columnKey: string) => string
  readonly repaint: (cells: readonly CellAddress[]) => void
}

/** Sends changes to the screen and turns what comes back into the line under the grid and the marks on refused cells. */
export function useChanges({ onChanges, headerOf, repaint }: Options): Changes {
  const t = useT()
  const sentenceOf = useErrorSentence()
  const [message, setMessage] = useState<GridMessage | null>(null)
  const refusedKeys = useRef<ReadonlySet<string>>(new Set())
  const refusedCells = useRef<readonly CellAddress[]>([])

  useEffect(() => {
    // What was done goes by itself; why something was refused stays until it is read.
    if (message?.tone !== 'done') return
    const timer = setTimeout(() => setMessage(null), doneShownMs)
    return () => clearTimeout(timer)
  }, [message])

  const mark = useCallback(
    (cells: readonly CellAddress[]): void => {
      const before = refusedCells.current
      refusedCells.current = cells
      refusedKeys.current = new Set(cells.map(addressKey))
      if (before.length > 0 || cells.length > 0) repaint([...before, ...cells])
    },
    [repaint],
  )

  const refuse = useCallback(
    (cells: readonly CellRefusal[]): void => {
      mark(cells)
      const first = cells[0]
      if (first === undefined) return
      const more = cells.length > 1 ? ` (${t('ui.gridPasteMore', { count: cells.length - 1 })})` : ''
      setMessage({
        tone: 'refused',
        text: `${t('ui.gridRefused', { why: `${headerOf(first.columnKey)}: ${first.why}` })}${more}`,
      })
    },
    [mark, t, headerOf],
  )

  const send = useCallback(
    async (proposal: Proposal, origin: ChangeOrigin): Promise<void> => {
      if (onChanges === undefined || proposal.changes.length === 0) {
        refuse(proposal.refused)
        return
      }
      try {
        const refused = [...proposal.refused, ...((await onChanges(proposal.changes, origin)) ?? [])]
        if (refused.length > 0) {
          refuse(refused)
          return
        }
        mark([])
        const key = doneKeys[origin]
        setMessage(key === null ? null : { tone: 'done', text: t(key, { count: proposal.changes.length }) })
      } catch (error) {
        mark(addressesOf(proposal.changes))
        // With its code, for whoever is asked for help.
        const code = error instanceof AppError ? error.code : 'E-UNKNOWN'
        setMessage({ tone: 'refused', text: `${t('ui.gridRefused', { why: sentenceOf(error) })} · ${code}` })
      }
    },
    [onChanges, refuse, mark, t, sentenceOf],
  )

  const dismiss = useCallback((): void => {
    mark([])
    setMessage(null)
  }, [mark])
  const isRefused = useCallback(
    (rowId: string, columnKey: string) => refusedKeys.current.has(addressKey({ rowId, columnKey })),
    [],
  )
  return useMemo(
    () => ({ message, dismiss, say: setMessage, isRefused, send, refuse }),
    [message, dismiss, isRefused, send, refuse],
  )
}

function addressesOf(changes: readonly CellChange[]): readonly CellAddress[] {
  return changes.map(({ rowId, columnKey }) => ({ rowId, columnKey }))
}
