import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { read } from '#renderer/ipc/client.ts'
import { drawn } from '#renderer/ui/drawn.ts'
import { type Board, boardOf, rowsOf } from './board-rows.ts'

/** What a large screen shows, and a little more. */
const firstPage = 80
/** Taken over between two pictures, so that the window never stands still while ten thousand rows arrive. */
const nextPages = 2_000

/** The first rows of the board. Used once: whoever reads the board takes them out. */
export const firstPageQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['staff', 'board-first', periodId],
    queryFn: () => read('staff.board', { periodId, from: 0, count: firstPage }),
  })

interface BoardReading {
  readonly periodId: string
  readonly client: QueryClient
  /** Gets the board as it grows. */
  readonly show: (board: Board) => void
}

/**
 * Everyone placed in the period, page by page. When somebody wrote between two pages everything is read anew in one
 * piece.
 */
export async function readBoard({ periodId, client, show }: BoardReading): Promise<Board> {
  const ahead = firstPageQuery(periodId)
  const first = await client.fetchQuery(ahead)
  client.removeQueries({ queryKey: ahead.queryKey })
  let board = boardOf(periodId, first)
  while (board.rows.length < first.total) {
    show(board)
    await drawn()
    const page = await read('staff.board', { periodId, from: board.rows.length, count: nextPages })
    if (page.trailLength !== first.trailLength) return boardOf(periodId, await read('staff.board', { periodId }))
    board = { ...board, rows: [...board.rows, ...rowsOf(page)] }
  }
  return board
}
