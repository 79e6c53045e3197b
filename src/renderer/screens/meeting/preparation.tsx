import { Menu } from '@mantine/core'
import { IconDots, IconGavel, IconHeartHandshake, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { useCommands } from '#renderer/ui/commands.tsx'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { ScreenLayout } from '#renderer/ui/screen-layout.tsx'
import { useStatusBar } from '#renderer/ui/status-bar.tsx'
import { useGo } from '#renderer/ui/use-place.ts'
import { useDutyReason } from '#renderer/ui/users/use-users.ts'
import { AgendaPanel } from './agenda-panel.tsx'
import styles from './meeting.module.css'
import { EditMeeting } from './meeting-form.tsx'
import { MenuButton } from './menu-button.tsx'
import { ParticipantsPanel } from './participants-panel.tsx'
import { DueRecusals } from './related.tsx'
import type { RoomData } from './types.ts'

/** Before the meeting: who comes, what is discussed, and why it cannot be opened yet. */
export function Preparation({ room, onAnother }: { readonly room: RoomData; readonly onAnother: () => void }) {
  const t = useT()
  const { meeting } = room
  const [editing, setEditing] = useState(false)
  const [removing, setRemoving] = useState(false)
  const open = useCommand('meetings.open', { success: t('meeting.opened') })
  const remove = useCommand('meetings.remove', { onSuccess: () => setRemoving(false) })
  const go = useGo()
  const duty = useDutyReason('meetings.open')
  const attendance = useBlockedReason(room)
  const blocked = duty ?? attendance
  const discussion = room.items.filter((item) => item.track === 'discussion').length

  useStatusBar([
    { id: 'cases', text: t('meeting.statusCases', { count: discussion }) },
    { id: 'consent', text: t('meeting.statusConsent', { count: room.items.length - discussion }) },
  ])
  useCommands([
    {
      id: 'open-meeting',
      label: t('meeting.openMeeting'),
      icon: IconGavel,
      run: () => open.mutate({ meetingId: meeting.id }),
    },
    { id: 'relations', label: t('relations.title'), icon: IconHeartHandshake, run: () => go('relations') },
  ])

  return (
    <ScreenLayout
      title={meeting.title}
      sentence={t('meeting.preparation')}
      actions={
        <>
          <Action icon={IconPencil} disabledReason={duty} onClick={() => setEditing(true)}>
            {t('meeting.edit')}
          </Action>
          <Action
            kind="primary"
            icon={IconGavel}
            disabledReason={blocked}
            busy={open.isPending}
            onClick={() => open.mutate({ meetingId: meeting.id })}
          >
            {t('meeting.openMeeting')}
          </Action>
          <Menu position="bottom-end">
            <Menu.Target>
              <MenuButton label={t('common.more')} icon={IconDots} />
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPlus size={16} />} onClick={onAnother}>
                {t('meeting.another')}
              </Menu.Item>
              <Menu.Item leftSection={<IconHeartHandshake size={16} />} onClick={() => go('relations')}>
                {t('relations.title')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => setRemoving(true)}>
                {t('meeting.removeMeeting')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <div className={styles.underBanner}>
        <DueRecusals room={room} />
        <div className={styles.preparation}>
          <ParticipantsPanel room={room} />
          <AgendaPanel room={room} />
        </div>
      </div>
      <EditMeeting key={JSON.stringify(meeting)} meeting={meeting} open={editing} onClose={() => setEditing(false)} />
      <ConfirmDialog
        open={removing}
        title={t('meeting.removeAsk')}
        confirm={t('meeting.removeMeeting')}
        danger
        busy={remove.isPending}
        onCancel={() => setRemoving(false)}
        onConfirm={() => remove.mutate({ meetingId: meeting.id })}
      >
        {t('meeting.removeText')}
      </ConfirmDialog>
    </ScreenLayout>
  )
}

/** The first thing that keeps the meeting from being opened, or null. The engine has the last word. */
function useBlockedReason({ participants, quorum }: RoomData): string | null {
  const t = useT()
  const unrecorded = participants.filter((participant) => participant.attendance === 'unknown').length
  if (unrecorded > 0) return t('meeting.openBlockedAttendance', { count: unrecorded })
  const here = (role: string) => participants.some((one) => one.role === role && one.attendance === 'present')
  if (!here('chair') || !here('secretary')) return t('meeting.openBlockedRoles')
  if (!quorum.reached)
    return t('meeting.openBlockedQuorum', { present: quorum.present, required: quorum.required ?? 0 })
  return null
}
