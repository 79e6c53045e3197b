/** What can differ in the inputs of a calibration, in general words. */
export const inputKinds = [
  'scores',
  'levels',
  'achievement',
  'people',
  'supervisors',
  'rules',
  'relations',
  'panel',
] as const
export type InputKind = (typeof inputKinds)[number]

export interface InputChange {
  readonly what: InputKind
  /** Rows that are not what they were. */
  readonly rows: number
}

/** What can have changed since a calibration was stored: its inputs, the choices in force, or the program's model. */
export const runChangeKinds = [...inputKinds, 'choices', 'program'] as const
export interface RunChange {
  readonly what: (typeof runChangeKinds)[number]
  readonly rows: number
}
