/**
 * Every refusal Timbang can give, as a closed list: the code, and the names of the values its sentence needs.
 * The sentences themselves (Indonesian and English, each with a next step) stand in `contract/error-sentences`.
 */
export const errorParameters = {
  // opening and saving the workspace file
  'E-OPEN-MISSING': ['path'],
  'E-OPEN-EMPTY': ['path'],
  'E-OPEN-FOREIGN': ['path'],
  'E-OPEN-DAMAGED': ['path'],
  'E-OPEN-IO': ['path'],
  'E-OPEN-NEWER': ['version'],
  'E-OPEN-SCHEMA': ['path'],
  'E-OPEN-WAL': ['path'],
  'E-OPEN-LOCKED': ['path', 'computer'],
  'E-OPEN-EXISTS': ['path'],
  'E-OPEN-NONE': [],
  'E-OPEN-ENCRYPTED': ['path'],
  'E-OPEN-PASS': ['tries'],
  'E-OPEN-WAIT': ['seconds'],
  'E-OPEN-MIGRATION': ['path'],
  'E-KEY-TYPING': ['group'],
  'E-KEY-SHORT': ['minimum'],
  'E-SAVE-FULL': [],
  'E-SAVE-IO': [],
  'E-SAVE-BUSY': [],
  'E-SAVE-RO': [],
  'E-SAVE-REPLACED': [],
  // copies of the workspace
  'E-BACKUP-FULL': ['folder'],
  'E-BACKUP-FOLDER': ['folder'],
  'E-BACKUP-VERIFY': ['folder'],
  'E-BACKUP-MISSING': ['file'],
  'E-BACKUP-DAMAGED': ['file'],
  'E-BACKUP-TRAIL': ['file'],
  'E-BACKUP-OTHER': ['file'],
  'E-BACKUP-MIGRATION': ['folder'],
  'E-BACKUP-ASIDE': ['path'],
  'E-BACKUP-SIGNIN': ['file'],
  'E-BACKUP-PLAIN': ['file'],
  // reading files from elsewhere
  'E-IMPORT-LIMIT': ['limit'],
  'E-IMPORT-FORMAT': ['file'],
  'E-IMPORT-DAMAGED': ['file'],
  'E-IMPORT-SHEET': ['file'],
  'E-IMPORT-OPEN': ['count'],
  'E-IMPORT-STALE': [],
  'E-CANCELLED': [],
  // tables for the statistics
  'E-STATS-COLUMN': ['column', 'columns'],
  'E-STATS-NUMBER': ['column', 'row', 'value'],
  'E-STATS-EMPTY': ['file'],
  'E-STATS-FORMULA': ['part'],
  'E-STATS-FUNCTION': ['name'],
  'E-STATS-RESPONSE': ['part'],
  'E-STATS-GROUPING': [],
  'E-STATS-TWICE': ['column'],
  'E-STATS-SOURCE': ['column', 'row', 'value'],
  // calibration
  'E-CALIBRATE-EMPTY': ['period'],
  // writing files
  'E-EXPORT-PATH': ['path'],
  'E-EXPORT-PDF': [],
  'E-EXPORT-NOTHING': [],
  // rules of the field
  'E-RULE-SCORE': ['value'],
  'E-RULE-BEHAVIOUR': ['value'],
  'E-RULE-WEIGHTS': ['sum'],
  'E-RULE-NO-MAIN': [],
  'E-RULE-REASON': [],
  'E-RULE-EVIDENCE': [],
  'E-RULE-CONSENT': [],
  'E-RULE-SELF': [],
  'E-RULE-CYCLE': ['names'],
  'E-RULE-FROZEN': [],
  'E-RULE-DUPLICATE-NIP': ['nip', 'name'],
  'E-RULE-NIP': ['nip', 'reason'],
  'E-RULE-PERIOD': ['value'],
  'E-RULE-PERIOD-FROZEN': [],
  'E-RULE-BANDS': ['meets', 'above'],
  'E-RULE-SUPERVISOR': ['value'],
  'E-RULE-NO-SUPERVISOR': ['name'],
  'E-RULE-NO-RESULT': ['number'],
  'E-RULE-UNIT': ['value'],
  'E-RULE-CHOICE': ['value', 'choices'],
  'E-RULE-INDEX': ['value'],
  'E-RULE-STAFF-USED': ['name'],
  'E-RULE-ORGANISATION': ['unit'],
  'E-RULE-UNIT-USED': ['unit'],
  'E-RULE-RESULT-NEEDED': ['unit', 'count'],
  'E-RULE-RESULT-CLOSED': ['unit', 'count'],
  'E-RULE-DATE': ['value'],
  'E-RULE-MOVE-DATE': ['from', 'until'],
  'E-RULE-WINDOW': [],
  'E-RULE-STILL-RATES': ['date'],
  'E-RULE-DECIDED': ['name'],
  'E-RULE-EXCLUDED': ['name'],
  'E-RULE-ATTENDANCE': [],
  'E-RULE-OFFICERS': [],
  'E-RULE-QUORUM': ['present', 'required'],
  'E-RULE-QUORUM-FIXED': ['required'],
  'E-RULE-PARTICIPANT': ['name'],
  // the meeting
  'E-MEETING-STATE': ['state'],
  'E-MEETING-DECIDED': [],
  'E-AUTH-RECUSED': [],
  // users and duties
  'E-AUTH-SIGNIN': [],
  'E-AUTH-DUTY': ['duty', 'who'],
  'E-AUTH-OWN': [],
  'E-AUTH-APPROVAL': ['names'],
  'E-AUTH-CHAIR': ['name', 'names'],
  'E-AUTH-PIN': ['name'],
  'E-AUTH-WAIT': ['name', 'seconds'],
  'E-AUTH-PIN-ALTERED': ['name'],
  'E-PIN-SHORT': ['minimum'],
  'E-PIN-EASY': [],
  'E-USER-NAME': ['name'],
  'E-USER-FIRST': [],
  'E-USER-CHAIR': ['name'],
  'E-USER-NONE': [],
  'E-USER-NOT-CHAIR': ['name'],
  // history
  'E-ANCHOR-DIGITS': ['found'],
  'E-ANCHOR-COUNT': [],
  'E-ANCHOR-CHECK': [],
  'E-AUDIT-BROKEN': ['entry'],
  'E-AUDIT-ROWS': ['count'],
  'E-UNDO-NOTHING': [],
  'E-UNDO-CHANGED': [],
  'E-UNDO-CLOSED': [],
  'E-UNDO-APPROVED': [],
  // the gate
  'E-NOT-FOUND': ['what'],
  'E-ARG': [],
  'E-PATH-NOT-GRANTED': ['path'],
  'E-SENDER': [],
  'E-ENGINE-LOST': [],
  'E-NOT-HERE': [],
  'E-UNKNOWN': ['reference'],
} as const satisfies Record<string, readonly string[]>

export type AppErrorCode = keyof typeof errorParameters
export type AppErrorParams = Readonly<Record<string, string | number>>

/** A refusal the user can understand: a code of the closed list, and the values its sentence names. */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly params: AppErrorParams

  constructor(code: AppErrorCode, params: AppErrorParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}
