import type { KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { copyBlock, type GridReader, type Proposal, proposeClear, proposeFill, proposePaste } from './proposals.ts'
import { planPaste, type Rectangle } from './range.ts'
import { formatTsv, parseTsv } from './tsv.ts'
import type { Changes } from './use-changes.ts'
import type { Selection } from './use-selection.ts'

export interface GridInput {
  readonly pending: Proposal | null
  readonly acceptPending: () => void
  readonly dropPending: () => void
  readonly copyText: () => string
  readonly pasteText: (text: string) => void
  readonly fillDown: () => void
  readonly clear: () => void
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
}

/** Keys that belong to the selection layer and must not reach AG Grid's own handling. */
export function isSelectionKey(event: globalThis.KeyboardEvent, editing: boolean): boolean {
  if (editing) return false
  if (event.shiftKey && steps[event.key] !== undefined) return true
  if (event.key === 'Delete' || event.key === 'Backspace') return true
  return (event.ctrlKey || event.metaKey) && ['a', 'c', 'd', 'v', 'x', 'y', 'z'].includes(event.key.toLowerCase())
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

/** Excel's habits on the selection: copy, paste, fill down, clear, extend, select all, digits for choices. */
export function useGridInput<Row>(selection: Selection<Row>, reader: GridReader<Row>, changes: Changes): GridInput {
  const t = useT()
  const [pending, setPending] = useState<Proposal | null>(null)

  return useMemo(() => {
    const withSelection = (use: (rectangle: Rectangle) => void): void => {
      const rectangle = selection.rectangle()
      if (rectangle !== null) use(rectangle)
    }
    const copyText = (): string => {
      const rectangle = selection.rectangle()
      if (rectangle === null) return ''
      const block = copyBlock(rectangle, reader)
      const count = block.reduce((sum, row) => sum + row.length, 0)
      changes.say({ tone: 'done', text: t('ui.gridCopied', { count }) })
      return formatTsv(block)
    }
    const pasteText = (text: string): void =>
      withSelection((rectangle) => {
        const plan = planPaste(rectangle, parseTsv(text), selection.bounds())
        const proposal = proposePaste(plan.cells, reader)
        if (proposal.refused.length > 0) {
          // One refused cell is said under the grid; a block is shown before anything changes.
          if (plan.cells.length === 1) changes.refuse(proposal.refused)
          else setPending(proposal)
          return
        }
        void changes.send(proposal, 'paste').then(() => {
          if (plan.outside > 0) changes.say({ tone: 'done', text: t('ui.gridPasteOutside', { count: plan.outside }) })
        })
      })
    const fillDown = (): void => withSelection((rectangle) => void changes.send(proposeFill(rectangle, reader), 'fill'))
    const clear = (): void => withSelection((rectangle) => void changes.send(proposeClear(rectangle, reader), 'clear'))
    const selectAll = (): void => {
      const { rows, columns } = selection.bounds()
      if (rows > 0) selection.select({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: columns - 1 } })
    }
    const chooseByDigit = (digit: number): boolean => {
      const at = selection.current()?.focus
      const row = at === undefined ? undefined : reader.rowAt(at.row)
      const column = at === undefined ? undefined : reader.columnAt(at.column)
      if (at === undefined || row === undefined || column?.editor?.kind !== 'choice') return false
      const option = column.editor.options[digit - 1]
      if (option === undefined) return false
      void changes.send(proposePaste([{ ...at, text: option.value }], reader), 'edit')
      return true
    }
    const onShortcut = (key: string): boolean => {
      if (key === 'a') selectAll()
      else if (key === 'd') fillDown()
      else return false
      return true
    }
    const onPlainKey = (event: KeyboardEvent): boolean => {
      const step = steps[event.key]
      if (event.shiftKey && step !== undefined) selection.extendBy(step[0], step[1])
      else if (event.key === 'Delete' || event.key === 'Backspace') clear()
      else if (/^[1-9]$/.test(event.key)) return chooseByDigit(Number(event.key))
      else return false
      return true
    }
    return {
      pending,
      acceptPending: () => {
        if (pending !== null) void changes.send({ ...pending, refused: [] }, 'paste')
        setPending(null)
      },
      dropPending: () => setPending(null),
      copyText,
      pasteText,
      fillDown,
      clear,
      onCopy: (event) => {
        if (isTyping(event.target)) return
        event.clipboardData?.setData('text/plain', copyText())
        event.preventDefault()
      },
      onPaste: (event) => {
        if (isTyping(event.target)) return
        event.preventDefault()
        pasteText(event.clipboardData?.getData('text/plain') ?? '')
      },
      onKeyDown: (event) => {
        if (isTyping(event.target) || event.altKey) return
        const handled = event.ctrlKey || event.metaKey ? onShortcut(event.key.toLowerCase()) : onPlainKey(event)
        if (!handled) return
        event.preventDefault()
        event.stopPropagation()
      },
    }
  }, [selection, reader, changes, pending, t])
}
