import { Select } from '@mantine/core'
import type { ImportSheet } from '#contract/import.ts'
import { fieldNames, kindNames } from '#contract/import-names.ts'
import { fieldsOfKind, isImportField, sheetKinds } from '#domain/import/fields.ts'
import { useLocale, useT } from '#renderer/i18n/i18n.ts'
import { call } from '#renderer/ipc/client.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import styles from './import.module.css'
import type { CsvOptions, ImportWork, Preview } from './use-import.ts'

interface ColumnsStepProps {
  readonly preview: Preview
  readonly sheet: ImportSheet
  readonly work: ImportWork
}

const unused = '-'
const leftOut = 'none'

/** Which kind a sheet is and what each of its columns means; every choice is worked out at once. */
export function ColumnsStep({ preview, sheet, work }: ColumnsStepProps) {
  const t = useT()
  const locale = useLocale()
  const remap = (
    kind: ImportSheet['kind'],
    columns: { index: number; field: ImportSheet['columns'][number]['field'] }[],
  ): void => {
    void work.change(() => call('import.remap', { previewId: preview.previewId, sheetKey: sheet.key, kind, columns }))
  }
  const chooseKind = (value: string | null): void => {
    const kind = sheetKinds.find((known) => known === value) ?? null
    remap(kind, [])
  }
  const chooseField = (index: number, value: string | null): void => {
    const columns = sheet.columns.map((column) => ({ index: column.index, field: column.field }))
    const field = value !== null && isImportField(value) ? value : null
    remap(
      sheet.kind,
      columns.map((column) =>
        column.index === index
          ? { index, field }
          : column.field === field && field !== 'ignored'
            ? { ...column, field: null }
            : column,
      ),
    )
  }
  const file = preview.files[sheet.file]
  return (
    <div className={styles.columnsStep}>
      <Panel
        title={t('imports.mapping')}
        scroll
        actions={
          <>
            <span className={styles.kindLabel} aria-hidden="true">
              {t('imports.kind')}
            </span>
            <Select
              size="sm"
              aria-label={t('imports.kind')}
              value={sheet.included ? sheet.kind : leftOut}
              onChange={chooseKind}
              allowDeselect={false}
              data={[
                ...sheetKinds.map((kind) => ({ value: kind, label: kindNames[kind][locale] })),
                { value: leftOut, label: t('imports.kindNone') },
              ]}
            />
          </>
        }
      >
        <p className={styles.hint}>
          {t('imports.mappingText')} {sheet.origin === 'remembered' ? t('imports.mappingRemembered') : null}
          {sheet.origin === 'manual' ? t('imports.mappingManual') : null}
        </p>
        {file?.format === 'csv' ? (
          <CsvChoice
            file={file}
            onChoose={(options) => void work.read(work.paths, options)}
            known={work.paths.length > 0}
          />
        ) : null}
        {sheet.kind === null ? null : (
          <table className={styles.mapping}>
            <thead>
              <tr>
                <th scope="col">{t('imports.columnLetter')}</th>
                <th scope="col">{t('imports.columnHeading')}</th>
                <th scope="col">{t('imports.columnSample')}</th>
                <th scope="col">{t('imports.columnMeaning')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.columns.map((column) => (
                <tr key={column.index}>
                  <td>{column.letter}</td>
                  <th scope="row">{column.heading === '' ? <i>{t('imports.noHeading')}</i> : column.heading}</th>
                  <td className={styles.sample}>{column.sample}</td>
                  <td>
                    <FieldSelect sheet={sheet} column={column} onChoose={(value) => chooseField(column.index, value)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </div>
  )
}

interface FieldSelectProps {
  readonly sheet: ImportSheet
  readonly column: ImportSheet['columns'][number]
  readonly onChoose: (value: string | null) => void
}

function FieldSelect({ sheet, column, onChoose }: FieldSelectProps) {
  const t = useT()
  const locale = useLocale()
  const fields = sheet.kind === null ? [] : [...new Set(fieldsOfKind[sheet.kind])]
  return (
    <Select
      size="sm"
      searchable
      aria-label={t('imports.meaningOf', { column: column.letter, heading: column.heading })}
      value={column.field ?? unused}
      onChange={onChoose}
      allowDeselect={false}
      data={[
        { value: unused, label: t('imports.columnUnused') },
        ...fields.map((field) => ({ value: field, label: fieldNames[field][locale] })),
      ]}
    />
  )
}

interface CsvChoiceProps {
  readonly file: Preview['files'][number]
  /** False after the screen was left: the paths are no longer known, so nothing can be read again. */
  readonly known: boolean
  readonly onChoose: (options: CsvOptions) => void
}

const delimiters = [',', ';', '|', '\t'] as const
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

function CsvChoice({ file, known, onChoose }: CsvChoiceProps) {
  const t = useT()
  const names = {
    ',': t('imports.delimiterComma'),
    ';': t('imports.delimiterSemicolon'),
    '|': t('imports.delimiterPipe'),
    '\t': t('imports.delimiterTab'),
  }
  const delimiter = delimiters.find((value) => value === file.delimiter) ?? ','
  const encoding = encodings.find((value) => value === file.encoding) ?? 'utf-8'
  return (
    <fieldset className={styles.csv} disabled={!known}>
      <legend>{t('imports.csv')}</legend>
      <Select
        size="sm"
        label={t('imports.delimiter')}
        value={delimiter}
        allowDeselect={false}
        disabled={!known}
        data={delimiters.map((value) => ({ value, label: names[value] }))}
        onChange={(value) => onChoose({ delimiter: delimiters.find((one) => one === value) ?? null, encoding })}
      />
      <Select
        size="sm"
        label={t('imports.encoding')}
        value={encoding}
        allowDeselect={false}
        disabled={!known}
        data={[...encodings]}
        onChange={(value) => onChoose({ delimiter, encoding: encodings.find((one) => one === value) ?? null })}
      />
    </fieldset>
  )
}
