import type { ReportFacts, ReportPerson } from '#application/ports/report-facts.ts'
import { AppError } from '#domain/app-error.ts'
import { publicCounts } from '#domain/rules/public-counts.ts'
import { needsMeeting, type ReportKind } from './list-reports.ts'

/**
 * A report for programs: stable English field names and the codes of the glossary, numbers as numbers. `version` moves
 * when a field changes its meaning or goes away.
 */
export function reportData(facts: ReportFacts, kind: ReportKind) {
  if (facts.meeting === null && needsMeeting.has(kind)) throw new AppError('E-EXPORT-NOTHING')
  const head = {
    format: 'timbang-report',
    version: 1,
    what: kind,
    example: facts.agency.example,
    agency: facts.agency.name,
    period: { name: facts.period.name, startsOn: facts.period.startsOn, endsOn: facts.period.endsOn },
    rulePacks: facts.period.rulePacks,
    journalLength: facts.journalLength,
    trailHead: facts.trailHead,
    closingHead: facts.closingHead,
    trailTrouble: facts.trailTrouble,
    organisation: facts.organisation,
    distribution: { before: facts.before, after: facts.after },
  }
  if (kind === 'public-summary') {
    const { counts, ...totals } = facts.after
    return { ...head, distribution: { after: { ...totals, counts: publicCounts(counts) } } }
  }
  if (kind === 'minutes' || kind === 'notes' || kind === 'attendance') {
    return {
      ...head,
      meeting: meetingData(facts),
      changes: facts.people
        .filter((person) => person.decision?.meetingId === facts.meeting?.meeting.id)
        .filter((person) => person.state === 'changed' || person.state === 'proposed')
        .map(personData),
    }
  }
  return { ...head, employees: facts.people.map(personData), excluded: facts.excluded.map(personData) }
}

const personData = (person: ReportPerson) => ({
  nip: person.nip,
  name: person.name,
  post: person.post,
  grade: person.grade,
  unit: person.unit,
  supervisor: person.supervisor,
  workScore: person.workScore,
  behaviourScore: person.behaviourScore,
  original: person.original,
  final: person.final,
  state: person.state,
  proposed: person.proposed,
  printedConflict: person.printedConflict,
  excludedBecause: person.excludedBecause,
  decision:
    person.decision === null
      ? null
      : {
          reasonCode: person.decision.reasonCode,
          reason: person.decision.reason,
          evidence: person.decision.evidence.map((link) => link.label),
          consent: person.decision.consent,
          consentBy: person.decision.consentBy,
          dissent: person.decision.dissent,
          decidedAt: person.decision.decidedAt,
        },
})

function meetingData({ meeting }: ReportFacts) {
  if (meeting === null) return null
  const { id: _id, periodId: _periodId, ...facts } = meeting.meeting
  return {
    ...facts,
    participants: meeting.participants.map(({ name, nip, post, role, attendance, absenceReason }) => ({
      name,
      nip,
      post,
      role,
      attendance,
      absenceReason,
    })),
    recusals: meeting.recusals.map(({ participantName, employeeName, cause, note }) => ({
      participant: participantName,
      employee: employeeName,
      cause,
      note,
    })),
    notes: meeting.notes.map(({ section, speaker, text, employeeName, writtenAt }) => ({
      section,
      speaker,
      text,
      employee: employeeName,
      writtenAt,
    })),
    followUps: meeting.followUps.map(({ kind, task, responsible, dueOn, state, employeeName }) => ({
      kind,
      task,
      responsible,
      dueOn,
      state,
      employee: employeeName,
    })),
    discussed: meeting.discussed,
    settledByConsent: meeting.settledByConsent,
    undecided: meeting.undecided,
    calibration: meeting.calibration,
  }
}
