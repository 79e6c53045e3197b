import type { Shown } from './screen.tsx'

/** Names to the ids of a result; an id that is no longer known stands for itself. */
export function namesOf({ employees, supervisors }: Pick<Shown, 'employees' | 'supervisors'>) {
  const [people, raters] = [employees, supervisors].map((list) => new Map(list.map((one) => [one.id, one])))
  const unknown = (id: string) => ({ id, name: id, unitName: '' })
  return {
    employee: (id: string) => people?.get(id) ?? unknown(id),
    supervisor: (id: string) => raters?.get(id) ?? unknown(id),
  }
}
