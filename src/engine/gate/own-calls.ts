import { loadPerson } from '#application/people/load-people.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { CallName, ParsedInput } from '#contract/contracts.ts'
import type { User } from '#domain/model/user.ts'

type Own<Name extends CallName> = (tables: ReadTables, user: User, input: ParsedInput<Name>) => boolean

/** A sheet of the panel, which is opened with an own PIN besides (engine/panel-sheet.ts). */
const ownSheet = (tables: ReadTables, user: User, panelistId: string) =>
  tables.panelist.get(panelistId)?.userId === user.id

/** What of a shared call is a panelist's own: an opinion from the own seat, a new note, the consent on the own rating. */
const ownCalls: { readonly [Name in CallName]?: Own<Name> } = {
  'meetings.recordOpinions': (tables, { employeeId }, { meetingId, opinions }) => {
    const seat = employeeId === null ? undefined : tables.participant.where({ meetingId, employeeId })[0]
    return seat !== undefined && opinions.every((opinion) => opinion.participantId === seat.id)
  },
  'panel.openSheet': (tables, user, { panelistId }) => ownSheet(tables, user, panelistId),
  'panel.sheet': (tables, user, { panelistId }) => ownSheet(tables, user, panelistId),
  'panel.giveScore': (tables, user, { panelistId }) => ownSheet(tables, user, panelistId),
  'meetings.saveNote': (_tables, _user, { noteId }) => noteId === null,
  'meetings.setConsent': (tables, { employeeId }, { meetingId, employeeId: about }) => {
    const period = tables.period.require(tables.meeting.require(meetingId).periodId)
    return employeeId !== null && loadPerson(tables, period, about).supervisor?.id === employeeId
  },
}

/** Whether a call asks for what is the user's own; a call without a line never does. */
export function isOwn(name: CallName, tables: ReadTables, user: User, input: unknown): boolean {
  const own = ownCalls[name] as ((tables: ReadTables, user: User, input: unknown) => boolean) | undefined
  return own?.(tables, user, input) ?? false
}
