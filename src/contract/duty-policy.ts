import type { ApprovalKind, Duty } from '#domain/model/user.ts'
import type { CallName } from './contracts.ts'

/** Who may ask a call once users are named, and whether a chair has to approve it with an own PIN. */
export interface DutyRule {
  /** `anyone`: also before anybody signed in. */
  readonly who: 'anyone' | readonly Duty[]
  readonly approval?: ApprovalKind
  /** A panelist may ask it for what is the panelist's own only (engine/gate/own-calls.ts). */
  readonly ownForPanelist?: true
}

const anyone: DutyRule = { who: 'anyone' }
const writers: DutyRule = { who: ['chair', 'secretary'] }
const ownWriters: DutyRule = { who: ['chair', 'secretary', 'panelist'], ownForPanelist: true }
const chairOnly: DutyRule = { who: ['chair'] }
const everyUser: DutyRule = { who: ['chair', 'secretary', 'panelist', 'observer', 'auditor'] }
const approved = (approval: ApprovalKind): DutyRule => ({ ...writers, approval })

/**
 * The one table of duties. In a workspace without named users it does not apply. A new call gets a line here by this rule:
 * - it only reads, or concerns this laptop and not the workspace: `anyone`. PINs decide who may write; whoever has the
 *   file can read it, and encryption is what closes it to reading;
 * - it reads declared relations, which are private to chair and secretary: `writers`;
 * - it writes to the workspace, or a file to the disk: `writers`;
 * - it leaves names open to whoever gets the file: `chairOnly`;
 * - it writes something each member of the panel gives for himself: `ownWriters`, with a line in own-calls.ts;
 * - it ends a stage, a meeting or the results, or changes who may do what: `approved(…)`, with `...withApproval` in its input.
 * A call without a line is refused to everybody once users are named, and a test fails.
 */
export const dutyPolicy: Readonly<Record<string, DutyRule | undefined>> = {
  'workspace.status': anyone,
  'workspace.recent': anyone,
  'workspace.forgetRecent': anyone,
  'workspace.create': anyone,
  'workspace.createExample': anyone,
  'workspace.open': anyone,
  'workspace.close': anyone,
  'workspace.check': anyone,
  'workspace.saveCopy': writers,
  'workspace.updateAgency': writers,
  'workspace.updateUnits': writers,
  'workspace.addPeriod': writers,

  'preferences.get': anyone,
  'preferences.set': anyone,
  'jobs.cancel': anyone,

  'inspection.read': anyone,
  'inspection.saveCopy': anyone,
  'support.preview': anyone,
  'support.save': anyone,
  'support.note': anyone,

  'users.state': anyone,
  'users.signIn': anyone,
  'users.signOut': anyone,
  'users.add': approved('users'),
  'users.change': approved('users'),
  'users.givePin': approved('users'),
  'users.changePin': everyUser,
  // Nobody can sign in to ask for it; what it takes, and what it leaves in the trail, stands in reset-chair-pin.ts.
  'users.resetChairPin': anyone,
  'approvals.list': anyone,
  'approvals.approveResults': approved('results'),

  'history.state': anyone,
  // What the chair approved is not undone by anybody (gate.ts).
  'history.undo': writers,
  'history.redo': writers,

  'trail.list': anyone,
  'trail.changes': anyone,
  'trail.state': anyone,
  'trail.anchor': anyone,
  'trail.verify': anyone,
  'trail.export': { who: ['chair', 'secretary', 'auditor'] },

  'reports.list': anyone,
  'reports.preview': anyone,
  'reports.export': writers,

  'overview.get': anyone,
  'overview.distribution': anyone,
  'supervisors.compare': anyone,
  'supervisors.detail': anyone,
  'calibration.run': anyone,
  'calibration.current': anyone,
  'calibration.list': anyone,
  'calibration.result': anyone,
  'calibration.cases': anyone,
  'calibration.freshness': anyone,
  'calibration.caseProposals': anyone,
  'calibration.whatIf': anyone,
  'calibration.store': writers,
  'calibration.apply': writers,
  'calibration.toAgenda': writers,
  'relations.list': writers,
  'relations.raters': writers,
  'relations.closePairs': writers,
  'relations.save': writers,
  'relations.withdraw': writers,
  'relations.receiveStatement': writers,
  'relations.removeStatement': writers,
  'relations.recusals': writers,
  'relations.recuse': writers,
  // Who may stay in spite of a relation is the chair's to answer for.
  'relations.waive': chairOnly,
  'relations.unwaive': chairOnly,

  'dossier.get': anyone,
  'dossier.peers': anyone,

  'staff.board': anyone,
  'staff.indicatorBoard': anyone,
  'staff.rows': anyone,
  'staff.recordCells': writers,
  'staff.add': writers,
  'staff.remove': writers,
  'staff.setSupervisor': writers,
  'staff.export': writers,
  'views.list': anyone,
  'views.save': writers,
  'views.remove': writers,

  'import.state': anyone,
  'import.rows': anyone,
  'import.runs': anyone,
  'import.preview': writers,
  'import.remap': writers,
  'import.answer': writers,
  'import.setAllAside': writers,
  'import.discard': writers,
  'import.problems': writers,
  'import.template': writers,
  'import.commit': writers,

  'organisation.get': anyone,
  'organisation.setResult': writers,
  'organisation.saveIndicator': writers,
  'organisation.removeIndicator': writers,
  'organisation.setPatternReason': writers,
  'organisation.setRulePacks': writers,
  'organisation.setScoring': writers,
  'organisation.setWindow': writers,
  'organisation.setStage': approved('stage'),

  'meetings.list': anyone,
  'meetings.room': anyone,
  'meetings.case': anyone,
  'meetings.reasons': anyone,
  'meetings.behaviourGuide': anyone,
  'meetings.create': writers,
  'meetings.update': writers,
  'meetings.remove': writers,
  'meetings.proposeAgenda': writers,
  'meetings.addToAgenda': writers,
  'meetings.setTrack': writers,
  'meetings.moveItem': writers,
  'meetings.saveParticipant': writers,
  'meetings.removeParticipant': writers,
  'meetings.setAttendance': writers,
  'meetings.open': writers,
  'meetings.close': approved('close'),
  'meetings.reopen': approved('reopen'),
  'meetings.startCase': writers,
  'meetings.openScores': writers,
  'meetings.defer': writers,
  'meetings.recuse': writers,
  'meetings.unrecuse': writers,
  'meetings.recordOpinions': ownWriters,
  'meetings.decide': writers,
  'meetings.revokeDecision': writers,
  'meetings.setConsent': ownWriters,
  'meetings.decideConsentList': writers,
  'meetings.saveNote': ownWriters,
  'meetings.removeNote': writers,

  'panel.get': anyone,
  'panel.advice': anyone,
  'panel.commonCases': anyone,
  'panel.addPanelist': writers,
  'panel.removePanelist': writers,
  'panel.draw': writers,
  'panel.withdraw': writers,
  // The sheet goes round: whoever sits down proves an own PIN, and what it gives opens that sheet only.
  'panel.openSheet': ownWriters,
  'panel.sheet': ownWriters,
  'panel.giveScore': ownWriters,
  'panel.closeSheet': anyone,
  'panel.issueBallot': writers,
  'panel.previewBallots': writers,
  'panel.mergeBallots': writers,
  // What others gave is not for those who still score.
  'panel.agreement': { who: ['chair', 'secretary', 'auditor'] },
  'panel.commonSheet': writers,
  'panel.commonAgreement': { who: ['chair', 'secretary', 'auditor'] },
  'panel.saveCommonCase': writers,
  'panel.removeCommonCase': writers,
  'panel.scoreCommonCases': writers,

  'followUps.list': anyone,
  'followUps.people': anyone,
  'followUps.save': writers,
  'followUps.edit': writers,
  'followUps.remove': writers,

  'backups.state': anyone,
  'backups.list': anyone,
  'backups.preview': anyone,
  'backups.take': writers,
  'backups.setFolder': writers,
  'backups.restore': writers,

  // Each asks for the file's own secret.
  'protection.state': anyone,
  'protection.unlock': anyone,
  'protection.leave': anyone,
  'protection.lock': anyone,
  'protection.newRecoveryKey': anyone,
  'protection.add': writers,
  'protection.changePassphrase': writers,
  'protection.setRecoveryKey': writers,
  // What opens every name to whoever holds the file is the chair's to answer for; both stand in the trail.
  'protection.remove': chairOnly,
  'protection.plainCopy': chairOnly,
}

const nobody: DutyRule = { who: [] }

/** The rule of a call; one without a line is for nobody. */
export const dutyRule = (name: CallName): DutyRule => dutyPolicy[name] ?? nobody

/** Whether a user of this duty may ask the call at all. @example mayAsk('meetings.close', 'observer') // false */
export function mayAsk(name: CallName, duty: Duty): boolean {
  const { who } = dutyRule(name)
  return who === 'anyone' || who.includes(duty)
}
