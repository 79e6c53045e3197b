import type { Environment } from '#application/ports/environment.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { type MeetingId, noteId } from '#domain/model/ids.ts'
import type { Note } from '#domain/model/meeting.ts'

/** A line of the discussion, of one case or of the meeting as a whole. */
export function saveNote(
  workspace: Workspace,
  environment: Environment,
  input: Pick<Note, 'meetingId' | 'employeeId' | 'section' | 'speaker' | 'text'> & {
    readonly noteId: Note['id'] | null
  },
): Note['id'] {
  const meeting = workspace.tables.meeting.require(input.meetingId)
  const { noteId: given, ...fields } = input
  const id = given ?? noteId.parse(environment.newId())
  workspace.command({ name: 'meetings.saveNote', summary: { meeting: meeting.title } }, (tables) => {
    const writtenAt = tables.note.get(id)?.writtenAt ?? environment.now()
    tables.note.put({ id, ...fields, writtenAt })
  })
  return id
}

export function removeNote(workspace: Workspace, meetingId: MeetingId, id: Note['id']): void {
  const meeting = workspace.tables.meeting.require(meetingId)
  workspace.command({ name: 'meetings.removeNote', summary: { meeting: meeting.title } }, (tables) =>
    tables.note.remove(id),
  )
}
