import type { CallInput } from '#contract/contracts.ts'
import type { Card, MeetingId } from './meeting-bench.ts'

type Decision = CallInput<'meetings.decide'>
type Seat = CallInput<'meetings.saveParticipant'>['fields']

const otherLevel = { above: 'meets', meets: 'below', below: 'meets' } as const

/** A decision that leaves both levels as the supervisor gave them. */
export const keeping = (meetingId: MeetingId, card: Card): Decision => ({
  meetingId,
  employeeId: card.person.employeeId,
  workLevel: card.original.work ?? 'meets',
  behaviourLevel: card.original.behaviour ?? 'meets',
  reasonCode: null,
  reason: '',
  evidence: [],
  consent: 'pending',
  consentWay: 'in-meeting',
  dissent: '',
})

/** A decision that gives another level of work results, with its reason and evidence, the supervisor agreeing. */
export const changing = (meetingId: MeetingId, card: Card): Decision => ({
  ...keeping(meetingId, card),
  workLevel: otherLevel[card.original.work ?? 'meets'],
  reasonCode: 'A3',
  reason: 'Bukti tidak mendukung.',
  evidence: [{ kind: 'document', targetId: '', label: 'Laporan triwulan' }],
  consent: 'agreed',
})

/** A line of the attendance list: by default a guest of whom no more than the name is known. */
export const panelist = (name: string, fields: Partial<Seat> = {}): Seat => ({
  employeeId: null,
  name,
  nip: '',
  post: '',
  rank: '',
  role: 'panelist',
  ...fields,
})
