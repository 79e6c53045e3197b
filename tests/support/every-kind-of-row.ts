import type { TableEntities, TableName, WriteTable } from '#application/ports/tables.ts'
import type { Workspace } from '#application/ports/workspace.ts'
import { entitySchemas } from '#data/repositories/table-map.ts'
import { standardChoices } from '#domain/calibration/calibration-choices.ts'
import { defaultScoringPolicy } from '#domain/rules/scoring-policy.ts'

const moment = '2026-11-23T02:00:00.000Z'
const period = { periodId: 'p1', employeeId: 'e1' }
const meeting = { meetingId: 'm1', employeeId: 'e1' }
const levels = { originalWorkLevel: 'meets', originalBehaviourLevel: 'meets', originalPredicate: 'good' }
const proposal = { proposedWorkLevel: 'above', proposedBehaviourLevel: 'meets' }
const final = { finalWorkLevel: 'above', finalBehaviourLevel: 'meets', finalPredicate: 'good' }
const periodDays = { startsOn: '2026-07-01', endsOn: '2026-09-30', windowStartsOn: null, windowEndsOn: null }
const noPost = { echelon: '', grade: 'III/d', rank: '', excludedBecause: '', studyFailed: null }

/** One row of every kind a workspace keeps, all about Sari Wulandari and her supervisor; owners before what they own. */
const rows: { readonly [Name in TableName]: readonly object[] } = {
  agency: [
    {
      ...{ id: 'agency', name: 'Dinas Uji', government: '', address: '', contact: '', place: '', zone: 'WIB' },
      ...{ workingWeek: 'monday-friday', cycle: 'quarterly', paper: 'A4', example: false },
    },
  ],
  unit: [{ id: 'u1', parentId: null, name: 'Sekretariat', shortName: '', position: 0 }],
  employee: [
    { id: 'e1', nip: '199001012015012001', nipAsWritten: null, name: 'Sari Wulandari', status: 'pns' },
    { id: 'e2', nip: '198001012005011001', nipAsWritten: null, name: 'Budi Santoso', status: 'pns' },
  ],
  period: [
    {
      ...{ id: 'p1', name: 'Triwulan III 2026', kind: 'quarterly', year: 2026, ordinal: 3, stage: 'evaluation' },
      ...{ ...periodDays, rulePacks: ['permenpanrb-6-2022'], scoring: defaultScoringPolicy },
    },
  ],
  placement: [{ id: 'pl1', ...period, unitId: 'u1', post: 'Perawat', postKind: 'jf', rated: true, ...noPost }],
  supervision: [
    { id: 's1', ...period, supervisorId: 'e2', fromDate: null, toDate: null, reviewingSuperiorId: null, reason: '' },
  ],
  workPlan: [{ id: 'w1', ...period, approach: 'quantitative' }],
  workResult: [
    {
      ...{ id: 'r1', workPlanId: 'w1', number: 1, kind: 'main', statement: 'Kunjungan rumah', leaderResult: '' },
      ...{ assignedBy: '', weightHundredths: null, realisation: '' },
    },
  ],
  indicator: [
    {
      ...{ id: 'i1', workResultId: 'r1', number: '1.1', aspect: 'quantity', perspective: 'none', statement: 'Jumlah' },
      ...{ target: '12', unitOfMeasure: 'kali', direction: 'higher', realisation: '11', evidence: '', dataSource: '' },
      ...{ indexOverride: null, indexOverrideReason: '' },
    },
  ],
  feedback: [
    { id: 'f1', ...period, fromRole: 'leader', giver: 'Budi', givenOn: null, about: '', text: 'Baik', symbol: 'thumb' },
  ],
  assessment: [
    {
      ...{ id: 'a1', ...period, supervisorId: 'e2', workLevel: 'meets', workLevelReason: '', behaviourLevel: 'meets' },
      ...{ behaviourLevelReason: '', printedPredicate: null, note: '' },
    },
  ],
  resultScore: [{ id: 'rs1', assessmentId: 'a1', workResultId: 'r1', score: 82.5 }],
  behaviourScore: [{ id: 'bs1', assessmentId: 'a1', value: 'AK', score: 4, note: '' }],
  behaviourExpectation: [{ id: 'be1', ...period, value: 'AK', expectation: 'Menjadi contoh' }],
  organisationResult: [
    { id: 'o1', periodId: 'p1', unitId: 'u1', predicate: 'good', source: 'annual', setBy: '', setOn: null, note: '' },
  ],
  organisationIndicator: [
    {
      ...{ id: 'oi1', periodId: 'p1', unitId: 'u1', position: 0, name: 'Cakupan', unitOfMeasure: '%' },
      ...{ direction: 'higher', target: '90', realisation: '88' },
    },
  ],
  patternReason: [{ id: 'pr1', periodId: 'p1', unitId: 'u1', reason: 'Unit kecil' }],
  meeting: [
    {
      ...{ id: 'm1', periodId: 'p1', title: 'Rapat evaluasi', place: '', heldOn: '2026-11-23', plannedStart: '09:00' },
      ...{ state: 'open', openedAt: moment, closedAt: null, minutesNumber: '', legalBasis: [], quorum: null },
      ...{ minutesPerCase: 5, openingNote: '', closingNote: '' },
    },
  ],
  participant: [
    {
      ...{ id: 'pa1', meetingId: 'm1', employeeId: 'e2', name: 'Budi Santoso', nip: '', post: '', rank: '' },
      ...{ role: 'chair', attendance: 'present', absenceReason: '', position: 0 },
    },
  ],
  agendaItem: [
    {
      ...{
        id: 'ai1',
        ...meeting,
        position: 0,
        track: 'discussion',
        state: 'decided',
        code: 'K-1',
        reasons: ['chosen'],
      },
      ...{ secondsSpent: 120, startedAt: null, scoresOpenedAt: null },
    },
  ],
  recusal: [{ id: 'rc1', ...meeting, participantId: 'pa1', cause: 'relative', note: '' }],
  opinion: [{ id: 'op1', ...meeting, participantId: 'pa1', opinion: 'too-low' }],
  decision: [
    {
      ...{ id: 'd1', ...meeting, outcome: 'change', ...levels, ...proposal, ...final, reasonCode: 'A1' },
      ...{ reason: 'Bukti baru', evidence: [], consent: 'agreed', consentAt: moment, consentWay: 'in-meeting' },
      ...{ consentBy: 'Budi Santoso', dissent: '', decidedAt: moment },
    },
  ],
  note: [{ id: 'n1', ...meeting, section: 'discussion', speaker: 'Budi', text: 'Dibahas', writtenAt: moment }],
  followUp: [
    {
      ...{ id: 'fu1', periodId: 'p1', ...meeting, kind: 'training', task: 'Pelatihan', responsible: '', dueOn: null },
      ...{ state: 'open', outcome: '' },
    },
  ],
  importMapping: [{ id: 'im1', headingKey: 'nip|nama', sheetKind: 'staff', columns: { 0: 'nip' } }],
  importRun: [
    {
      ...{ id: 'ir1', importedAt: moment, fileName: 'a.csv', sha256: 'ab'.repeat(32), sheetKinds: ['staff'] },
      ...{ rowsTaken: 1, rowsSetAside: 0 },
    },
  ],
  savedView: [{ id: 'sv1', screen: 'staff', name: 'Saya', state: '{}' }],
  user: [
    {
      ...{ id: 'us1', name: 'Ratna Dewi', duty: 'chair', employeeId: 'e2', active: true, pinMark: 'ab'.repeat(16) },
      ...{ pinSetAt: moment, pinWay: 'named' },
    },
  ],
  approval: [
    {
      ...{ id: 'ap1', kind: 'close', userId: 'us1', userName: 'Ratna Dewi', periodId: 'p1', meetingId: 'm1' },
      ...{ subject: '', headHash: '0'.repeat(64), headCount: 0, givenAt: moment },
    },
  ],
  relation: [
    {
      ...{ id: 'rl1', holderId: 'e2', holderName: 'Budi Santoso', subjectId: 'e1', kind: 'kinship', recuses: true },
      ...{ remark: 'Sepupu', declaredBy: 'Budi Santoso', declaredOn: '2026-11-20', recordedAt: moment },
      ...{ withdrawnAt: null, withdrawnReason: '' },
    },
  ],
  relationStatement: [
    {
      ...{ id: 'rst1', periodId: 'p1', holderId: 'e2', holderName: 'Budi Santoso', receivedOn: '2026-11-20' },
      recordedAt: moment,
    },
  ],
  recusalWaiver: [
    {
      ...{ id: 'rw1', meetingId: 'm1', subjectId: 'e1', participantId: 'pa1', reason: 'Hanya mencatat' },
      ...{ decidedBy: 'Ratna Dewi', decidedAt: moment },
    },
  ],
  panelist: [
    { id: 'pn1', periodId: 'p1', userId: 'us1', employeeId: 'e2', name: 'Ratna Dewi', position: 0 },
    { id: 'pn2', periodId: 'p1', userId: null, employeeId: null, name: 'Nur Aini', position: 1 },
    { id: 'pn3', periodId: 'p1', userId: null, employeeId: null, name: 'Wahyu', position: 2 },
  ],
  panelDraw: [
    {
      ...{ id: 'pd1', periodId: 'p1', seed: 7, listed: 1, dossiers: 1, perDossier: 2, dimensions: ['work-results'] },
      ...{ secret: 'ab'.repeat(32), drawnAt: moment },
    },
  ],
  panelCase: [{ id: 'pc1', drawId: 'pd1', subjectId: 'e1', code: 'P-01' }],
  panelAssignment: [
    { id: 'pg1', caseId: 'pc1', panelistId: 'pn1' },
    { id: 'pg2', caseId: 'pc1', panelistId: 'pn2' },
  ],
  panelScore: [
    {
      ...{ id: 'ps1', caseId: 'pc1', panelistId: 'pn2', dimension: 'work-results', score: 81.5 },
      ...{ givenAt: moment, way: 'here' },
    },
  ],
  ballot: [
    {
      ...{ id: 'ba1', drawId: 'pd1', panelistId: 'pn1', format: 'xlsx', issuedAt: moment, mergedAt: null },
      ...{ fileHash: null },
    },
  ],
  commonCase: [{ id: 'cc1', periodId: 'p1', number: 1, title: 'Kasus bersama', text: 'Laporan terlambat' }],
  commonScore: [{ id: 'cs1', commonCaseId: 'cc1', supervisorId: 'e2', score: 70, givenAt: moment }],
  calibrationRun: [
    {
      ...{ id: 'cr1', periodId: 'p1', modelVersion: 'timbang-calibration-1', engineVersion: '0.1.0', dimensions: [] },
      ...{ choices: standardChoices, problemsHash: 'ab'.repeat(32), computedAt: moment, computedBy: 'Ratna Dewi' },
      ...{ trailLength: 3, reason: '' },
    },
  ],
  calibrationChoice: [
    {
      ...{ id: 'cc1', periodId: 'p1', choices: standardChoices, reason: 'Panel belum ada', chosenAt: moment },
      ...{ chosenBy: 'Ratna Dewi' },
    },
  ],
  meetingCalibration: [{ id: 'mc1', meetingId: 'm1', calibrationRunId: 'cr1', linkedAt: moment }],
}

/** Writes one row of every kind, each table as a command of its own. */
export function writeEveryKindOfRow(workspace: Workspace): void {
  for (const name of Object.keys(rows) as TableName[]) {
    workspace.command({ name: 'example.period', summary: { period: name } }, (tables) => {
      const table = tables[name] as unknown as WriteTable<TableEntities['unit']>
      for (const row of rows[name]) table.put(entitySchemas[name].parse(row) as TableEntities['unit'])
    })
  }
}
