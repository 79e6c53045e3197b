import { useT } from '#renderer/i18n/i18n.ts'
import { call } from '#renderer/ipc/client.ts'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { changeSettings, useSettings } from '#renderer/ui/settings.ts'
import styles from './start.module.css'

const themes = ['light', 'dark', 'contrast', 'system'] as const
const themeTexts = {
  light: 'common.themeLight',
  dark: 'common.themeDark',
  contrast: 'common.themeContrast',
  system: 'start.themeSystem',
} as const

/** Language and theme before any file is open. */
export function HabitSwitches() {
  const t = useT()
  const { locale, theme } = useSettings()
  return (
    <div className={styles.habits}>
      <Segmented
        label={`${t('common.language')} / Language`}
        value={locale}
        onChange={(next) => {
          changeSettings({ locale: next })
          keep({ language: next })
        }}
        options={[
          { value: 'id', label: 'Bahasa Indonesia' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Segmented
        label={t('common.theme')}
        value={theme}
        onChange={(next) => {
          changeSettings({ theme: next })
          keep({ theme: next })
        }}
        options={themes.map((value) => ({ value, label: t(themeTexts[value]) }))}
      />
    </div>
  )
}

/** A habit that could not be kept lasts until the window closes; that is no reason to disturb. */
function keep(change: Parameters<typeof call<'preferences.set'>>[1]): void {
  call('preferences.set', change).catch(() => undefined)
}
