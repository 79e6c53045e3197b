import { type NavigationPlace, navigationPlaces } from './places.ts'
import { readStored, writeStored } from './stored.ts'

const latest = 'place'
const nameOf = (path: string): string => `${latest}.${path}`

/** Where one was in this workspace when it was last open here; the overview the first time. */
export const lastPlaceOf = (path: string): NavigationPlace => placeNamed(readStored(nameOf(path)))

/** Where one was last, in whatever workspace. */
export const latestPlace = (): NavigationPlace => placeNamed(readStored(latest))

export function rememberPlace(path: string, place: NavigationPlace): void {
  writeStored(nameOf(path), place)
  writeStored(latest, place)
}

const placeNamed = (stored: string | null): NavigationPlace =>
  navigationPlaces.find((place) => place === stored) ?? 'overview'
