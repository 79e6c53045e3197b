import { Menu } from '@mantine/core'
import { openSpotlight } from '@mantine/spotlight'
import { IconArrowBackUp, IconArrowForwardUp, IconChevronDown, IconScale, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { openBackups } from '#renderer/ui/backups/backups-store.ts'
import { cx } from '#renderer/ui/cx.ts'
import { IconAction } from '#renderer/ui/icon-action.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { type AgencyDialog, AgencyDialogs } from './agency-dialogs.tsx'
import styles from './frame.module.css'
import { SavedMark } from './saved-mark.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import type { HistoryActions } from './use-history.ts'
import type { WorkspaceActions } from './use-workspace-actions.ts'
import { UserSwitch } from './user-switch.tsx'
import { UsersDialog } from './users-dialog.tsx'

interface TopBarProps {
  readonly history: HistoryActions
  readonly actions: WorkspaceActions
  readonly operatorName: string | null
}

/** Agency, period, undo, search and the saved mark. */
export function TopBar({ history, actions, operatorName }: TopBarProps) {
  const t = useT()
  const { workspace } = useWorkspace()
  const [dialog, setDialog] = useState<AgencyDialog | null>(null)
  const [users, setUsers] = useState(false)
  return (
    <header className={styles.top}>
      <span className={styles.brand} title={t('common.appName')}>
        <IconScale size={20} stroke={1.6} aria-hidden />
      </span>
      <AgencyMenu actions={actions} onDialog={setDialog} onUsers={() => setUsers(true)} />
      <span className={styles.separator} />
      <PeriodMenu onDialog={setDialog} />
      <span className={styles.grow} />
      <IconAction
        label={`${t('common.undo')} (Ctrl Z)`}
        icon={IconArrowBackUp}
        onClick={history.undo}
        disabled={!history.canUndo}
      />
      <IconAction
        label={`${t('common.redo')} (Ctrl Y)`}
        icon={IconArrowForwardUp}
        onClick={history.redo}
        disabled={!history.canRedo}
      />
      <button type="button" className={styles.find} onClick={openSpotlight} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span>{t('common.searchBox')}</span>
        <KeyHint keys="Ctrl K" />
      </button>
      <SavedMark savedAt={workspace.savedAt} />
      <UserSwitch />
      <SettingsMenu operatorName={operatorName} />
      <AgencyDialogs open={dialog} onClose={() => setDialog(null)} />
      <UsersDialog open={users} onClose={() => setUsers(false)} />
    </header>
  )
}

interface DialogOpener {
  readonly onDialog: (dialog: AgencyDialog) => void
}

function AgencyMenu({
  actions,
  onDialog,
  onUsers,
}: DialogOpener & { readonly actions: WorkspaceActions; readonly onUsers: () => void }) {
  const t = useT()
  const encrypted = useCall('protection.state', {}).data?.encrypted ?? false
  const { workspace } = useWorkspace()
  const fixed = useDutyReason('workspace.updateAgency') !== null || workspace.readOnly
  return (
    <Menu withinPortal>
      <Menu.Target>
        <button type="button" className={cx(styles.pick, styles.agency)} title={workspace.path}>
          <span>{workspace.agency.name}</span>
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{workspace.agency.name}</Menu.Label>
        <Menu.Item disabled={fixed} onClick={() => onDialog('agency')}>
          {t('agency.editAgency')}
        </Menu.Item>
        <Menu.Item disabled={fixed} onClick={() => onDialog('units')}>
          {t('agency.editUnits')}
        </Menu.Item>
        <Menu.Item onClick={onUsers}>{t('users.menu')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{workspace.fileName}</Menu.Label>
        <Menu.Item rightSection={<KeyHint keys="Ctrl O" />} onClick={actions.openOther}>
          {t('common.workspaceOpenOther')}
        </Menu.Item>
        <Menu.Item rightSection={<KeyHint keys="Ctrl N" />} onClick={actions.createNew}>
          {t('common.workspaceNew')}
        </Menu.Item>
        <Menu.Item rightSection={<KeyHint keys="Ctrl Shift S" />} onClick={() => actions.saveCopy(workspace.fileName)}>
          {t('common.workspaceSaveCopy')}
        </Menu.Item>
        <Menu.Item onClick={() => openBackups(workspace.path)}>{t('backups.menu')}</Menu.Item>
        <Menu.Item onClick={() => onDialog('protection')}>{t('protection.menu')}</Menu.Item>
        {encrypted ? (
          <Menu.Item rightSection={<KeyHint keys="Ctrl L" />} onClick={actions.lock}>
            {t('protection.lockNow')}
          </Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item onClick={actions.close}>{t('common.workspaceClose')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function PeriodMenu({ onDialog }: DialogOpener) {
  const t = useT()
  const { workspace, period, choosePeriod } = useWorkspace()
  const fixed = useDutyReason('workspace.addPeriod') !== null || workspace.readOnly
  return (
    <Menu withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={styles.pick}
          aria-label={`${t('common.period')}: ${period?.name ?? t('common.periodNone')}`}
        >
          <span>{period?.name ?? t('common.periodNone')}</span>
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('common.periodChoose')}</Menu.Label>
        <Menu.RadioGroup
          value={period?.id ?? ''}
          onChange={(chosen) => {
            const found = workspace.periods.find((candidate) => candidate.id === chosen)
            if (found !== undefined) choosePeriod(found.id)
          }}
        >
          {workspace.periods.map((candidate) => (
            <Menu.RadioItem key={candidate.id} value={candidate.id} closeMenuOnClick>
              {candidate.name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item disabled={fixed} onClick={() => onDialog('period')}>
          {t('agency.newPeriod')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
