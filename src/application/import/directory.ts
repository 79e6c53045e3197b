import { headingKey } from '#domain/import/headings.ts'
import type { Employee } from '#domain/model/employee.ts'
import type { EmployeeId } from '#domain/model/ids.ts'
import { nameKey } from '#domain/rules/person-name.ts'

/** Who is known, stored or in this import, by every handle an office uses. */
export interface PersonDirectory {
  add(employee: Employee): void
  addPost(id: EmployeeId, post: string): void
  byNip(nip: string): EmployeeId | undefined
  byOfficeId(text: string): EmployeeId | undefined
  byName(name: string): readonly EmployeeId[]
  byPost(post: string): readonly EmployeeId[]
  /** People whose name fits with first names shortened to letters: "R. Pratiwi" fits "dr. Ratna Pratiwi, M.Epid.". */
  byInitials(name: string): readonly EmployeeId[]
  get(id: EmployeeId): Employee | undefined
  nameOf(id: EmployeeId): string
}

export function createDirectory(): PersonDirectory {
  const people = new Map<EmployeeId, Employee>()
  const nips = new Map<string, EmployeeId>()
  const officeIds = new Map<string, EmployeeId>()
  const names = new Map<string, Set<EmployeeId>>()
  const posts = new Map<string, Set<EmployeeId>>()
  const lastWords = new Map<string, Set<EmployeeId>>()

  const put = (index: Map<string, Set<EmployeeId>>, key: string, id: EmployeeId) => {
    if (key === '') return
    const known = index.get(key)
    if (known === undefined) index.set(key, new Set([id]))
    else known.add(id)
  }
  const words = (name: string) => nameKey(name).split(' ').filter(Boolean)

  return {
    add(employee) {
      people.set(employee.id, employee)
      if (employee.nip !== null) nips.set(employee.nip, employee.id)
      else if (employee.nipAsWritten !== null) officeIds.set(headingKey(employee.nipAsWritten), employee.id)
      put(names, nameKey(employee.name), employee.id)
      put(lastWords, words(employee.name).at(-1) ?? '', employee.id)
    },
    addPost: (id, post) => put(posts, headingKey(post), id),
    byNip: (nip) => nips.get(nip),
    byOfficeId: (text) => officeIds.get(headingKey(text)),
    byName: (name) => [...(names.get(nameKey(name)) ?? [])],
    byPost: (post) => [...(posts.get(headingKey(post)) ?? [])],
    byInitials(name) {
      const wanted = words(name)
      const last = wanted.at(-1)
      if (last === undefined) return []
      // "H. Gunawan" may be an initial or a title: the last word alone proposes everybody who bears it.
      if (wanted.length === 1) return [...(lastWords.get(last) ?? [])]
      return [...(lastWords.get(last) ?? [])].filter((id) => fits(wanted, words(people.get(id)?.name ?? '')))
    },
    get: (id) => people.get(id),
    nameOf: (id) => people.get(id)?.name ?? '',
  }
}

/** Every word is equal or the first letter of the other's, in the same order. */
function fits(first: readonly string[], second: readonly string[]): boolean {
  if (first.length !== second.length) return false
  return first.every((word, index) => {
    const other = second[index] ?? ''
    return (
      word === other || (word.length === 1 && other.startsWith(word)) || (other.length === 1 && word.startsWith(other))
    )
  })
}
