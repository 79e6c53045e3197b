import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n.ts'
import { MarksLegend } from '#renderer/ui/data-grid/marks-legend.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import styles from './staff.module.css'
import type { StaffInView } from './use-staff-view.ts'
import type { Mode } from './views-menu.tsx'

/** At the right of the filter: quick search, people or indicators, and what the marks mean. */
export function ViewChoice({ view }: { readonly view: StaffInView }) {
  const t = useT()
  return (
    <>
      <TextInput
        className={styles.quick ?? ''}
        size="xs"
        type="search"
        aria-label={t('staff.quick')}
        placeholder={t('staff.quick')}
        leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
        value={view.quick}
        onChange={(event) => view.setQuick(event.currentTarget.value)}
      />
      <Segmented<Mode>
        label={t('staff.viewMode')}
        value={view.mode}
        onChange={view.setMode}
        options={[
          { value: 'people', label: t('staff.viewPeople') },
          { value: 'indicators', label: t('staff.viewIndicators') },
        ]}
      />
      <MarksLegend />
    </>
  )
}
