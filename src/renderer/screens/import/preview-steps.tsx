import { IconColumns3, IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportFinding, ImportSheet } from '#contract/import.ts'
import { kindNames } from '#contract/import-names.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { Action } from '#renderer/ui/action.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import styles from './import.module.css'
import { PreviewTable } from './preview-table.tsx'
import { StepBar } from './step-bar.tsx'
import type { ImportWork, Preview } from './use-import.ts'

interface PreviewStepsProps {
  readonly preview: Preview
  readonly step: 'columns' | 'check'
  readonly onStep: (step: 'columns' | 'check') => void
  readonly work: ImportWork
}

/** Steps two and three: one sheet at a time, with its columns or its rows, and the findings of all of them. */
export function PreviewSteps({ preview, step, onStep, work }: PreviewStepsProps) {
  const t = useT()
  const [sheetKey, setSheetKey] = useState<string | null>(null)
  const sheet =
    preview.sheets.find((one) => one.key === sheetKey) ??
    preview.sheets.find((one) => one.included) ??
    preview.sheets[0]
  const rows = preview.sheets.reduce((sum, one) => sum + one.rowCount, 0)
  useStatusBar([
    { id: 'rows', text: t('imports.statusRead', { count: rows }) },
    { id: 'findings', text: t('imports.statusFindings', { count: preview.findingCount }) },
  ])
  const about = useAbout(preview, sheet)
  if (sheet === undefined) return null
  return (
    <div className={styles.body}>
      <StepBar
        current={step}
        open={['columns', 'check']}
        onGo={(wanted) => onStep(wanted === 'columns' ? 'columns' : 'check')}
        about={about}
      />
      {preview.sheets.length > 1 ? (
        <SheetTabs sheets={preview.sheets} current={sheet.key} onChoose={setSheetKey} />
      ) : null}
      {step === 'columns' ? (
        <ColumnsStep preview={preview} sheet={sheet} work={work} />
      ) : (
        <CheckStep
          preview={preview}
          sheet={sheet}
          work={work}
          onSheet={setSheetKey}
          onColumns={() => onStep('columns')}
        />
      )}
    </div>
  )
}

function useAbout(preview: Preview, sheet: ImportSheet | undefined): string {
  const t = useT()
  const format = useFormat()
  const file = sheet === undefined ? undefined : preview.files[sheet.file]
  if (sheet === undefined || file === undefined) return ''
  const values = { file: file.name, sheet: sheet.name, count: sheet.rowCount, size: format.bytes(file.bytes) }
  if (sheet.headerRow === null) return t('imports.fileLinePlain', values)
  return t(file.format === 'csv' ? 'imports.fileLineCsv' : 'imports.fileLine', { ...values, header: sheet.headerRow })
}

interface SheetTabsProps {
  readonly sheets: readonly ImportSheet[]
  readonly current: string
  readonly onChoose: (key: string) => void
}

function SheetTabs({ sheets, current, onChoose }: SheetTabsProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <nav className={styles.tabs} aria-label={t('imports.sheets')}>
      {sheets.map((sheet) => {
        const kind = sheet.kind === null || !sheet.included ? t('imports.sheetLeftOut') : kindNames[sheet.kind][locale]
        return (
          <button
            type="button"
            key={sheet.key}
            aria-pressed={sheet.key === current}
            className={cx(styles.tab, sheet.key === current && styles.tabOn)}
            onClick={() => onChoose(sheet.key)}
          >
            {t('imports.sheetTab', { name: sheet.name, kind })}
            {sheet.counts.refused + sheet.counts.open > 0 ? (
              <IconHelpCircle size={14} stroke={1.8} className={styles.tabMark} aria-hidden />
            ) : null}
          </button>
        )
      })}
    </nav>
  )
}

interface CheckStepProps {
  readonly preview: Preview
  readonly sheet: ImportSheet
  readonly work: ImportWork
  readonly onSheet: (key: string) => void
  readonly onColumns: () => void
}

type Filter = 'all' | 'problems' | 'changes'

function CheckStep({ preview, sheet, work, onSheet, onColumns }: CheckStepProps) {
  const t = useT()
  const [filter, setFilter] = useState<Filter>('all')
  const [wanted, setWanted] = useState<{ readonly row: number } | null>(null)
  const show = (finding: ImportFinding): void => {
    if (finding.sheetKey === null || finding.row === null) return
    onSheet(finding.sheetKey)
    setFilter('all')
    setWanted({ row: finding.row })
  }
  return (
    <div className={styles.check}>
      <div className={styles.checkTable}>
        {sheet.kind === null ? (
          <EmptyState
            icon={IconColumns3}
            title={t('imports.unrecognised')}
            action={<Action onClick={onColumns}>{t('imports.toColumns')}</Action>}
          >
            {t('imports.unrecognisedText')}
          </EmptyState>
        ) : (
          <>
            <div className={styles.filterBar}>
              <Segmented<Filter>
                label={t('imports.filter')}
                value={filter}
                onChange={setFilter}
                options={[
                  { value: 'all', label: t('imports.filterAll') },
                  { value: 'problems', label: t('imports.filterProblems') },
                  { value: 'changes', label: t('imports.filterChanges') },
                ]}
              />
            </div>
            <PreviewTable
              key={`${sheet.key}:${filter}`}
              previewId={preview.previewId}
              sheet={sheet}
              filter={filter}
              wanted={wanted}
            />
          </>
        )}
      </div>
      <FindingsPanel preview={preview} work={work} onShow={show} />
    </div>
  )
}
