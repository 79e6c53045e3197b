import { agendaOf, caseOf, participantsOf } from '#application/meetings/meeting-facts.ts'
import type { Environment } from '#application/ports/environment.ts'
import type { ReadTables } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { AppError } from '#domain/app-error.ts'
import { requireNotClosed, requireUndecided } from '#domain/meeting/transitions.ts'
import type { EmployeeId, MeetingId, ParticipantId } from '#domain/model/ids.ts'
import type { Participant } from '#domain/model/meeting.ts'
import type { RecusalWaiver, RelationKind } from '#domain/model/relation.ts'
import type { User } from '#domain/model/user.ts'
import { holderKey } from '#domain/relations/relation-rules.ts'
import { employeesInRecusing, knownRelations, recusingRelations } from './known-relations.ts'

/** A participant of a meeting with a declared relation to the employee of one of its cases. */
export interface RelatedParticipant {
  readonly participantId: ParticipantId
  readonly name: string
  readonly employeeId: EmployeeId
  readonly employeeName: string
  readonly kinds: readonly RelationKind[]
  /** `due`: has to leave the case before it is decided; `late`: the case was decided with this participant taking part. */
  readonly state: 'due' | 'recused' | 'waived' | 'late'
  readonly waiver: Pick<RecusalWaiver, 'id' | 'reason' | 'decidedBy'> | null
}

/**
 * Who has to leave which case of a meeting because of a declared relation, and what was recorded of it. Whoever does not
 * come leaves nothing; the own case is everybody's to leave anyway (recuseFromOwnCases).
 */
export function relatedParticipants(tables: ReadTables, meetingId: MeetingId): readonly RelatedParticipant[] {
  const between = knownRelations(tables)
  const recused = new Set(tables.recusal.where({ meetingId }).map((row) => pairKey(row.participantId, row.employeeId)))
  const waivers = waiversOf(tables, meetingId)
  const coming = participantsOf(tables, meetingId).filter(
    ({ attendance }) => attendance !== 'absent' && attendance !== 'excused',
  )
  const involved = employeesInRecusing(tables)
  const items = agendaOf(tables, meetingId).filter(({ employeeId }) => involved.has(employeeId))
  return items.flatMap(({ employeeId, state }) =>
    coming.flatMap((participant): RelatedParticipant[] => {
      const relations = recusingRelations(between, participant, employeeId)
      if (relations.length === 0 || participant.employeeId === employeeId) return []
      const key = pairKey(participant.id, employeeId)
      const waiver = waivers.get(key) ?? null
      const open = state === 'decided' ? 'late' : 'due'
      return [
        {
          participantId: participant.id,
          name: participant.name,
          employeeId,
          employeeName: tables.employee.require(employeeId).name,
          kinds: [...new Set(relations.map(({ kind }) => kind))],
          state: recused.has(key) ? 'recused' : waiver === null ? open : 'waived',
          waiver: waiver === null ? null : { id: waiver.id, reason: waiver.reason, decidedBy: waiver.decidedBy },
        },
      ]
    }),
  )
}

const pairKey = (participantId: string, employeeId: string) => `${participantId} ${employeeId}`

const waiversOf = (tables: ReadTables, meetingId: MeetingId) =>
  new Map(tables.recusalWaiver.where({ meetingId }).map((row) => [pairKey(row.participantId, row.subjectId), row]))

/** Of those who take part in a case, the ones a declared relation keeps out of it and whose staying nobody has explained. */
export function stillRelated(tables: ReadTables, meetingId: MeetingId) {
  const between = knownRelations(tables)
  const waivers = waiversOf(tables, meetingId)
  const involved = employeesInRecusing(tables)
  return (employeeId: string, taking: readonly Participant[]): readonly Participant[] =>
    involved.has(employeeId)
      ? taking.filter(
          (participant) =>
            recusingRelations(between, participant, employeeId).length > 0 &&
            !waivers.has(pairKey(participant.id, employeeId)),
        )
      : []
}

/** Refuses (E-RULE-RELATION) to decide a case while somebody takes part whom a declared relation keeps out of it. */
export function requireNoneRelated(related: readonly Pick<Participant, 'name'>[]): void {
  if (related.length > 0) throw new AppError('E-RULE-RELATION', { names: related.map(({ name }) => name).join(', ') })
}

/**
 * Records the recusals that are due in a meeting, all at once. The cause given is "conflict of interest", whatever the
 * relation: a recusal stands in the minutes, the relation does not.
 */
export function recordDueRecusals(workspace: Workspace, environment: Environment, meetingId: MeetingId): number {
  const meeting = workspace.tables.meeting.require(meetingId)
  requireNotClosed(meeting)
  const due = relatedParticipants(workspace.tables, meetingId).filter(({ state }) => state === 'due')
  if (due.length === 0) return 0
  const summary = { meeting: meeting.title, count: due.length }
  workspace.command({ name: 'relations.recuse', summary }, (tables) => {
    for (const { participantId, employeeId } of due) {
      const row = { id: environment.newId(), meetingId, employeeId, participantId }
      tables.recusal.put({ ...row, cause: 'conflict', note: '' })
      for (const opinion of tables.opinion.where({ meetingId, employeeId, participantId }))
        tables.opinion.remove(opinion.id)
    }
  })
  return due.length
}

interface WaiverGiven {
  readonly meetingId: MeetingId
  readonly employeeId: EmployeeId
  readonly participantId: ParticipantId
  readonly reason: string
}

/**
 * Records why a participant takes part in a case in spite of a declared relation. `by`: the chair who is signed in, null in
 * a workspace without named users. Nobody does it for himself (E-RELATION-OWN), nor where no recusal is due
 * (E-RELATION-NOT-DUE).
 */
export function waiveRecusal(
  workspace: Workspace,
  environment: Environment,
  { meetingId, employeeId, participantId, reason }: WaiverGiven,
  by: Pick<User, 'employeeId' | 'name'> | null,
): void {
  const { tables: read } = workspace
  requireNotClosed(read.meeting.require(meetingId))
  requireUndecided(caseOf(read, meetingId, employeeId))
  const isDue = relatedParticipants(read, meetingId).some(
    (row) => row.participantId === participantId && row.employeeId === employeeId && row.state === 'due',
  )
  if (!isDue) throw new AppError('E-RELATION-NOT-DUE')
  const participant = read.participant.require(participantId)
  const own = holderKey({ id: participant.employeeId, name: participant.name })
  if (by !== null && holderKey({ id: by.employeeId, name: by.name }) === own) throw new AppError('E-RELATION-OWN')
  const row = { id: environment.newId(), meetingId, subjectId: employeeId, participantId, reason }
  // Says nothing of the people, as in declare-relation.ts.
  workspace.command({ name: 'relations.waive', summary: {} }, (tables) =>
    tables.recusalWaiver.put({ ...row, decidedBy: by?.name ?? '', decidedAt: environment.now() }),
  )
}

/** Takes back the reason for staying: from now on the recusal is due again. Not once the case is decided. */
export function takeBackWaiver(workspace: Workspace, id: RecusalWaiver['id']): void {
  const { meetingId, subjectId } = workspace.tables.recusalWaiver.require(id)
  requireNotClosed(workspace.tables.meeting.require(meetingId))
  requireUndecided(caseOf(workspace.tables, meetingId, subjectId))
  workspace.command({ name: 'relations.unwaive', summary: {} }, (tables) => tables.recusalWaiver.remove(id))
}
