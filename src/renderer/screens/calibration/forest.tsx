import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { ComparisonChart } from '#renderer/ui/charts/comparison-chart.tsx'
import type { Calibrated } from './calibrated.ts'
import styles from './calibration.module.css'
import { forestAxis, forestRows, forestTitle, type Sorting, sortings } from './forest-rows.ts'

interface ForestProps {
  readonly calibrated: Calibrated
  readonly selectedId: string | null
  readonly onSelect: (supervisorId: string) => void
}

/** One row per supervisor: the difference with its interval, fainter where the evidence is weaker. */
export function Forest({ calibrated, selectedId, onSelect }: ForestProps) {
  const t = useT()
  const format = useFormat()
  const [sorting, setSorting] = useState<Sorting>('difference')
  const rows = useMemo(() => forestRows(calibrated, sorting, format.compare), [calibrated, sorting, format])
  const { flag, interval } = calibrated.result.options
  const axis = useMemo(() => forestAxis(rows, flag.points, t, format), [rows, flag.points, t, format])
  return (
    <ComparisonChart
      className={styles.forest}
      title={forestTitle(calibrated, t)}
      note={t('calibration.forestNote', { share: format.percent(interval, 0) })}
      alternative={t('calibration.forestAlternative')}
      rows={rows}
      axis={axis}
      selectedId={selectedId}
      onSelect={onSelect}
      valueHeader={t('calibration.difference')}
      reliabilityLegend={t('calibration.reliability')}
      flaggedLegend={t('calibration.flagged')}
      tools={<SortChoice value={sorting} onChange={setSorting} />}
      fileName={t('calibration.forestFile')}
    />
  )
}

function SortChoice({ value, onChange }: { readonly value: Sorting; readonly onChange: (sorting: Sorting) => void }) {
  const t = useT()
  return (
    <Select
      size="xs"
      w={150}
      aria-label={t('calibration.sort')}
      data={sortings.map((sorting) => ({ value: sorting, label: t(`calibration.sort-${sorting}`) }))}
      value={value}
      onChange={(next) => onChange(sortings.find((sorting) => sorting === next) ?? value)}
      allowDeselect={false}
    />
  )
}
