import type { QueryClient } from '@tanstack/react-query'
import { firstPageQuery } from './read-board.ts'

/** The first rows of the grid, read while the page builds it. */
export const readAhead = (client: QueryClient, periodId: string): Promise<unknown> =>
  client.fetchQuery(firstPageQuery(periodId))
