import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch, IconUser, IconUserCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useCall } from '#renderer/ipc/hooks.ts'
import type { CommandRegistry, PaletteCommand } from '#renderer/ui/commands.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import type { NavigationPlace } from '#renderer/ui/places.ts'
import { useGo } from '#renderer/ui/use-place.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import { placeIcons } from './place-icons.ts'

interface CommandPaletteProps {
  readonly places: readonly NavigationPlace[]
  readonly registry: CommandRegistry
  /** Commands of the frame itself. */
  readonly commands: readonly PaletteCommand[]
}

interface Person {
  readonly id: string
  readonly name: string
  readonly detail: string
  readonly words: string
}

const peopleShown = 8

function toAction({ id, label, icon: Icon, keys, keywords, run }: PaletteCommand) {
  return {
    id,
    label,
    keywords: [...(keywords ?? [])],
    leftSection: Icon === undefined ? undefined : <Icon size={16} stroke={1.8} aria-hidden />,
    rightSection: keys === undefined ? undefined : <KeyHint keys={keys} />,
    onClick: run,
  }
}

/** People of the period, fetched when the palette opens for the first time and shared with the staff screen's cache. */
function usePeople(enabled: boolean): {
  readonly employees: readonly Person[]
  readonly supervisors: readonly Person[]
} {
  const { period } = useWorkspace()
  const board = useCall(
    'staff.board',
    { periodId: period?.id ?? ('' as never) },
    { enabled: enabled && period !== null, patchesRows: true },
  )
  const { data } = board
  return useMemo(() => {
    if (data === undefined) return { employees: [], supervisors: [] }
    const { columns } = data
    return {
      employees: columns.employeeId.map((id, index) => {
        const name = columns.name[index] ?? ''
        const nip = columns.nip[index] ?? ''
        return { id, name, detail: columns.post[index] ?? '', words: `${name} ${nip}`.toLowerCase() }
      }),
      supervisors: data.supervisors.map(({ id, name }) => ({ id, name, detail: '', words: name.toLowerCase() })),
    }
  }, [data])
}

function found(people: readonly Person[], query: string): readonly Person[] {
  const wanted = query.trim().toLowerCase()
  if (wanted.length < 2) return []
  const hits: Person[] = []
  for (const person of people) {
    if (person.words.includes(wanted)) hits.push(person)
    if (hits.length === peopleShown) break
  }
  return hits
}

/** Ctrl+K: places, people and commands in one box. */
export function CommandPalette({ places, registry, commands }: CommandPaletteProps) {
  const t = useT()
  const go = useGo()
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState(false)
  const people = usePeople(opened)
  const offered = opened ? [...commands, ...registry.all()] : []
  const matches = (words: string): boolean => words.toLowerCase().includes(query.trim().toLowerCase())
  const groups: SpotlightActionGroupData[] = [
    {
      group: t('common.searchPeople'),
      actions: [
        ...found(people.employees, query).map((person) => ({
          id: `employee/${person.id}`,
          label: person.name,
          description: person.detail,
          leftSection: <IconUser size={16} stroke={1.8} aria-hidden />,
          onClick: () => go('staff', { employee: person.id }),
        })),
        ...found(people.supervisors, query).map((person) => ({
          id: `supervisor/${person.id}`,
          label: person.name,
          description: t('common.supervisorOf'),
          leftSection: <IconUserCheck size={16} stroke={1.8} aria-hidden />,
          onClick: () => go('calibration', { supervisor: person.id }),
        })),
      ],
    },
    {
      group: t('common.searchPlaces'),
      actions: places
        .map((place, index) =>
          toAction({
            id: place,
            label: t(`common.${place}`),
            icon: placeIcons[place],
            keys: `Alt ${index + 1}`,
            run: () => go(place),
          }),
        )
        .filter((action) => matches(action.label)),
    },
    {
      group: t('common.searchCommands'),
      actions: offered
        .filter((command) => matches([command.label, ...(command.keywords ?? [])].join(' ')))
        .map(toAction),
    },
  ].filter((group) => group.actions.length > 0)
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_, actions) => actions}
      nothingFound={t('common.searchNothing')}
      shortcut={null}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      scrollable
      centered={false}
      yOffset={72}
      overlayProps={{ blur: 0, backgroundOpacity: 0.25 }}
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.8} aria-hidden />,
        placeholder: t('common.searchBox'),
        'aria-label': t('common.searchBox'),
      }}
    />
  )
}
