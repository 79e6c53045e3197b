import { queryOptions, type UseQueryResult, usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { read } from '#renderer/ipc/client.ts'
import { useChangedEmployees } from '#renderer/ipc/events.ts'
import { readStored, writeStored } from '#renderer/ui/stored.ts'
import { type Board, type BoardRow, patched, pendingBoard, type StaffPage } from './board-rows.ts'
import { readBoard } from './read-board.ts'

const boardKey = (periodId: string) => ['staff', 'board-rows', periodId] as const

export interface BoardAccess {
  readonly query: UseQueryResult<Board>
  /** Cells changed in this sitting, as `employee/column`; cleared with the period. */
  readonly changed: ReadonlySet<string>
  /** Puts the rows an edit came back with into the board at once. */
  readonly patch: (asked: readonly string[], page: StaffPage) => void
}

/**
 * The staff of the period as rows. The first are shown as soon as they are there; afterwards only the people the
 * engine names as changed are asked for again.
 */
export function useBoard(periodId: string): BoardAccess {
  const client = useQueryClient()
  const key = boardKey(periodId)
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const options = queryOptions<Board>({
    queryKey: key,
    meta: { patchesRows: true },
    queryFn: () => {
      // Rows that are shown already stay until all the new ones are there; an empty board grows before one's eyes.
      const grows = (client.getQueryData<Board>(boardKey(periodId))?.rows.length ?? 0) === 0
      return readBoard({
        periodId,
        client,
        show: (board) => {
          if (grows) client.setQueryData(boardKey(periodId), board)
        },
      })
    },
  })
  // Asked before the grid is built, not after: the engine reads while the page builds.
  usePrefetchQuery(options)
  const query = useQuery({ ...options, refetchOnMount: 'always' })

  const patch = useCallback(
    (asked: readonly string[], page: StaffPage): void => {
      client.setQueryData<Board>(boardKey(periodId), (board) => {
        if (board === undefined) return board
        const next = patched(board, asked, page)
        const cells = changedCells(board, next, asked)
        if (cells.length > 0) setChanged((before) => new Set([...before, ...cells]))
        return next
      })
    },
    [client, periodId],
  )

  const waiting = useRef(new Set<string>())
  useChangedEmployees('staff', (employeeIds) => {
    for (const id of employeeIds) waiting.current.add(id)
    // An edit's own answer brings its rows; the event that follows it asks once for whatever came together.
    queueMicrotask(() => {
      const asked = [...waiting.current]
      waiting.current.clear()
      if (asked.length === 0) return
      void read('staff.rows', { periodId, employeeIds: asked }).then(
        (page) => patch(asked, page),
        () => client.invalidateQueries({ queryKey: key }),
      )
    })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks belong to one period.
  useEffect(() => setChanged(new Set()), [periodId])
  return { query, changed, patch }
}

/** The board, or until it is there one without rows, with the columns it had the last time. */
export function useBoardOrPending(periodId: string, board: Board | undefined): Board {
  const storedName = `results.${periodId}`
  const pending = useMemo(() => pendingBoard(periodId, numbersIn(readStored(storedName))), [periodId, storedName])
  const numbers = board?.resultNumbers
  useEffect(() => {
    if (numbers !== undefined) writeStored(storedName, numbers.join(' '))
  }, [numbers, storedName])
  return board ?? pending
}

const numbersIn = (stored: string | null): readonly number[] => (stored?.match(/\d{1,4}/g) ?? []).map(Number)

const watched = [
  'workScore',
  'suggestedWorkLevel',
  'workLevel',
  'behaviourScore',
  'suggestedBehaviourLevel',
  'behaviourLevel',
  'predicate',
  'finalPredicate',
  'decision',
  'unitId',
  'supervisorId',
  'post',
  'grade',
  'rated',
  'studyFailed',
  'achievementIndex',
  'feedbackCount',
] as const satisfies readonly (keyof BoardRow)[]

/** Which cells of the asked rows read differently now. Column keys are the names of the row's fields. */
function changedCells(before: Board, after: Board, asked: readonly string[]): readonly string[] {
  const wanted = new Set(asked)
  const old = new Map(before.rows.filter((row) => wanted.has(row.id)).map((row) => [row.id, row]))
  return after.rows.flatMap((row) => {
    const was = old.get(row.id)
    if (was === undefined || was === row) return []
    const fields: string[] = watched.filter((field) => was[field] !== row[field])
    for (const [number, score] of row.results) if (was.results.get(number) !== score) fields.push(`result:${number}`)
    row.behaviours.forEach((score, place) => {
      if (was.behaviours[place] !== score) fields.push(`behaviour:${place}`)
    })
    return fields.map((field) => `${row.id}/${field}`)
  })
}
