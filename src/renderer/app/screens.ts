import type { ComponentType } from 'react'
import { latestPlace } from '#renderer/ui/last-place.ts'
import { isPlace, type Place } from '#renderer/ui/places.ts'

interface ScreenModule {
  readonly Screen: ComponentType
}

/** Every `screens/<place>/screen.tsx` is a screen by being there: it exports `Screen`. */
const modules = import.meta.glob<ScreenModule>('../screens/*/screen.tsx')

function placeOf(path: string): Place {
  const name = path.split('/').at(-2) ?? ''
  if (!isPlace(name)) throw new Error(`screens/${name} is not a place of ui/places.ts`)
  return name
}

export type ScreenLoader = () => Promise<ScreenModule>

export const screens: ReadonlyMap<Place, ScreenLoader> = new Map(
  Object.entries(modules).map(([path, load]) => [placeOf(path), load]),
)

/** Fetches the screen that will most likely be shown, while the engine still opens the file. */
export function fetchLikelyScreen(): void {
  // What cannot be fetched now says so when it is shown.
  screens
    .get(latestPlace())?.()
    .catch(() => undefined)
}
