import { IconFileImport, IconFileSpreadsheet, IconTemplate } from '@tabler/icons-react'
import type { CallInput } from '#contract/contracts.ts'
import { kindNames } from '#contract/import-names.ts'
import { sheetKinds } from '#domain/import/fields.ts'
import { useFormat, useLocale, useT } from '#renderer/i18n/i18n.ts'
import { shell } from '#renderer/ipc/client.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { EmptyState, QueryView } from '#renderer/ui/states.tsx'
import styles from './import.module.css'

type TemplateKind = CallInput<'import.template'>['kind']

/** Before anything is chosen: choose or drop files, take a template, see what was imported before. */
export function FileStep({
  onChoose,
  disabledReason,
}: {
  readonly onChoose: () => void
  readonly disabledReason: string | null
}) {
  const t = useT()
  return (
    <div className={styles.files}>
      <section className={styles.drop}>
        <EmptyState
          icon={IconFileImport}
          title={t('imports.dropTitle')}
          action={
            <Action kind="primary" icon={IconFileSpreadsheet} onClick={onChoose} disabledReason={disabledReason}>
              {t('imports.choose')}
            </Action>
          }
        >
          {t('imports.dropText')}
        </EmptyState>
      </section>
      <div className={styles.filesSide}>
        <Templates />
        <EarlierImports />
      </div>
    </div>
  )
}

function Templates() {
  const t = useT()
  const locale = useLocale()
  const { mutate: write } = useCommand('import.template', { success: t('imports.templateDone'), undoable: false })
  const save = (kind: TemplateKind): void => {
    void shell()
      .saveFileDialog({
        purpose: 'export',
        title: t('imports.templateSave'),
        defaultName: `${kindNames[kind].id}.xlsx`,
        extension: 'xlsx',
      })
      .then((path) => {
        if (path !== null) write({ kind, path })
      })
  }
  return (
    <Panel title={t('imports.templates')}>
      <p className={styles.hint}>{t('imports.templatesText')}</p>
      <div className={styles.templates}>
        {sheetKinds.map((kind) => (
          <Action key={kind} icon={IconTemplate} onClick={() => save(kind)}>
            {kindNames[kind][locale]}
          </Action>
        ))}
      </div>
    </Panel>
  )
}

function EarlierImports() {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const runs = useCall('import.runs', {})
  const kindName = (kind: string): string =>
    sheetKinds.flatMap((known) => (known === kind ? kindNames[known][locale] : []))[0] ?? kind
  return (
    <Panel title={t('imports.runs')} scroll>
      <QueryView query={runs} lines={3}>
        {(list) =>
          list.length === 0 ? (
            <p className={styles.hint}>{t('imports.runsNone')}</p>
          ) : (
            <ul className={styles.runs}>
              {list.slice(0, 50).map((run) => (
                <li key={run.id}>
                  <b>{run.fileName}</b>
                  <span>
                    {format.dateTime(run.importedAt)} ·{' '}
                    {t('imports.runLine', {
                      count: run.rowsTaken,
                      kinds: format.list([...new Set(run.sheetKinds)].map(kindName)),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  )
}
