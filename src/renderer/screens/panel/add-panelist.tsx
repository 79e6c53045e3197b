import { Select, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall, useCommand } from '#renderer/ipc/hooks.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useDutyReason, useUsers } from '#renderer/ui/users/use-users.ts'
import type { PeriodSummary } from '#renderer/ui/workspace-context.ts'
import styles from './panel.module.css'
import type { PanelState } from './screen.tsx'

interface AddPanelistProps {
  readonly periodId: PeriodSummary['id']
  readonly state: PanelState
}

/** A user (who has a PIN), somebody of the staff list, or a name from outside. */
export function AddPanelist({ periodId, state }: AddPanelistProps) {
  const t = useT()
  const { users } = useUsers()
  const people = useCall('followUps.people', { periodId }).data ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const add = useCommand('panel.addPanelist', {
    quiet: true,
    success: t('panel.added'),
    onSuccess: () => {
      setChosen(null)
      setName('')
    },
  })
  const seated = new Set(state.panelists.flatMap(({ userId, employeeId }) => [userId, employeeId]))
  const knownUsers = users.filter(({ id, active }) => active && !seated.has(id))
  const known = people.filter(({ employeeId }) => !seated.has(employeeId))
  const duty = useDutyReason('panel.addPanelist')
  const isNothing = chosen === null && name.trim() === ''
  const save = (): void => {
    if (isNothing || duty !== null) return
    const user = knownUsers.find(({ id }) => `u ${id}` === chosen)
    const person = known.find(({ employeeId }) => `e ${employeeId}` === chosen)
    add.mutate({
      periodId,
      userId: user?.id ?? null,
      employeeId: person?.employeeId ?? null,
      name: user?.name ?? person?.name ?? name.trim(),
    })
  }
  return (
    <div className={styles.add}>
      <Select
        label={t('panel.choosePerson')}
        placeholder={t('panel.choosePersonHint')}
        data={[
          ...(knownUsers.length === 0
            ? []
            : [
                {
                  group: t('panel.usersGroup'),
                  items: knownUsers.map((one) => ({ value: `u ${one.id}`, label: one.name })),
                },
              ]),
          {
            group: t('panel.staffGroup'),
            items: known.map((one) => ({
              value: `e ${one.employeeId}`,
              label: one.nip === null ? one.name : `${one.name} · ${one.nip}`,
            })),
          },
        ]}
        value={chosen}
        clearable
        clearButtonProps={{ 'aria-label': t('panel.choosePersonClear') }}
        searchable
        limit={50}
        onChange={setChosen}
      />
      <TextInput
        label={t('panel.outsider')}
        value={name}
        maxLength={200}
        disabled={chosen !== null}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
        }}
      />
      <Action
        icon={IconUserPlus}
        busy={add.isPending}
        disabledReason={duty ?? (isNothing ? t('panel.nobodyChosen') : null)}
        onClick={save}
      >
        {t('panel.add')}
      </Action>
      {add.error === null ? null : (
        <div className={styles.addError}>
          <Refusal error={add.error} />
        </div>
      )}
    </div>
  )
}
