/** The kinds of sheet Timbang takes in: staff, work plans with indicators, realisations, assessments, behaviour, feedback. */
export const sheetKinds = ['staff', 'plan', 'realisation', 'assessment', 'behaviour', 'feedback'] as const
export type SheetKind = (typeof sheetKinds)[number]

/** A work result of a plan with its indicator, target and realisation. */
const resultFields = [
  'resultKind',
  'resultNumber',
  'leaderResult',
  'result',
  'assignedBy',
  'aspect',
  'perspective',
  'indicatorNumber',
  'indicator',
  'target',
  'unitOfMeasure',
  'direction',
  'weight',
  'realisation',
  'evidence',
  'dataSource',
] as const
/** What a supervisor gave: a score for a result, levels, the printed predicate. */
const assessedFields = ['score', 'workLevel', 'behaviourLevel', 'predicate', 'organisationPredicate', 'note'] as const
/** The scores of the seven core values, side by side. */
const coreValueFields = ['scoreBP', 'scoreAK', 'scoreKO', 'scoreHA', 'scoreLO', 'scoreAD', 'scoreKB'] as const

/** What a staff list says of somebody's place. */
const placeFields = ['status', 'grade', 'rank', 'post', 'postKind', 'echelon', 'unit'] as const
/** Who rates somebody. */
const raterFields = ['supervisorNip', 'supervisorOfficeId', 'supervisorName'] as const
/** Who decides objections, and whether somebody is rated at all. */
const reviewFields = ['reviewingNip', 'reviewingName', 'rated'] as const

/** Everything a column can mean, by the glossary's names. `ignored` is a column the office may drop (running number, page). */
export const importFields = [
  'nip',
  'officeId',
  'name',
  ...placeFields,
  ...raterFields,
  ...reviewFields,
  'approach',
  'period',
  'source',
  ...resultFields,
  ...assessedFields,
  'behaviourValue',
  'behaviourScore',
  'expectation',
  ...coreValueFields,
  'feedbackRole',
  'giver',
  'givenOn',
  'about',
  'feedback',
  'symbol',
  'ignored',
] as const
export type ImportField = (typeof importFields)[number]

const known = new Set<string>(importFields)

/** Whether a text names a field; used for mappings that were stored. @example isImportField('nip') // true */
export function isImportField(text: string): text is ImportField {
  return known.has(text)
}

/** Who the row is about, and when: every kind of sheet may carry these. */
const identity: readonly ImportField[] = ['nip', 'officeId', 'name', 'period', 'source', 'ignored']
const person: readonly ImportField[] = ['post', 'unit', 'grade', 'rank']

const planFields: readonly ImportField[] = ['approach', ...resultFields, 'feedback', 'symbol']

/** The fields a kind of sheet offers for mapping by hand, in the order of the form. */
export const fieldsOfKind: Readonly<Record<SheetKind, readonly ImportField[]>> = {
  staff: [...identity, ...placeFields, ...raterFields, ...reviewFields, ...planFields],
  plan: [...identity, ...person, ...raterFields, ...planFields],
  realisation: [
    ...identity,
    'resultNumber',
    'indicatorNumber',
    'realisation',
    'evidence',
    'dataSource',
    'feedback',
    'symbol',
  ],
  assessment: [...identity, ...raterFields, 'resultNumber', ...assessedFields],
  behaviour: [
    ...identity,
    ...raterFields,
    'behaviourValue',
    'behaviourScore',
    'note',
    'expectation',
    'feedback',
    ...coreValueFields,
  ],
  feedback: [...identity, 'feedbackRole', 'giver', 'givenOn', 'about', 'feedback', 'symbol'],
}
