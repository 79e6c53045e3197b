import type { RunChange } from '#domain/calibration/input-change.ts'
import type { CalibrationRun } from '#domain/model/calibration-record.ts'
import type { RunFreshness } from './calibration.ts'
import type { Locale } from './locale.ts'

type Both = Readonly<Record<Locale, string>>

const changeWords: Readonly<Record<RunChange['what'], Both>> = {
  scores: { id: 'nilai ({rows})', en: 'scores ({rows})' },
  levels: { id: 'penilaian awal pejabat penilai ({rows})', en: 'assessments by supervisors ({rows})' },
  achievement: { id: 'target, realisasi, atau bobot ({rows})', en: 'targets, realisations or weights ({rows})' },
  people: { id: 'data pegawai ({rows})', en: 'data of employees ({rows})' },
  supervisors: { id: 'pejabat penilai ({rows})', en: 'supervisors ({rows})' },
  rules: { id: 'ketentuan penilaian', en: 'scoring rules' },
  relations: { id: 'hubungan yang dinyatakan', en: 'declared relations' },
  panel: { id: 'nilai panel ({rows})', en: 'scores of the panel ({rows})' },
  choices: { id: 'pilihan kalibrasi', en: 'choices of the calibration' },
  program: { id: 'model perhitungan', en: 'the model of computation' },
}

const sentences = {
  current: {
    id: 'Hitungan ini mutakhir: data yang dipakainya tidak berubah sejak dihitung.',
    en: 'This calibration is up to date: the data it used have not changed since.',
  },
  outdated: {
    id: 'Hitungan ini sudah tidak mutakhir. Yang berubah sejak dihitung: {what}. Hitung kembali sebelum dipakai.',
    en: 'This calibration is no longer up to date. Changed since it was computed: {what}. Compute it again before it is used.',
  },
} satisfies Readonly<Record<RunFreshness['kind'], Both>>

/**
 * Whether a stored calibration still holds, and what changed in general words: nobody is named.
 * @example freshnessSentence({ kind: 'outdated', changes: [{ what: 'scores', rows: 3 }] }, 'en') // 'This calibration is no longer …: scores (3). …'
 */
export function freshnessSentence(freshness: RunFreshness, locale: Locale): string {
  if (freshness.kind === 'current') return sentences.current[locale]
  const whole = new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB')
  const what = freshness.changes.map((one) => changeWords[one.what][locale].replace('{rows}', whole.format(one.rows)))
  return sentences.outdated[locale].replace(
    '{what}',
    new Intl.ListFormat(locale === 'id' ? 'id-ID' : 'en-GB').format(what),
  )
}

const named: Both = {
  id: 'model {model}, sidik masukan {hash}',
  en: 'model {model}, hash of the inputs {hash}',
}

/**
 * A run as the minutes and the screen name it: the model, and the first eight digits of the hash of each dimension's inputs.
 * @example runName(run, 'id') // 'model timbang-calibration-1, sidik masukan d3dcbac2 dan a1015ba7'
 */
export function runName(run: Pick<CalibrationRun, 'modelVersion' | 'dimensions'>, locale: Locale): string {
  const hashes = run.dimensions.map(({ inputsHash }) => inputsHash.slice(0, 8))
  const list = new Intl.ListFormat(locale === 'id' ? 'id-ID' : 'en-GB').format(hashes)
  return named[locale].replace('{model}', run.modelVersion).replace('{hash}', list)
}
