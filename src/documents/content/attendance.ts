import type { AttendanceBlock, DocumentModel } from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportMeeting } from '#application/ports/report-facts.ts'
import { formatDate, formatDayAndDate, formatTime, formatTimeSpan } from './indonesian/format-date.ts'
import { clockOnDay, documentOf, keyValues, nipText, personOf, signatory } from './letter.ts'

export const attendanceBlock = (meeting: ReportMeeting): AttendanceBlock => ({
  kind: 'attendance',
  entries: meeting.participants.map((participant) => ({
    name: participant.name,
    nip: participant.nip === '' ? null : nipText(participant.nip),
    position: participant.post,
  })),
})

/** Daftar hadir with a place to sign for everybody invited: odd numbers left, even right. */
export function attendanceDocument(facts: ReportFacts, meeting: ReportMeeting): DocumentModel {
  return documentOf(facts, 'Daftar Hadir', {
    orientation: 'portrait',
    blocks: [
      { kind: 'title', lines: [['DAFTAR HADIR']] },
      keyValues(...meetingLines(facts, meeting)),
      attendanceBlock(meeting),
      {
        kind: 'signatures',
        placeAndDate: [`${facts.agency.place}, ${formatDate(meeting.meeting.heldOn)}`],
        columns: [signatory('Penyelenggara,', personOf(meeting, 'secretary'))],
      },
    ],
  })
}

/** Day, time, place and subject, as they head the daftar hadir and the notula. */
export function meetingLines(facts: ReportFacts, { meeting }: ReportMeeting): readonly (readonly [string, string])[] {
  const { zone } = facts.agency
  const start = clockOnDay(meeting.openedAt, meeting.heldOn, zone) ?? meeting.plannedStart
  const end = clockOnDay(meeting.closedAt, meeting.heldOn, zone)
  const time = end === null || end < start ? formatTime(start, zone) : formatTimeSpan(start, end, zone)
  return [
    ['Hari/tanggal', formatDayAndDate(meeting.heldOn)],
    ['Waktu', time],
    ['Tempat', meeting.place],
    ['Acara', meeting.title],
  ]
}
