import { type Employee, employee } from '#domain/model/employee.ts'
import type { Placement } from '#domain/model/placement.ts'
import type { Chance } from './chance.ts'
import type { ExampleScale, ExampleSource, ExampleUnit } from './example-source.ts'

/** A person of the example with what nobody in the agency knows: real merit, and how lenient this one rates others. */
export interface ExamplePerson {
  readonly employee: Employee
  readonly unitIndex: number
  readonly role: string
  readonly post: string
  readonly postKind: Placement['postKind']
  readonly grade: string
  readonly echelon: string
  /** Index of the supervisor in the same list; null for the regional head, who is rated by nobody here. */
  readonly supervisor: number | null
  readonly merit: number
  readonly leniency: number
}

/** Units of the example with each copy numbered, and the index of each one's parent. */
export function exampleUnits(source: ExampleSource, copies: number): readonly ExampleUnit[] {
  return Array.from({ length: copies }, (_, copy) =>
    source.units.map((unit) => ({
      ...unit,
      name: copy === 0 ? unit.name : `${unit.name} ${copy + 1}`,
      shortName: copy === 0 ? unit.shortName : `${unit.shortName} ${copy + 1}`,
      parent: unit.parent === null ? null : unit.parent + copy * source.units.length,
    })),
  ).flat()
}

/** The regional head first, then the head of each unit in the order of the units, then the staff. */
export function examplePeople(
  source: ExampleSource,
  scale: ExampleScale,
  units: readonly ExampleUnit[],
  chance: Chance,
  newId: () => string,
): readonly ExamplePerson[] {
  const numbers = new Set<string>()
  const people: ExamplePerson[] = [externalHead(source, newId())]
  units.forEach((unit, index) => {
    const person = civilServant(source, chance, newId(), numbers, 1966, 1980)
    people.push({
      employee: person,
      unitIndex: index,
      role: 'head',
      post: unit.head,
      postKind: unit.headKind,
      grade: unit.headGrade,
      echelon: unit.echelon,
      supervisor: unit.parent === null ? 0 : unit.parent + 1,
      merit: chance.normal(1),
      leniency: source.leniency[unit.shortName] ?? chance.normal(1.2),
    })
  })
  for (const [index, unit] of units.entries()) {
    for (let count = staffOf(unit, units, scale); count > 0; count--) {
      const role = chance.pick(unit.roles)
      const template = source.roles[role]
      if (!template) continue
      people.push({
        employee: civilServant(source, chance, newId(), numbers, 1970, 1998),
        unitIndex: index,
        role,
        post: template.post,
        postKind: template.kind,
        grade: chance.pick(template.grades),
        echelon: '',
        supervisor: index + 1,
        merit: chance.normal(1),
        leniency: 0,
      })
    }
  }
  return people
}

function staffOf(unit: ExampleUnit, units: readonly ExampleUnit[], scale: ExampleScale): number {
  const total = units.reduce((sum, other) => sum + other.staff, 0)
  return unit.roles.length === 0 ? 0 : Math.max(1, Math.round((unit.staff / total) * scale.staff))
}

function externalHead(source: ExampleSource, id: string): ExamplePerson {
  const { name, post } = source.externalHead
  return {
    employee: employee.parse({ id, nip: null, nipAsWritten: null, name, status: 'external' }),
    unitIndex: -1,
    role: 'external',
    post,
    postKind: 'other',
    grade: '',
    echelon: '',
    supervisor: null,
    merit: 0,
    leniency: 0,
  }
}

function civilServant(
  source: ExampleSource,
  chance: Chance,
  id: string,
  numbers: Set<string>,
  bornFrom: number,
  bornTo: number,
): Employee {
  const female = chance.happens(0.62)
  const nip = uniqueNumber(chance, numbers, chance.whole(bornFrom, bornTo), female)
  const given = chance.pick(female ? source.names.female : source.names.male)
  const family = chance.pick(female ? source.names.familyFemale : source.names.familyMale)
  const status = nip.slice(12, 14) === '21' ? 'pppk' : 'pns'
  return employee.parse({ id, nip, nipAsWritten: nip, name: `${given} ${family}`, status })
}

/** An 18-digit number in the layout of a NIP or NI PPPK; no real person's on purpose. */
function uniqueNumber(chance: Chance, numbers: Set<string>, born: number, female: boolean): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const birth = `${born}${two(chance.whole(1, 12))}${two(chance.whole(1, 28))}`
  const contract = born > 1985 && chance.happens(0.18)
  const appointed = contract
    ? `${chance.whole(2021, 2024)}21`
    : `${Math.min(2022, born + chance.whole(22, 32))}${two(chance.whole(1, 12))}`
  for (let serial = chance.whole(1, 30); ; serial++) {
    const number = `${birth}${appointed}${female ? 2 : 1}${String(serial).padStart(3, '0')}`
    if (numbers.has(number)) continue
    numbers.add(number)
    return number
  }
}
