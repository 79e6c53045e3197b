/**
 * The places of the app. A screen lives in `screens/<place>/screen.tsx` and exports `Screen`; the folder's name is the
 * place's name and its address. The seven of the navigation stand in the order of the work (Alt+1 … Alt+7).
 */
export const navigationPlaces = [
  'overview',
  'staff',
  'calibration',
  'meeting',
  'results',
  'follow-ups',
  'trail',
] as const
export const otherPlaces = [
  'start',
  'import',
  'inspect',
  'calibration-pages',
  'panel',
  'relations',
  'supervisors',
] as const
export type NavigationPlace = (typeof navigationPlaces)[number]
export type Place = NavigationPlace | (typeof otherPlaces)[number]

export const allPlaces: readonly Place[] = [...navigationPlaces, ...otherPlaces]

/** Where a screen outside the navigation belongs: import is part of "Pegawai", the raw comparison of "Kalibrasi". */
export const parentPlace: Partial<Record<Place, NavigationPlace>> = {
  import: 'staff',
  'calibration-pages': 'calibration',
  panel: 'calibration',
  relations: 'calibration',
  supervisors: 'calibration',
}

/** The pages of the calibration, in the order of the strip that leads from one to the other. */
export const calibrationPages = [
  'calibration',
  'calibration-pages',
  'panel',
  'supervisors',
] as const satisfies readonly Place[]

export function isPlace(value: string): value is Place {
  return allPlaces.some((place) => place === value)
}
