import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { requireNotClosed } from '#domain/meeting/transitions.ts'
import { type MeetingId, noteId } from '#domain/model/ids.ts'
import type { Note } from '#domain/model/meeting.ts'

/** A line of the discussion, of one case or of the meeting as a whole; none is written or changed once it is closed. */
export function saveNote(
  workspace: Workspace,
  environment: Environment,
  input: Pick<Note, 'meetingId' | 'employeeId' | 'section' | 'speaker' | 'text'> & {
    readonly noteId: Note['id'] | null
  },
): Note['id'] {
  const meeting = workspace.tables.meeting.require(input.meetingId)
  requireNotClosed(meeting)
  const { noteId: given, ...fields } = input
  const id = given ?? noteId.parse(environment.newId())
  workspace.command({ name: 'meetings.saveNote', summary: { meeting: meeting.title } }, (tables) => {
    const before = given === null ? null : noteIn(tables, input.meetingId, given)
    tables.note.put({ id, ...fields, writtenAt: before?.writtenAt ?? environment.now() })
  })
  return id
}

export function removeNote(workspace: Workspace, meetingId: MeetingId, id: Note['id']): void {
  const meeting = workspace.tables.meeting.require(meetingId)
  requireNotClosed(meeting)
  workspace.command({ name: 'meetings.removeNote', summary: { meeting: meeting.title } }, (tables) =>
    tables.note.remove(noteIn(tables, meetingId, id).id),
  )
}

function noteIn(tables: ReadTables, meetingId: MeetingId, id: Note['id']): Note {
  const note = tables.note.require(id)
  if (note.meetingId !== meetingId) throw new AppError('E-NOT-FOUND', { what: 'note' })
  return note
}
