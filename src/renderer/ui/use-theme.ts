import { useEffect, useSyncExternalStore } from 'react'
import { type ThemeChoice, useSettings } from './settings.ts'

/** The theme that is painted: the chosen one, or the system's. */
export type PaintedTheme = 'light' | 'dark' | 'contrast'

const darkQuery = '(prefers-color-scheme: dark)'
const contrastQuery = '(prefers-contrast: more)'

function subscribeSystem(listener: () => void): () => void {
  const queries = [window.matchMedia(darkQuery), window.matchMedia(contrastQuery)]
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

function systemTheme(): PaintedTheme {
  if (window.matchMedia(contrastQuery).matches) return 'contrast'
  return window.matchMedia(darkQuery).matches ? 'dark' : 'light'
}

function painted(choice: ThemeChoice, system: PaintedTheme): PaintedTheme {
  return choice === 'system' ? system : choice
}

/** Re-renders when the painted theme changes; charts read their colours again with it as a key. */
export function usePaintedTheme(): PaintedTheme {
  const { theme } = useSettings()
  const system = useSyncExternalStore(subscribeSystem, systemTheme)
  return painted(theme, system)
}

/** Puts the theme on the document, where the tokens read it. Used once, by the app. */
export function useApplyTheme(): PaintedTheme {
  const theme = usePaintedTheme()
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return theme
}
