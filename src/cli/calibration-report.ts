import { notEnoughSentence, proposalSentence } from '#contract/calibration-sentences.ts'
import {
  dataProblemSentence,
  dimensionWords,
  groupWord,
  modelSentence,
  workspaceFindingSentence,
} from '#contract/calibration-words.ts'
import type { CallOutput } from '#contract/contracts.ts'
import type { Locale } from '#contract/error-sentences.ts'
import type { CalibrationFinding } from '#domain/calibration/calibration-finding.ts'
import type { CalibrationResult } from '#domain/calibration/calibration-result.ts'

export type Calibration = CallOutput<'calibration.run'>
type Run = Calibration['runs'][number]

/** Sentences and names of one calibration, in one language. */
export function calibrationReport({ employees, supervisors, problems }: Calibration, locale: Locale) {
  const people = new Map(employees.map((one) => [one.id, one]))
  const raters = new Map(supervisors.map((one) => [one.id, one]))
  const nameOf = (id: string) => people.get(id)?.name ?? raters.get(id)?.name ?? id
  const words = { employee: nameOf, supervisor: nameOf, panelist: nameOf }
  const sentenceOf = (finding: CalibrationFinding) => workspaceFindingSentence(finding, locale, words)
  return {
    nameOf,
    sentenceOf,
    problems: problems.map(({ code, employees: ids }) => ({
      code,
      sentence: dataProblemSentence(code, ids.length, locale),
      people: ids.map((id) => ({ id, name: nameOf(id) })),
    })),
    /** Everything a run came to, with names beside ids and a sentence beside every code; its cases are the employees. */
    dataOf: ({ inputsHash, result }: Run) => {
      const { dimension, cases, ...figures } = result
      return {
        dimension,
        name: dimensionWords[dimension][locale],
        inputsHash,
        ...figures,
        model: { ...result.model, sentence: modelSentence(result.model, locale) },
        supervisors: result.supervisors.map((one) => supervisorData(one, raters.get(one.supervisor), result, locale)),
        employees: cases.map((one) => ({
          ...one,
          name: nameOf(one.employee),
          unitName: people.get(one.employee)?.unitName ?? '',
          supervisorName: nameOf(one.supervisor),
          proposal: proposalData(one.proposal, result, locale),
        })),
        lookFirst: {
          ...result.lookFirst,
          favoured: result.lookFirst.favoured.map((place) => listed(result, place, nameOf)),
          penalised: result.lookFirst.penalised.map((place) => listed(result, place, nameOf)),
        },
        fairness: result.fairness.map((one) => ({
          ...one,
          groups: one.groups.map((group) => ({ ...group, name: groupWord(group.group, locale) })),
        })),
        agenda: result.agenda.map((one) => ({ ...one, name: nameOf(one.employee) })),
        findings: result.findings.map((finding) => findingData(finding, sentenceOf)),
      }
    },
  }
}

type Supervisor = CalibrationResult['supervisors'][number]

function supervisorData(
  one: Supervisor,
  person: Calibration['supervisors'][number] | undefined,
  { options }: CalibrationResult,
  locale: Locale,
) {
  return {
    ...one,
    name: person?.name ?? one.supervisor,
    post: person?.post ?? '',
    unitName: person?.unitName ?? '',
    notEnough: one.notEnough.map((code) => ({ code, sentence: notEnoughSentence(code, options.evidence, locale) })),
  }
}

function proposalData(
  proposal: CalibrationResult['cases'][number]['proposal'],
  { options }: CalibrationResult,
  locale: Locale,
) {
  if (proposal.kind === 'proposed')
    return { ...proposal, sentence: proposalSentence(proposal, options.interval, locale) ?? '' }
  if (proposal.kind === 'no-score') return proposal
  const because = proposal.because.map((code) => ({
    code,
    sentence: notEnoughSentence(code, options.evidence, locale),
  }))
  return { ...proposal, because }
}

function listed({ cases }: CalibrationResult, place: number, nameOf: (id: string) => string) {
  const one = cases[place]
  return { place, employee: one?.employee ?? '', name: nameOf(one?.employee ?? '') }
}

function findingData(finding: CalibrationFinding, sentenceOf: (finding: CalibrationFinding) => string) {
  const { code, ...params } = finding
  return { code, params, sentence: sentenceOf(finding) }
}
