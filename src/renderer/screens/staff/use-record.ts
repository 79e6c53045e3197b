import { useState } from 'react'
import { errorSentence } from '#contract/error-sentences.ts'
import { useLocale } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import type { CellChange, CellRefusal } from '#renderer/ui/data-grid/types.ts'
import type { StaffPage } from './board-rows.ts'
import type { CellEdit } from './cell-edits.ts'

export interface AskedCell {
  readonly change: CellChange
  readonly edit: CellEdit
}

export interface Recorder {
  /** Sends changes; what needs a reason waits in `asking`, other refusals come back as sentences. */
  readonly record: (cells: readonly AskedCell[]) => Promise<readonly CellRefusal[] | undefined>
  /** Cells that wait for a written reason. */
  readonly asking: readonly AskedCell[]
  readonly answer: (reason: string) => Promise<readonly CellRefusal[] | undefined>
  readonly drop: () => void
}

/** Writes blocks of cells. The good ones are written, for the grid has shown the others before sending. */
export function useRecord(periodId: string, patch: (asked: readonly string[], page: StaffPage) => void): Recorder {
  const locale = useLocale()
  const [asking, setAsking] = useState<readonly AskedCell[]>([])
  const command = useCommand('staff.recordCells', { quiet: true })

  const record = async (cells: readonly AskedCell[]): Promise<readonly CellRefusal[] | undefined> => {
    if (cells.length === 0) return undefined
    const output = await command.mutateAsync({ periodId, mode: 'valid-only', cells: cells.map((cell) => cell.edit) })
    patch(output.rows.columns.employeeId, output.rows)
    const needReason: AskedCell[] = []
    const refusals: CellRefusal[] = []
    for (const { index, code, params } of output.refused) {
      const cell = cells[index]
      if (cell === undefined) continue
      if (code === 'E-RULE-REASON') needReason.push(cell)
      else refusals.push({ ...cell.change, why: errorSentence(code, params, locale) })
    }
    setAsking(needReason)
    return refusals.length === 0 ? undefined : refusals
  }

  return {
    record,
    asking,
    answer: (reason) => record(asking.map(({ change, edit }) => ({ change, edit: { ...edit, reason } }))),
    drop: () => setAsking([]),
  }
}
