import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { callQuery } from '#renderer/ipc/hooks.ts'
import { chosenPeriodOf } from '#renderer/ui/chosen-period.ts'
import { lastPlaceOf, latestPlace } from '#renderer/ui/last-place.ts'
import { isPlace, type Place } from '#renderer/ui/places.ts'

interface ScreenModule {
  readonly Screen: ComponentType
}

interface ReadAheadModule {
  readonly readAhead: (client: QueryClient, periodId: string) => Promise<unknown>
}

/** Every `screens/<place>/screen.tsx` is a screen by being there: it exports `Screen`. */
const modules = import.meta.glob<ScreenModule>('../screens/*/screen.tsx')

/** A screen whose first reading takes the engine long may have a `read-ahead.ts` beside it, which exports `readAhead`. */
const aheadModules = import.meta.glob<ReadAheadModule>('../screens/*/read-ahead.ts', { eager: true })

function placeOf(path: string): Place {
  const name = path.split('/').at(-2) ?? ''
  if (!isPlace(name)) throw new Error(`screens/${name} is not a place of ui/places.ts`)
  return name
}

export type ScreenLoader = () => Promise<ScreenModule>

export const screens: ReadonlyMap<Place, ScreenLoader> = new Map(
  Object.entries(modules).map(([path, load]) => [placeOf(path), load]),
)

const readings: ReadonlyMap<Place, ReadAheadModule['readAhead']> = new Map(
  Object.entries(aheadModules).map(([path, { readAhead }]) => [placeOf(path), readAhead]),
)

/**
 * Fetches the screen that will most likely be shown while the engine still opens the file, and lets the engine read
 * for it while the page builds it.
 */
export async function fetchLikelyScreen(client: QueryClient): Promise<void> {
  // What cannot be fetched or read now says so when it is shown.
  screens
    .get(latestPlace())?.()
    .catch(() => undefined)
  const workspace = await client.fetchQuery(callQuery('workspace.status', {})).catch(() => null)
  if (workspace === null) return
  const period = chosenPeriodOf(workspace)
  if (period === null) return
  readings
    .get(lastPlaceOf(workspace.path))?.(client, period.id)
    .catch(() => undefined)
}
