import { Button, Menu } from '@mantine/core'
import { IconFileExport, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { call, shell } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { PanelWords } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { useErrorSentence } from '#renderer/ui/states.tsx'
import { State } from '#renderer/ui/tag.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import styles from './panel.module.css'
import { PinDialog } from './pin-dialog.tsx'
import type { OpenSheet } from './score-sheet.tsx'
import type { PanelState } from './screen.tsx'

type Panelist = PanelState['panelists'][number]

interface PanelistTableProps {
  readonly periodId: PeriodSummary['id']
  readonly state: PanelState
  readonly onOpen: (sheet: OpenSheet) => void
}

/** Who has scored how many; nobody's scores. */
export function PanelistTable({ periodId, state, onOpen }: PanelistTableProps) {
  const t = useT()
  const { panelists, draw } = state
  const [asked, setAsked] = useState<Panelist | null>(null)
  const say = useErrorSentence()
  const remove = useCommand('panel.removePanelist', { success: t('panel.removed') })
  const duty = useDutyReason('panel.removePanelist')
  if (panelists.length === 0) return <PanelWords>{t('panel.nobody')}</PanelWords>
  const open = (panelist: Panelist): void => {
    if (panelist.needsPin) {
      setAsked(panelist)
      return
    }
    call('panel.openSheet', { panelistId: panelist.id, pin: null })
      .then(({ sheet }) => onOpen({ panelistId: panelist.id, sheet }))
      .catch((error: unknown) => notify(say(error), { tone: 'refused' }))
  }
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('panel.name')}</th>
            {draw === null ? null : <th scope="col">{t('panel.progress')}</th>}
            <th scope="col">{draw === null ? t('panel.way') : t('panel.does')}</th>
          </tr>
        </thead>
        <tbody>
          {panelists.map((panelist) => (
            <tr key={panelist.id}>
              <td>{panelist.name}</td>
              {draw === null ? (
                <td>
                  <span className={styles.does}>
                    <span>
                      {t(panelist.needsPin ? 'panel.byPin' : panelist.opensHere ? 'panel.byHand' : 'panel.byBallot')}
                    </span>
                    <Action
                      size="small"
                      kind="quiet"
                      icon={IconTrash}
                      ariaLabel={t('panel.removeOf', { name: panelist.name })}
                      disabledReason={duty}
                      onClick={() => remove.mutate({ periodId, panelistId: panelist.id })}
                    >
                      {t('panel.remove')}
                    </Action>
                  </span>
                </td>
              ) : (
                <>
                  <td>
                    <Progress panelist={panelist} asked={panelist.dossiers * draw.dimensions.length} />
                  </td>
                  <td>
                    <span className={styles.does}>
                      <Action
                        size="small"
                        icon={IconPencil}
                        disabledReason={panelist.opensHere ? null : t('panel.noPin')}
                        ariaLabel={t('panel.scoreOf', { name: panelist.name })}
                        onClick={() => open(panelist)}
                      >
                        {t('panel.score')}
                      </Action>
                      <IssueMenu panelist={panelist} />
                    </span>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {asked === null ? null : (
        <PinDialog
          panelist={asked}
          onCancel={() => setAsked(null)}
          onOpen={(sheet) => {
            setAsked(null)
            onOpen({ panelistId: asked.id, sheet })
          }}
        />
      )}
    </>
  )
}

function Progress({ panelist, asked }: { readonly panelist: Panelist; readonly asked: number }) {
  const t = useT()
  const format = useFormat()
  const { scores, ballots } = panelist
  const last = ballots.at(-1)
  return (
    <>
      {scores >= asked ? (
        <State tone="confirmed">{t('panel.progressDone', { count: asked })}</State>
      ) : (
        t('panel.progressOf', { given: scores, asked })
      )}
      {last === undefined ? null : (
        <span className={styles.under}>
          {last.mergedAt === null
            ? t('panel.ballotOut', { date: format.shortDate(last.issuedAt) })
            : t('panel.ballotIn', { date: format.shortDate(last.mergedAt) })}
        </span>
      )}
    </>
  )
}

/** The ballot as a file, for another computer. */
function IssueMenu({ panelist }: { readonly panelist: Panelist }) {
  const t = useT()
  const issue = useCommand('panel.issueBallot', { undoable: false })
  const duty = useDutyReason('panel.issueBallot')
  const save = async (format: 'xlsx' | 'json'): Promise<void> => {
    const path = await shell().saveFileDialog({
      purpose: 'export',
      title: t('panel.ballotSave'),
      defaultName: `${t('panel.ballotFile')} ${panelist.name}.${format}`,
      extension: format,
    })
    if (path === null) return
    issue.mutate(
      { panelistId: panelist.id, format, path },
      {
        onSuccess: ({ dossiers }) =>
          notify(t('panel.ballotSaved', { count: dossiers, name: panelist.name }), {
            action: { label: t('results.show'), run: () => void shell().showExported(path) },
          }),
      },
    )
  }
  if (duty !== null)
    return (
      <Action size="small" icon={IconFileExport} disabledReason={duty} onClick={() => undefined}>
        {t('panel.ballot')}
      </Action>
    )
  return (
    <Menu withinPortal position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          loading={issue.isPending}
          aria-label={t('panel.ballotOf', { name: panelist.name })}
          leftSection={<IconFileExport size={16} stroke={1.8} aria-hidden />}
        >
          {t('panel.ballot')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('xlsx')}>{t('panel.ballotXlsx')}</Menu.Item>
        <Menu.Item onClick={() => void save('json')}>{t('panel.ballotJson')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
