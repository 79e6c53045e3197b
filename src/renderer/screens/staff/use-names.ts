import { useMemo } from 'react'
import { useT } from '#renderer/i18n/i18n.ts'
import { useWorkspace } from '#renderer/ui/workspace-context.ts'
import type { Board } from './board-rows.ts'
import type { RowNames } from './filter.ts'
import type { ColumnChoices } from './placement-columns.ts'

/** Names of units and supervisors behind the ids of the rows, and the choices they make. */
export function useNames(supervisors: ReadonlyMap<string, string>): {
  readonly names: RowNames
  readonly choices: ColumnChoices
} {
  const t = useT()
  const { workspace } = useWorkspace()
  return useMemo(() => {
    const units = new Map(workspace.units.map((unit) => [unit.id as string, unit.shortName || unit.name]))
    const names: RowNames = {
      unit: (id) => (id === null ? t('staff.unitNone') : (units.get(id) ?? t('staff.unitNone'))),
      supervisor: (id) =>
        id === null ? t('staff.supervisorNone') : (supervisors.get(id) ?? t('staff.supervisorNone')),
    }
    const options = (pairs: ReadonlyMap<string, string>) => [...pairs].map(([value, label]) => ({ value, label }))
    return { names, choices: { units: options(units), supervisors: options(supervisors) } }
  }, [workspace.units, supervisors, t])
}

/** Everyone who may become a supervisor: those who are, first, then the rest of the board. */
export function usePeopleChoices({ supervisors, rows }: Board): ColumnChoices['supervisors'] {
  return useMemo(
    () =>
      [...supervisors]
        .concat(rows.filter((row) => !supervisors.has(row.id)).map((row) => [row.id, row.name]))
        .map(([value, label]) => ({ value, label })),
    [supervisors, rows],
  )
}
