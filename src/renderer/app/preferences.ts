import { useEffect } from 'react'
import { call, shell } from '#renderer/ipc/client.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { changeSettings, readSettings, type Settings } from '#renderer/ui/settings.ts'

/** The page's own copy paints the first frame; the engine's preferences are the truth and follow a moment later. */
export function usePreferences(): { readonly operatorName: string | null } {
  const preferences = useCall('preferences.get', {})
  const { data } = preferences
  useEffect(() => {
    if (data === undefined) return
    applySettings({ locale: data.language, theme: data.theme, density: data.density, zoom: data.zoom })
  }, [data])
  return { operatorName: data?.operatorName ?? null }
}

function applySettings(next: Settings): void {
  const before = readSettings()
  if (
    before.locale !== next.locale ||
    before.theme !== next.theme ||
    before.density !== next.density ||
    before.zoom !== next.zoom
  ) {
    changeSettings(next)
  }
}

/** Tells the shell what it shows itself: menu language, title bar theme, zoom. */
export function useShellSettings({ locale, theme, zoom }: Settings): void {
  useEffect(() => {
    void shell().setLanguage(locale)
    document.documentElement.lang = locale
  }, [locale])
  useEffect(() => {
    void shell().setTheme(theme === 'contrast' ? 'light' : theme)
  }, [theme])
  useEffect(() => {
    void shell().setZoom(zoom)
  }, [zoom])
}

/** Changes a habit at once on the screen and keeps it in the engine. */
export function keepSettings(change: Partial<Settings>): void {
  changeSettings(change)
  const { locale, ...rest } = change
  const stored = { ...rest, ...(locale === undefined ? {} : { language: locale }) }
  // A habit that could not be kept is no reason to disturb: it holds until the window closes.
  call('preferences.set', stored).catch(() => undefined)
}
