import { useSyncExternalStore } from 'react'
import { isLocale, type Locale } from '#renderer/i18n/locale.ts'

export const themeChoices = ['light', 'dark', 'contrast', 'system'] as const
export const densities = ['compact', 'normal', 'roomy'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export type Density = (typeof densities)[number]

/** Habits of this laptop, not of the workspace: they stay in the page's own storage. */
export interface Settings {
  readonly locale: Locale
  readonly theme: ThemeChoice
  readonly density: Density
  /** 1 = 100 %. */
  readonly zoom: number
}

export const zoomSteps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const
/** Row heights of the grid, in pixels. */
export const rowHeights = { compact: 26, normal: 32, roomy: 40 } as const satisfies Record<Density, number>

const storageKey = 'timbang.settings'
const defaults: Settings = { locale: 'id', theme: 'light', density: 'normal', zoom: 1 }
const listeners = new Set<() => void>()
let current: Settings = load()

function load(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof stored === 'object' && stored !== null ? sanitise(stored as Record<string, unknown>) : defaults
  } catch {
    // Unreadable or forbidden storage: the defaults are always usable.
    return defaults
  }
}

function sanitise(stored: Record<string, unknown>): Settings {
  const { locale, theme, density, zoom } = stored
  return {
    locale: isLocale(locale) ? locale : defaults.locale,
    theme: themeChoices.find((choice) => choice === theme) ?? defaults.theme,
    density: densities.find((choice) => choice === density) ?? defaults.density,
    zoom: typeof zoom === 'number' && zoom >= 0.5 && zoom <= 3 ? zoom : defaults.zoom,
  }
}

export function readSettings(): Settings {
  return current
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Nothing is lost but the habit: it lasts until the window closes.
  }
  for (const listener of listeners) listener()
}

function subscribeSettings(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `const { density, theme, locale, zoom } = useSettings()`. */
export function useSettings(): Settings {
  return useSyncExternalStore(subscribeSettings, readSettings)
}

/** The next zoom step up or down, or the same at the end of the scale. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? zoomSteps : [...zoomSteps].reverse()
  return steps.find((step) => (direction === 1 ? step > zoom + 0.001 : step < zoom - 0.001)) ?? zoom
}
