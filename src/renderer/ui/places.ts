/**
 * The places of the app. A screen lives in `screens/<place>/screen.tsx` and exports `Screen`; the folder's name is the
 * place's name and its address. The seven of the navigation stand in the order of the work (Alt+1 … Alt+7).
 */
export const navigationPlaces = [
  'overview',
  'staff',
  'supervisors',
  'meeting',
  'results',
  'follow-ups',
  'trail',
] as const
export const otherPlaces = ['start', 'import', 'inspect'] as const
export type NavigationPlace = (typeof navigationPlaces)[number]
export type Place = NavigationPlace | (typeof otherPlaces)[number]

export const allPlaces: readonly Place[] = [...navigationPlaces, ...otherPlaces]

/** Where a screen outside the navigation belongs: import is part of "Pegawai". */
export const parentPlace = { import: 'staff' } as const satisfies Partial<Record<Place, NavigationPlace>>

export function isPlace(value: string): value is Place {
  return allPlaces.some((place) => place === value)
}
