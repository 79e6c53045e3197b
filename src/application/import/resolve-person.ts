import type { EmployeeId } from '#domain/model/ids.ts'
import { employeeId } from '#domain/model/ids.ts'
import { nameKey } from '#domain/rules/person-name.ts'
import { fixedOption, namedOption } from './findings.ts'
import { readNipCell } from './office-readers.ts'
import { type Planning, placeIn, type RowRef, textOf } from './planning.ts'
import type { AnswerOption } from './preview-model.ts'

const optionsFor = (planning: Planning, ids: readonly EmployeeId[]): AnswerOption[] =>
  ids.slice(0, 20).map((id) => {
    const person = planning.directory.get(id)
    return namedOption(id, [person?.name, person?.nip].filter(Boolean).join(' · '))
  })

/**
 * The person a row is about, on sheets that do not bring people of their own: by NIP, by the office's own id, and by
 * name only as a proposal. A refusal or question is recorded and null given when nobody can be named.
 */
export function personOfRow(planning: Planning, ref: RowRef): EmployeeId | null {
  const nip = ref.row.cells.get('nip')
  const officeId = textOf(ref, 'officeId')
  const name = textOf(ref, 'name')
  const cacheKey = `person:${ref.sheet.key}:${nip === undefined ? '' : textOf(ref, 'nip')}:${officeId}:${name}`
  const known = planning.memory.resolved.get(cacheKey)
  if (known) return known
  const found = lookUp(planning, ref, officeId, name)
  if (found !== null) planning.memory.resolved.set(cacheKey, found)
  return found
}

function lookUp(planning: Planning, ref: RowRef, officeId: string, name: string): EmployeeId | null {
  const { directory, findings } = planning
  const cell = ref.row.cells.get('nip')
  const reading = cell === undefined ? null : readNipCell(cell.cell, planning.today)
  if (reading?.kind === 'refused') {
    const options =
      reading.proposal === null ? [] : [{ value: 'proposal', code: 'proposal' as const, label: reading.proposal }]
    const answer = findings.refuse(placeIn(ref, 'nip'), reading.reason, reading.params, options)
    return answer === 'proposal' && reading.proposal !== null ? (directory.byNip(reading.proposal) ?? null) : null
  }
  if (reading?.kind === 'nip') {
    const found = directory.byNip(reading.nip)
    if (found) return found
    findings.refuse(placeIn(ref, 'nip'), 'unknown-person', { who: [name, reading.nip].filter(Boolean).join(', ') })
    return null
  }
  if (officeId !== '') {
    const found = directory.byOfficeId(officeId)
    if (found) return found
    findings.refuse(placeIn(ref, 'officeId'), 'unknown-person', { who: officeId })
    return null
  }
  if (name === '') {
    findings.refuse(placeIn(ref), 'no-person')
    return null
  }
  return byNameOnly(planning, ref, name)
}

function byNameOnly(planning: Planning, ref: RowRef, name: string): EmployeeId | null {
  const { directory, findings } = planning
  const matches = directory.byName(name)
  const id = `person-name:${nameKey(name)}`
  if (matches.length === 1 && matches[0] !== undefined) {
    const match = directory.nameOf(matches[0])
    const answer = findings.ask(
      id,
      placeIn(ref, 'name'),
      'person-by-name',
      { name, match },
      optionsFor(planning, matches),
      matches[0],
    )
    return answer === null ? null : employeeId.parse(answer)
  }
  const near = matches.length > 1 ? matches : directory.byInitials(name)
  if (near.length > 0) {
    const answer = findings.ask(
      id,
      placeIn(ref, 'name'),
      'person-ambiguous',
      { name, count: near.length },
      optionsFor(planning, near),
    )
    return answer === null ? null : employeeId.parse(answer)
  }
  findings.refuse(placeIn(ref, 'name'), 'unknown-person', { who: name })
  return null
}

/** The columns that name a rater or the rater's superior. */
export interface RaterFields {
  readonly nip: 'supervisorNip' | 'reviewingNip'
  readonly officeId: 'supervisorOfficeId' | null
  readonly name: 'supervisorName' | 'reviewingName'
}

export const supervisorFields: RaterFields = {
  nip: 'supervisorNip',
  officeId: 'supervisorOfficeId',
  name: 'supervisorName',
}
export const reviewingFields: RaterFields = { nip: 'reviewingNip', officeId: null, name: 'reviewingName' }

/** A rater found, "none" where the cells are empty or the user leaves the rater out, "open" while a question stands. */
export type RaterReading = { readonly kind: 'rater'; readonly id: EmployeeId } | { readonly kind: 'none' | 'open' }

/**
 * The rater a row names: by NIP, office id, full name, post, or a name shortened to initials. Only the first three are
 * taken as they are; the others are proposals. Nobody found: the user may leave the rater out, or have the named person
 * added as a rater outside the list.
 */
export function raterOfRow(planning: Planning, ref: RowRef, fields: RaterFields): RaterReading {
  const { directory, findings } = planning
  const nipCell = ref.row.cells.get(fields.nip)
  const name = textOf(ref, fields.name)
  const officeId = fields.officeId === null ? '' : textOf(ref, fields.officeId)
  if (nipCell === undefined && name === '' && officeId === '') return { kind: 'none' }
  const cacheKey = `rater:${fields.nip}:${nipCell === undefined ? '' : textOf(ref, fields.nip)}:${officeId}:${name}`
  const known = planning.memory.resolved.get(cacheKey)
  if (known) return { kind: 'rater', id: known }
  const keep = (id: EmployeeId): RaterReading => {
    planning.memory.resolved.set(cacheKey, id)
    return { kind: 'rater', id }
  }

  const reading = nipCell === undefined ? null : readNipCell(nipCell.cell, planning.today)
  if (reading?.kind === 'refused' && name === '') {
    findings.refuse(placeIn(ref, fields.nip), reading.reason, reading.params)
    return { kind: 'open' }
  }
  if (reading?.kind === 'nip') {
    const found = directory.byNip(reading.nip)
    if (found) return keep(found)
    return unknownRater(planning, ref, fields, reading.nip, name, keep)
  }
  if (officeId !== '') {
    const found = directory.byOfficeId(officeId)
    if (found) return keep(found)
    return unknownRater(planning, ref, fields, null, name === '' ? officeId : name, keep)
  }
  return name === '' ? { kind: 'none' } : raterByName(planning, ref, fields, name, keep)
}

function raterByName(
  planning: Planning,
  ref: RowRef,
  fields: RaterFields,
  name: string,
  keep: (id: EmployeeId) => RaterReading,
): RaterReading {
  const { directory, findings } = planning
  const exact = directory.byName(name)
  if (exact.length === 1 && exact[0] !== undefined) return keep(exact[0])
  const near = exact.length > 1 ? exact : [...new Set([...directory.byPost(name), ...directory.byInitials(name)])]
  const [only] = near
  if (only === undefined) return unknownRater(planning, ref, fields, null, name, keep)
  const id = `rater:${nameKey(name)}`
  const options = [...optionsFor(planning, near), fixedOption('no-supervisor')]
  const answer =
    near.length === 1
      ? findings.ask(
          id,
          placeIn(ref, fields.name),
          'supervisor-proposed',
          { who: name, match: directory.nameOf(only) },
          options,
          only,
        )
      : findings.ask(id, placeIn(ref, fields.name), 'supervisor-ambiguous', { who: name, count: near.length }, options)
  if (answer === null) return { kind: 'open' }
  // Not kept: the question counts every row it stands for.
  return answer === 'no-supervisor' ? { kind: 'none' } : { kind: 'rater', id: employeeId.parse(answer) }
}

function unknownRater(
  planning: Planning,
  ref: RowRef,
  fields: RaterFields,
  nip: string | null,
  name: string,
  keep: (id: EmployeeId) => RaterReading,
): RaterReading {
  const who = [name, nip].filter(Boolean).join(', ')
  const field =
    nip === null ? (name === textOf(ref, fields.name) ? fields.name : (fields.officeId ?? fields.name)) : fields.nip
  const options = [fixedOption('no-supervisor'), ...(name === '' ? [] : [fixedOption('new-rater')])]
  const answer = planning.findings.ask(
    `rater:${nip ?? nameKey(name)}`,
    placeIn(ref, field),
    'supervisor-unknown',
    { who },
    options,
  )
  if (answer === null) return { kind: 'open' }
  if (answer !== 'new-rater') return { kind: 'none' }
  const id = employeeId.parse(planning.idFor('employee', `rater:${nip ?? nameKey(name)}`))
  const person = {
    id,
    nip,
    nipAsWritten: nip,
    name: name.slice(0, 500),
    status: nip === null ? ('external' as const) : ('unknown' as const),
  }
  planning.drafts.employee.put(person)
  planning.directory.add(person)
  return keep(id)
}
