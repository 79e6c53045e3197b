import { type NavigationPlace, navigationPlaces } from './places.ts'
import { readStored, writeStored } from './stored.ts'

const nameOf = (path: string): string => `place.${path}`

/** Where one was in this workspace when it was last open here; the overview the first time. */
export function lastPlaceOf(path: string): NavigationPlace {
  const stored = readStored(nameOf(path))
  return navigationPlaces.find((place) => place === stored) ?? 'overview'
}

export function rememberPlace(path: string, place: NavigationPlace): void {
  writeStored(nameOf(path), place)
}
