import { read } from '#renderer/ipc/client.ts'
import { drawn } from '#renderer/ui/drawn.ts'
import { type Board, boardOf, rowsOf } from './board-rows.ts'

/** What a large screen shows, and a little more. */
const firstPage = 80
/** Taken over between two pictures, so that the window never stands still while ten thousand rows arrive. */
const nextPages = 2_000

/**
 * Everyone placed in the period, page by page; `show` gets the board as it grows. When somebody wrote between two pages
 * everything is read anew in one piece.
 */
export async function readBoard(periodId: string, show: (board: Board) => void): Promise<Board> {
  const first = await read('staff.board', { periodId, from: 0, count: firstPage })
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
