import { dateOrder, readDateCell } from '#domain/import/column-dates.ts'
import { tidyText } from '#domain/import/table-cell.ts'
import {
  isPlaceholder,
  readBehaviourValue,
  readFeedbackRole,
  readSymbol,
  splitFeedback,
} from '#domain/import/vocabulary.ts'
import type { Feedback } from '#domain/model/feedback.ts'
import { type EmployeeId, feedbackId, type PeriodId } from '#domain/model/ids.ts'
import { draftKey } from './draft-tables.ts'
import { fixedOption } from './findings.ts'
import { cellOf, type Planning, placeIn, type RowRef, refusesLongText, textOf, wordingOf } from './planning.ts'

/** Takes the feedback of a cell, which may hold several items, about a result's number or a behaviour value. */
export function takeFeedbackCell(
  planning: Planning,
  ref: RowRef,
  person: EmployeeId,
  periodId: PeriodId,
  about: string,
) {
  const text = wordingOf(ref, 'feedback')
  const symbolText = textOf(ref, 'symbol')
  const symbol = symbolText === '' ? 'none' : (readSymbol(symbolText) ?? 'none')
  if (symbolText !== '' && readSymbol(symbolText) === null)
    planning.findings.warn(placeIn(ref, 'symbol'), 'word-unknown', { text: symbolText })
  if (text !== '' && isPlaceholder(text)) planning.findings.note(placeIn(ref, 'feedback'), 'placeholder', { text })
  const parts = splitFeedback(text)
  if (parts.length === 0 && symbol !== 'none')
    addFeedback(planning, ref, { periodId, employeeId: person, fromRole: 'leader', about, text: '', symbol })
  parts.forEach((part, index) => {
    const fromRole = part.role ?? 'other'
    addFeedback(planning, ref, {
      periodId,
      employeeId: person,
      fromRole,
      about,
      text: part.text,
      symbol: index === 0 ? symbol : 'none',
    })
  })
}

type NewFeedback = Pick<Feedback, 'periodId' | 'employeeId' | 'fromRole' | 'about' | 'text' | 'symbol'> &
  Partial<Feedback>

function addFeedback(planning: Planning, ref: RowRef, given: NewFeedback) {
  const feedback: Feedback = { giver: '', givenOn: null, ...given, id: feedbackId.parse(planning.newId()) }
  const key = draftKey(
    feedback.periodId,
    feedback.employeeId,
    feedback.fromRole,
    feedback.about,
    feedback.givenOn ?? '',
    feedback.text,
  )
  // The same words about the same thing are the same feedback: importing a file twice adds nothing.
  if (planning.drafts.feedback.find(key)) return
  planning.drafts.feedback.put(feedback)
  planning.touch(ref, 'new')
}

/** Takes one row of a feedback sheet: role, giver, day, what it is about, text and symbol. */
export function takeFeedbackRow(planning: Planning, ref: RowRef, person: EmployeeId, periodId: PeriodId) {
  if (refusesLongText(planning, ref, 'feedback', 20_000)) return
  const givenOn = dateOf(planning, ref)
  if (givenOn === 'open') return
  const roleText = textOf(ref, 'feedbackRole')
  const byColumn = roleText === '' ? null : readFeedbackRole(roleText)
  if (roleText !== '' && byColumn === null)
    planning.findings.warn(placeIn(ref, 'feedbackRole'), 'word-unknown', { text: roleText })
  const aboutText = textOf(ref, 'about')
  const about = readBehaviourValue(aboutText) ?? (aboutText.replace(/^(rhk|no\.?)\s*/i, '').replace(/[.)]$/, '') || '')
  const symbol = readSymbol(textOf(ref, 'symbol')) ?? 'none'
  const giver = textOf(ref, 'giver').slice(0, 500)
  const text = wordingOf(ref, 'feedback')
  const [only] = splitFeedback(text)
  if (only === undefined && symbol === 'none') {
    planning.findings.note(placeIn(ref, 'feedback'), 'placeholder', { text: tidyText(text) })
    return
  }
  const fromRole = byColumn ?? only?.role ?? 'other'
  const words = byColumn === null && only?.role ? only.text : text
  addFeedback(planning, ref, {
    periodId,
    employeeId: person,
    fromRole,
    giver,
    givenOn,
    about: about.slice(0, 500),
    text: words,
    symbol,
  })
}

function dateOf(planning: Planning, ref: RowRef): string | null | 'open' {
  const cell = cellOf(ref, 'givenOn')
  if (cell === undefined) return null
  const order = orderOf(planning, ref)
  if (order === null) return 'open'
  const reading = readDateCell(cell.cell, order)
  if (reading.kind === 'date') return reading.iso
  if (reading.kind === 'none') return null
  planning.findings.refuse(placeIn(ref, 'givenOn'), 'date-unreadable', { text: textOf(ref, 'givenOn') })
  return 'open'
}

function orderOf(planning: Planning, ref: RowRef): 'day-first' | 'month-first' | null {
  const key = `dates:${ref.sheet.key}`
  const known = planning.memory.cache.get(key) as ReturnType<typeof orderOf> | undefined
  if (known !== undefined) return known
  const texts = ref.sheet.recognised.rows.flatMap((row) => {
    const cell = row.cells.get('givenOn')?.cell
    return cell?.kind === 'text' ? [cell.text] : []
  })
  const order = dateOrder(texts)
  const decided = order === 'day-first' || order === 'month-first' ? order : askOrder(planning, ref, key, order)
  planning.memory.cache.set(key, decided)
  return decided
}

function askOrder(planning: Planning, ref: RowRef, id: string, order: 'ambiguous' | 'mixed') {
  const code = order === 'mixed' ? 'date-mixed' : 'date-ambiguous'
  const params = order === 'mixed' ? {} : { text: textOf(ref, 'givenOn') }
  const answer = planning.findings.ask(id, placeIn(ref, 'givenOn'), code, params, [
    fixedOption('day-first'),
    fixedOption('month-first'),
  ])
  return answer === 'day-first' || answer === 'month-first' ? answer : null
}
