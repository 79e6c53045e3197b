import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { IconMinus, IconPlus, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { keepSettings } from '#renderer/app/preferences.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { call } from '#renderer/ipc/client.ts'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { densities, nextZoom, themeChoices, useSettings } from '#renderer/ui/settings.ts'
import { useUsers } from '#renderer/ui/users/use-users.ts'
import styles from './frame.module.css'

const themeWords = {
  light: 'common.themeLight',
  dark: 'common.themeDark',
  contrast: 'common.themeContrast',
  system: 'common.themeSystem',
} as const
const densityWords = {
  compact: 'common.densityCompact',
  normal: 'common.densityNormal',
  roomy: 'common.densityRoomy',
} as const

/** Language, theme, density, zoom and the operator's name: habits of this laptop. */
export function SettingsMenu({ operatorName }: { readonly operatorName: string | null }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('common.settings')}
          title={t('common.settings')}
          onClick={() => setOpen(!open)}
        >
          <IconSettings size={16} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('common.settings')}>
        <SettingsForm operatorName={operatorName} />
      </Popover.Dropdown>
    </Popover>
  )
}

function SettingsForm({ operatorName }: { readonly operatorName: string | null }) {
  const t = useT()
  const { locale, theme, density } = useSettings()
  // Where users are named, the one who signed in is the author.
  const { named } = useUsers()
  return (
    <div className={styles.settings}>
      <div className={styles.field}>
        <span className={styles.caption}>{t('common.language')}</span>
        <Segmented
          label={t('common.language')}
          value={locale}
          onChange={(next) => keepSettings({ locale: next })}
          options={[
            { value: 'id', label: t('common.languageId') },
            { value: 'en', label: t('common.languageEn') },
          ]}
        />
      </div>
      <div className={styles.field}>
        <span className={styles.caption}>{t('common.theme')}</span>
        <Segmented
          label={t('common.theme')}
          value={theme}
          onChange={(next) => keepSettings({ theme: next })}
          options={themeChoices.map((value) => ({ value, label: t(themeWords[value]) }))}
        />
      </div>
      <div className={styles.field}>
        <span className={styles.caption}>{t('common.density')}</span>
        <Segmented
          label={t('common.density')}
          value={density}
          onChange={(next) => keepSettings({ density: next })}
          options={densities.map((value) => ({ value, label: t(densityWords[value]) }))}
        />
      </div>
      <ZoomField />
      {operatorName === null || named ? null : <OperatorField key={operatorName} name={operatorName} />}
    </div>
  )
}

function ZoomField() {
  const t = useT()
  const format = useFormat()
  const { zoom } = useSettings()
  return (
    <div className={styles.field}>
      <span className={styles.caption}>{t('common.zoom')}</span>
      <div className={styles.zoom}>
        <IconAction
          framed
          label={t('common.zoomOut')}
          icon={IconMinus}
          onClick={() => keepSettings({ zoom: nextZoom(zoom, -1) })}
        />
        <output>{format.percent(zoom, 0)}</output>
        <IconAction
          framed
          label={t('common.zoomIn')}
          icon={IconPlus}
          onClick={() => keepSettings({ zoom: nextZoom(zoom, 1) })}
        />
      </div>
    </div>
  )
}

function OperatorField({ name }: { readonly name: string }) {
  const t = useT()
  const [typed, setTyped] = useState(name)
  const keep = (): void => {
    const operatorName = typed.trim()
    if (operatorName === '' || operatorName === name) setTyped(name)
    else call('preferences.set', { operatorName }).catch(() => setTyped(name))
  }
  return (
    <TextInput
      label={t('common.operatorName')}
      description={t('common.operatorNote')}
      value={typed}
      maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
