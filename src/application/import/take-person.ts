import { headingKey } from '#domain/import/headings.ts'
import { cellText } from '#domain/import/table-cell.ts'
import { readApproach, readPostKind, readRated, readStatus } from '#domain/import/vocabulary.ts'
import type { Employee } from '#domain/model/employee.ts'
import { type EmployeeId, employeeId, placementId, type UnitId, unitId } from '#domain/model/ids.ts'
import type { Placement } from '#domain/model/placement.ts'
import { nameKey } from '#domain/rules/person-name.ts'
import { draftKey } from './draft-tables.ts'
import { fixedOption } from './findings.ts'
import { type NipReading, readGradeText, readNipCell } from './office-readers.ts'
import {
  cellOf,
  type Planning,
  patchDraft,
  placeIn,
  type RowRef,
  refusesErrorCell,
  refusesLongText,
  textOf,
} from './planning.ts'
import { periodOfRow } from './resolve-period.ts'

/** A person as named by a row: how to find it again, and what to store. */
interface Identity {
  readonly key: string
  readonly nip: string | null
  readonly asWritten: string | null
  readonly status: Employee['status']
}

/**
 * Takes a person and the post held in the period from a row of a staff list, or from the head of a plan. The row is
 * refused when it cannot be known who it is about. Gives the person, or null.
 */
export function takePerson(planning: Planning, ref: RowRef): EmployeeId | null {
  if (refusesErrorCell(planning, ref, ['nip', 'name', 'post', 'unit', 'grade'])) return null
  const identity = identityOf(planning, ref)
  if (identity === null) return null
  const given = textOf(ref, 'name')
  const name = given === '' ? nameFromPost(planning, ref, identity) : given
  const existing = storedPerson(planning, identity)
  if (name === '' && existing === undefined) {
    planning.findings.refuse(placeIn(ref, 'nip'), 'name-missing')
    return null
  }
  if (refusesLongText(planning, ref, 'name', 500)) return null
  if (!agreesWithEarlierRow(planning, ref, identity, name)) return null
  const person =
    existing === undefined ? addPerson(planning, ref, identity, name) : updatePerson(planning, ref, existing, given)
  if (person === null) return null
  remarkOnTwins(planning, ref, person, identity)
  const periodId = periodOfRow(planning, ref)
  if (periodId !== null) takePlacement(planning, ref, person.id, periodId)
  takeApproach(planning, ref, person.id)
  return person.id
}

function identityOf(planning: Planning, ref: RowRef): Identity | null {
  const { findings } = planning
  const cell = cellOf(ref, 'nip')
  const reading: NipReading = cell === undefined ? { kind: 'empty' } : readNipCell(cell.cell, planning.today)
  if (reading.kind === 'empty') return identityWithoutNip(planning, ref)
  if (reading.kind === 'refused') {
    const { proposal } = reading
    const options = proposal === null ? [] : [{ value: 'proposal', code: 'proposal' as const, label: proposal }]
    const answer = findings.refuse(placeIn(ref, 'nip'), reading.reason, reading.params, options)
    if (answer !== 'proposal' || proposal === null) return null
    return { key: proposal, nip: proposal, asWritten: textOf(ref, 'nip').slice(0, 500), status: 'unknown' }
  }
  if (reading.cleaned) findings.note(placeIn(ref, 'nip'), 'nip-cleaned', { text: textOf(ref, 'nip') })
  for (const warning of reading.warnings) findings.warn(placeIn(ref, 'nip'), warning, { text: reading.nip })
  const asWritten = cellText(cell?.cell).slice(0, 500)
  return { key: reading.nip, nip: reading.nip, asWritten, status: statusOf(planning, ref, reading.status) }
}

/** Without a NIP a row may still carry the office's own id, or be about a rater outside the civil service. */
function identityWithoutNip(planning: Planning, ref: RowRef): Identity | null {
  const { findings } = planning
  const officeId = textOf(ref, 'officeId')
  const raterOnly = readRated(textOf(ref, 'rated')) === 'rater-only'
  const status = statusOf(planning, ref, raterOnly ? 'external' : 'unknown')
  if (officeId !== '') {
    findings.note(placeIn(ref, 'officeId'), 'office-id', { id: officeId })
    return { key: `id:${headingKey(officeId)}`, nip: null, asWritten: officeId.slice(0, 500), status }
  }
  const name = textOf(ref, 'name')
  if (name !== '' && (raterOnly || status === 'external')) {
    return { key: `name:${nameKey(name)}`, nip: null, asWritten: null, status: 'external' }
  }
  findings.refuse(placeIn(ref, ref.row.cells.has('nip') ? 'nip' : 'name'), 'nip-empty')
  return null
}

/** Status by the NIP; a column that says otherwise is pointed out, and the NIP holds. */
function statusOf(planning: Planning, ref: RowRef, byNip: Employee['status']): Employee['status'] {
  const text = textOf(ref, 'status')
  const byColumn = text === '' ? null : readStatus(text)
  if (byColumn === null) return byNip
  if (byNip === 'unknown' || byNip === 'external') return byColumn
  if (byNip !== byColumn) planning.findings.warn(placeIn(ref, 'status'), 'nip-status-differs', { text })
  return byNip
}

/** The regulation's examples print posts without names: the post then stands for the name, and this is said. */
function nameFromPost(planning: Planning, ref: RowRef, identity: Identity): string {
  const post = textOf(ref, 'post')
  if (identity.nip !== null || post === '') return ''
  planning.findings.note(placeIn(ref, 'post'), 'name-from-post', { name: post })
  return post
}

function storedPerson(planning: Planning, identity: Identity): Employee | undefined {
  const { directory } = planning
  const id =
    identity.nip !== null
      ? directory.byNip(identity.nip)
      : identity.asWritten !== null
        ? directory.byOfficeId(identity.asWritten)
        : directory.byName(identity.key.slice('name:'.length))[0]
  return id === undefined ? undefined : planning.drafts.employee.get(id)
}

/** One NIP on two names is refused on both rows; one name twice is a second post or a repeated row, and is pointed out. */
function agreesWithEarlierRow(planning: Planning, ref: RowRef, identity: Identity, name: string): boolean {
  const { findings, memory } = planning
  const key = `person:${identity.key}`
  const earlier = memory.seen.get(key)
  if (earlier === undefined) {
    memory.seen.set(key, { row: ref.row.index, sheetKey: ref.sheet.key, text: name, source: textOf(ref, 'post') })
    return true
  }
  if (name !== '' && earlier.text !== '' && nameKey(name) !== nameKey(earlier.text) && identity.nip !== null) {
    const params = { nip: identity.nip, names: `${earlier.text}; ${name}` }
    findings.refuse(
      { sheetKey: earlier.sheetKey, row: earlier.row, column: cellOf(ref, 'nip')?.column, field: 'nip' },
      'duplicate-nip',
      params,
    )
    findings.refuse(placeIn(ref, 'nip'), 'duplicate-nip', params)
    return false
  }
  if (ref.kind !== 'staff' || carriesPlan(ref)) return true
  const row = earlier.row + 1
  if (headingKey(textOf(ref, 'post')) === headingKey(earlier.source))
    findings.warn(placeIn(ref, 'name'), 'duplicate-row', { row })
  else findings.warn(placeIn(ref, 'post'), 'second-post', { name, row })
  return false
}

const carriesPlan = (ref: RowRef) =>
  (['result', 'indicator', 'target'] as const).some((field) => ref.row.cells.has(field))

function addPerson(planning: Planning, ref: RowRef, identity: Identity, name: string): Employee {
  const id = employeeId.parse(planning.idFor('employee', identity.key))
  const person: Employee = { id, nip: identity.nip, nipAsWritten: identity.asWritten, name, status: identity.status }
  planning.drafts.employee.put(person)
  planning.directory.add(person)
  planning.touch(ref, 'new')
  return person
}

function updatePerson(planning: Planning, ref: RowRef, existing: Employee, given: string): Employee | null {
  if (given === '' || given === existing.name) return existing
  const isNew = planning.drafts.employee.isNew(existing.id)
  if (!isNew && nameKey(given) !== nameKey(existing.name)) {
    const params = { name: given, existing: existing.name }
    const options = [fixedOption('keep-existing'), fixedOption('use-file')]
    const answer = planning.findings.ask(`name:${existing.id}`, placeIn(ref, 'name'), 'name-differs', params, options)
    if (answer === null) return null
    if (answer === 'keep-existing') return existing
  }
  if (isNew) return existing
  return patchDraft(planning, ref, 'employee', existing, { name: given }, { name: 'name' })
}

/** The same name under another number may be one person spelt twice, or two people: never merged, always pointed out. */
function remarkOnTwins(planning: Planning, ref: RowRef, person: Employee, identity: Identity) {
  if (identity.nip === null || ref.kind !== 'staff') return
  const others = planning.directory.byName(person.name).filter((id) => id !== person.id)
  const other = others[0] === undefined ? undefined : planning.directory.get(others[0])
  if (other?.nip && textOf(ref, 'name') !== '') {
    planning.findings.warn(placeIn(ref, 'name'), 'same-name', { name: person.name, row: other.nip })
  }
}

function takePlacement(planning: Planning, ref: RowRef, person: EmployeeId, periodId: Placement['periodId']) {
  const patch = placementPatch(planning, ref)
  const known = planning.drafts.placement.find(draftKey(periodId, person))
  if (patch.post) planning.directory.addPost(person, patch.post)
  if (known === undefined) {
    if (ref.kind !== 'staff' && Object.keys(patch).length === 0) return
    planning.drafts.placement.put({
      ...emptyPlacement(placementId.parse(planning.newId()), periodId, person),
      ...patch,
    })
    planning.touch(ref, 'new')
    return
  }
  const sources = {
    unitId: 'unit',
    post: 'post',
    postKind: 'postKind',
    echelon: 'echelon',
    grade: cellOf(ref, 'grade') ? 'grade' : 'rank',
    rank: cellOf(ref, 'rank') ? 'rank' : 'grade',
    rated: 'rated',
  } as const
  patchDraft(planning, ref, 'placement', known, patch, sources, (field, value) =>
    field === 'unitId' ? (planning.drafts.unit.get(String(value ?? ''))?.name ?? '') : String(value ?? ''),
  )
}

const emptyPlacement = (id: Placement['id'], periodId: Placement['periodId'], person: EmployeeId): Placement => ({
  id,
  periodId,
  employeeId: person,
  unitId: null,
  post: '',
  postKind: 'other',
  echelon: '',
  grade: '',
  rank: '',
  rated: true,
  excludedBecause: '',
  studyFailed: null,
})

type PlacementPatch = Partial<
  Pick<Placement, 'unitId' | 'post' | 'postKind' | 'echelon' | 'grade' | 'rank' | 'rated' | 'excludedBecause'>
>

function placementPatch(planning: Planning, ref: RowRef): PlacementPatch {
  const patch: { -readonly [Field in keyof PlacementPatch]: PlacementPatch[Field] } = {}
  const post = textOf(ref, 'post')
  if (post !== '') patch.post = post.slice(0, 500)
  const unit = textOf(ref, 'unit')
  if (unit !== '') patch.unitId = unitNamed(planning, ref, unit)
  const echelon = textOf(ref, 'echelon')
  if (echelon !== '' && echelon !== '-') patch.echelon = echelon.slice(0, 500)
  Object.assign(patch, gradeOf(planning, ref))
  const kindText = textOf(ref, 'postKind')
  const kind = kindText === '' ? null : readPostKind(kindText)
  if (kind !== null) patch.postKind = kind
  else if (kindText !== '') planning.findings.warn(placeIn(ref, 'postKind'), 'word-unknown', { text: kindText })
  const ratedText = textOf(ref, 'rated')
  const rated = ratedText === '' ? null : readRated(ratedText)
  if (rated !== null) {
    patch.rated = rated === 'rated'
    patch.excludedBecause = rated === 'rated' ? '' : ratedText.slice(0, 500)
  } else if (ratedText !== '') planning.findings.warn(placeIn(ref, 'rated'), 'word-unknown', { text: ratedText })
  return patch
}

/** Pangkat and golongan may share a cell, stand in each other's column, or be abbreviated. */
function gradeOf(planning: Planning, ref: RowRef): Pick<PlacementPatch, 'grade' | 'rank'> {
  const gradeText = textOf(ref, 'grade')
  const rankText = textOf(ref, 'rank')
  if (gradeText === '' && rankText === '') return {}
  const reading = readGradeText([rankText, gradeText].filter(Boolean).join(', '))
  const field = gradeText === '' ? 'rank' : 'grade'
  if (reading === null) {
    if ([gradeText, rankText].some((text) => text !== '' && text !== '-')) {
      planning.findings.warn(placeIn(ref, field), 'grade-unreadable', { text: gradeText || rankText })
    }
    return {}
  }
  if (reading.mismatch)
    planning.findings.warn(placeIn(ref, field), 'grade-mismatch', {
      text: [rankText, gradeText].filter(Boolean).join(', '),
    })
  if (gradeText === '' && !reading.fromRank) planning.findings.note(placeIn(ref, 'rank'), 'grade-in-rank')
  return { grade: reading.grade, ...(reading.rank === '' ? {} : { rank: reading.rank }) }
}

/** Units are known by name; a new name becomes a new unit, shown as such before anything is written. */
export function unitNamed(planning: Planning, ref: RowRef, name: string): UnitId {
  const short = name.slice(0, 500)
  const known = planning.drafts.unit.find(headingKey(short))
  if (known) return known.id
  const id = unitId.parse(planning.idFor('unit', headingKey(short)))
  const position = [...planning.drafts.unit.all()].reduce((most, unit) => Math.max(most, unit.position), -1) + 1
  planning.drafts.unit.put({ id, parentId: null, name: short, shortName: '', position })
  planning.findings.note(placeIn(ref, 'unit'), 'new-unit', { unit: short })
  return id
}

function takeApproach(planning: Planning, ref: RowRef, person: EmployeeId) {
  const text = textOf(ref, 'approach')
  if (text === '') return
  const approach = readApproach(text)
  if (approach === null) planning.findings.warn(placeIn(ref, 'approach'), 'word-unknown', { text })
  else planning.memory.approachOf.set(person, approach)
}
