import { Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { IconEdit, IconKey, IconUserPlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CallInput } from '#contract/contracts.ts'
import type { UsersState } from '#contract/users.ts'
import { type Duty, duties } from '#domain/model/user.ts'
import { useFormat, useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import { useSecretCommand } from '#renderer/ipc/secret-command.ts'
import { Action } from '#renderer/ui/action.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { notify } from '#renderer/ui/notify.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { State, Tag } from '#renderer/ui/tag.tsx'
import { ApprovalFields, useApproval } from '#renderer/ui/users/approval-fields.tsx'
import { emptyPin, isTyped, NewPinFields } from '#renderer/ui/users/pin-input.tsx'
import { useDutyReason, useUsers } from '#renderer/ui/users/use-users.ts'
import styles from '#renderer/ui/users/users.module.css'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'

type KnownUser = UsersState['users'][number]
type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'pin'; readonly user: KnownUser }

const list: View = { kind: 'list' }

/** "Pengguna dan tugas": who works with this file, under which duty. */
export function UsersDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useT()
  const [view, setView] = useState<View>(list)
  const titles = {
    list: t('users.title'),
    add: t('users.addTitle'),
    edit: t('users.editTitle'),
    pin: view.kind === 'pin' ? t('users.givePinTitle', { name: view.user.name }) : '',
  }
  const back = (): void => setView(list)
  return (
    <Modal
      opened={open}
      onClose={() => {
        back()
        onClose()
      }}
      title={titles[view.kind]}
      size={680}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {view.kind === 'list' ? <UserList onView={setView} /> : null}
      {view.kind === 'add' ? <AddForm onDone={back} /> : null}
      {view.kind === 'edit' ? <EditForm user={view.user} onDone={back} /> : null}
      {view.kind === 'pin' ? <PinForm user={view.user} onDone={back} /> : null}
    </Modal>
  )
}

function UserList({ onView }: { readonly onView: (view: View) => void }) {
  const t = useT()
  const { named, users } = useUsers()
  const { workspace } = useWorkspace()
  const duty = useDutyReason('users.add')
  const reason = workspace.readOnly ? t('common.readOnlyRights') : duty
  return (
    <div className={styles.form}>
      <p className={styles.text}>{t('users.intro')}</p>
      {named ? null : (
        <Banner tone="information" title={t('users.noneTitle')}>
          {t('users.noneText')}
        </Banner>
      )}
      {named ? (
        <ul className={styles.list} aria-label={t('users.list')}>
          {users.map((user) => (
            <UserLine key={user.id} user={user} reason={reason} onView={onView} />
          ))}
        </ul>
      ) : null}
      <div className={styles.buttons}>
        <Action kind="primary" icon={IconUserPlus} disabledReason={reason} onClick={() => onView({ kind: 'add' })}>
          {t(named ? 'users.add' : 'users.addFirst')}
        </Action>
      </div>
    </div>
  )
}

interface UserLineProps {
  readonly user: KnownUser
  /** Why users cannot be changed here. */
  readonly reason: string | null
  readonly onView: (view: View) => void
}

function UserLine({ user, reason, onView }: UserLineProps) {
  const t = useT()
  const format = useFormat()
  const since = `${t('users.pinSince')} ${format.date(user.pinSetAt)}, ${t(`users.way-${user.pinWay}`)}`
  return (
    <li className={styles.user}>
      <span className={styles.name}>
        <b>{user.name}</b>
        <Tag tone={user.duty === 'chair' ? 'accent' : 'neutral'}>{t(`users.duty-${user.duty}`)}</Tag>
        {user.active ? null : <State tone="attention">{t('users.inactive')}</State>}
      </span>
      <span className={styles.does}>
        <Action
          size="small"
          icon={IconEdit}
          ariaLabel={t('users.editOf', { name: user.name })}
          disabledReason={reason}
          onClick={() => onView({ kind: 'edit', user })}
        >
          {t('users.edit')}
        </Action>
        <Action
          size="small"
          icon={IconKey}
          ariaLabel={t('users.givePinOf', { name: user.name })}
          disabledReason={reason}
          onClick={() => onView({ kind: 'pin', user })}
        >
          {t('users.givePin')}
        </Action>
      </span>
      <span className={styles.under}>
        {t(`users.does-${user.duty}`)} {user.pinWay === 'holder' ? <State tone="refused">{since}</State> : since}
      </span>
    </li>
  )
}

interface PersonDraft {
  readonly name: string
  readonly duty: Duty
  readonly employeeId: KnownUser['employeeId']
}

interface PersonFieldsProps {
  readonly value: PersonDraft
  readonly onChange: (value: PersonDraft) => void
  /** The first user: only a chair makes sense. */
  readonly first?: boolean
  readonly employeeName?: string | null
}

function PersonFields({ value, onChange, first = false, employeeName = null }: PersonFieldsProps) {
  const t = useT()
  const { period } = useWorkspace()
  const name = useRef<HTMLInputElement>(null)
  // The form takes the place of the list in a dialog that is open already.
  useEffect(() => name.current?.focus(), [])
  const people = useCall('followUps.people', { periodId: period?.id ?? ('' as never) }, { enabled: period !== null })
  const known = people.data ?? []
  const { employeeId } = value
  // Somebody who is no longer placed in the period shown keeps the link.
  const former =
    employeeId !== null && employeeName !== null && !known.some((person) => person.employeeId === employeeId)
      ? [{ value: employeeId as string, label: employeeName }]
      : []
  const asOption = ({ employeeId: id, name, nip }: (typeof known)[number]) => ({
    value: id as string,
    label: nip === null ? name : `${name} · ${nip}`,
  })
  return (
    <>
      <TextInput
        ref={name}
        label={t('users.name')}
        description={t('users.nameHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value.name}
        maxLength={200}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      <Select
        label={t('users.duty')}
        description={t(`users.does-${value.duty}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={duties.map((duty) => ({
          value: duty,
          label: t(`users.duty-${duty}`),
          disabled: first && duty !== 'chair',
        }))}
        value={value.duty}
        allowDeselect={false}
        onChange={(chosen) => {
          const duty = duties.find((one) => one === chosen)
          if (duty !== undefined) onChange({ ...value, duty })
        }}
      />
      <Select
        label={t('users.employee')}
        description={t('users.employeeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('users.employeeNone')}
        data={[...former, ...known.map(asOption)]}
        value={employeeId}
        clearable
        clearButtonProps={{ 'aria-label': t('users.employeeNone') }}
        searchable
        limit={50}
        onChange={(chosen) => onChange({ ...value, employeeId: chosen as KnownUser['employeeId'] })}
      />
    </>
  )
}

interface FormProps {
  readonly onDone: () => void
}

function AddForm({ onDone }: FormProps) {
  const t = useT()
  const { named } = useUsers()
  const approval = useApproval()
  const add = useSecretCommand('users.add')
  const [first] = useState(!named)
  const [person, setPerson] = useState<PersonDraft>({ name: '', duty: first ? 'chair' : 'secretary', employeeId: null })
  const [pin, setPin] = useState(emptyPin)
  const save = async (): Promise<void> => {
    const added = await add.run({ ...person, pin: pin.pin, ...(first ? {} : approval.given) })
    if (added === null) return
    notify(t('users.saved'))
    onDone()
  }
  return (
    <FormBody
      confirm={t('users.save')}
      disabledReason={person.name.trim() === '' ? t('users.nameFirst') : isTyped(pin) ? null : t('users.pinFirst')}
      busy={add.isPending}
      error={add.error}
      onConfirm={save}
      onCancel={onDone}
    >
      <PersonFields value={person} onChange={setPerson} first={first} />
      <NewPinFields
        label={person.name.trim() === '' ? t('users.newPin') : t('users.pinOf', { name: person.name.trim() })}
        value={pin}
        onChange={setPin}
      />
      {first ? null : <ApprovalFields approval={approval} />}
    </FormBody>
  )
}

function EditForm({ user, onDone }: FormProps & { readonly user: KnownUser }) {
  const t = useT()
  const approval = useApproval()
  const change = useSecretCommand('users.change')
  const [person, setPerson] = useState<PersonDraft>({ name: user.name, duty: user.duty, employeeId: user.employeeId })
  const [active, setActive] = useState(user.active)
  const save = async (): Promise<void> => {
    const done = await change.run({ userId: user.id, ...person, active, ...approval.given })
    if (done === null) return
    notify(t('users.saved'))
    onDone()
  }
  return (
    <FormBody
      confirm={t('users.save')}
      disabledReason={person.name.trim() === '' ? t('users.nameFirst') : null}
      busy={change.isPending}
      error={change.error}
      onConfirm={save}
      onCancel={onDone}
    >
      <PersonFields value={person} onChange={setPerson} employeeName={user.employeeName} />
      <Checkbox
        size="sm"
        label={t('users.active')}
        description={t('users.activeHint')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      <ApprovalFields approval={approval} />
    </FormBody>
  )
}

function PinForm({ user, onDone }: FormProps & { readonly user: KnownUser }) {
  const t = useT()
  const approval = useApproval()
  const give = useSecretCommand('users.givePin')
  const [pin, setPin] = useState(emptyPin)
  const save = async (): Promise<void> => {
    const input: CallInput<'users.givePin'> = { userId: user.id, newPin: pin.pin, ...approval.given }
    if ((await give.run(input)) === null) return
    notify(t('users.pinChanged'))
    onDone()
  }
  return (
    <FormBody
      confirm={t('users.save')}
      disabledReason={isTyped(pin) ? null : t('users.pinFirst')}
      busy={give.isPending}
      error={give.error}
      onConfirm={save}
      onCancel={onDone}
    >
      <p className={styles.text}>{t('users.givePinText', { name: user.name })}</p>
      <NewPinFields autoFocus label={t('users.newPin')} value={pin} onChange={setPin} />
      <ApprovalFields approval={approval} />
    </FormBody>
  )
}

interface FormBodyProps {
  readonly confirm: string
  readonly disabledReason: string | null
  readonly busy: boolean
  readonly error: unknown
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** The form, why it was refused, and its two buttons. */
export function FormBody({ confirm, disabledReason, busy, error, onConfirm, onCancel, children }: FormBodyProps) {
  const t = useT()
  return (
    <div className={styles.form}>
      {children}
      <Refusal error={error} />
      <div className={styles.buttons}>
        <Action onClick={onCancel}>{t('common.cancel')}</Action>
        <Action kind="primary" disabledReason={disabledReason} busy={busy} onClick={onConfirm}>
          {confirm}
        </Action>
      </div>
    </div>
  )
}
