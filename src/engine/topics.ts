import type { TableName } from '#application/ports/tables.ts'

/** Which answers may differ when rows of a kind changed, by the part of the call's name before the dot. */
const topicsOfTable: Readonly<Record<TableName, readonly string[]>> = {
  agency: ['workspace', 'overview', 'reports'],
  unit: [
    'workspace',
    'organisation',
    'overview',
    'staff',
    'dossier',
    'supervisors',
    'meetings',
    'reports',
    'calibration',
  ],
  employee: [
    'users',
    'workspace',
    'staff',
    'dossier',
    'overview',
    'supervisors',
    'meetings',
    'reports',
    'followUps',
    'calibration',
  ],
  period: ['*'],
  placement: [
    'workspace',
    'organisation',
    'staff',
    'dossier',
    'overview',
    'supervisors',
    'meetings',
    'reports',
    'calibration',
  ],
  supervision: ['organisation', 'staff', 'dossier', 'overview', 'supervisors', 'meetings', 'reports', 'calibration'],
  workPlan: ['staff', 'dossier', 'overview', 'supervisors', 'meetings', 'reports', 'calibration'],
  workResult: ['staff', 'dossier', 'overview', 'supervisors', 'meetings', 'reports', 'calibration'],
  indicator: ['staff', 'dossier', 'overview', 'supervisors', 'meetings', 'calibration'],
  feedback: ['staff', 'dossier', 'overview', 'meetings'],
  assessment: ['staff', 'dossier', 'overview', 'supervisors', 'meetings', 'reports', 'calibration'],
  resultScore: ['staff', 'dossier', 'overview', 'supervisors', 'meetings', 'reports', 'calibration'],
  behaviourScore: ['staff', 'dossier', 'overview', 'supervisors', 'meetings', 'reports', 'calibration'],
  behaviourExpectation: ['dossier'],
  organisationResult: ['organisation', 'overview', 'staff', 'meetings', 'reports'],
  organisationIndicator: ['organisation', 'overview'],
  patternReason: ['organisation', 'overview', 'reports'],
  meeting: ['meetings', 'organisation', 'overview', 'supervisors', 'reports', 'staff'],
  participant: ['meetings', 'reports'],
  agendaItem: ['meetings', 'overview', 'supervisors', 'staff', 'dossier', 'reports'],
  recusal: ['meetings', 'reports'],
  opinion: ['meetings', 'reports'],
  decision: ['meetings', 'overview', 'staff', 'dossier', 'supervisors', 'reports'],
  note: ['meetings', 'reports'],
  followUp: ['followUps', 'meetings', 'dossier', 'reports', 'overview'],
  importMapping: ['import'],
  importRun: ['import', 'overview'],
  savedView: ['views'],
  user: ['users', 'reports'],
  approval: ['meetings', 'reports'],
}

/** Topics of a change. Every command also moves the history, the trail, the "saved at" of the status, and what approvals rest on. */
export function topicsOf(tables: readonly TableName[]): readonly string[] {
  const topics = new Set(['history', 'trail', 'workspace', 'approvals'])
  for (const table of tables) for (const topic of topicsOfTable[table]) topics.add(topic)
  return topics.has('*') ? ['*'] : [...topics]
}
