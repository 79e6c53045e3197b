import type { Locale } from '#contract/error-sentences.ts'
import type { ModelRefusal } from '#domain/statistics/model-refusal.ts'
import { type ModelNote, modelSentence, noteSentence } from '#domain/statistics/model-sentences.ts'

interface ModelReport {
  readonly dropped: number
  readonly droppedColumns: readonly string[]
  readonly notes: readonly ModelNote[]
  readonly refusal: ModelRefusal | null
}

/** What to bear in mind with a fit: the code, and the sentence behind it. */
export function warningLines({ notes, droppedColumns, dropped }: ModelReport, locale: Locale): readonly string[] {
  const values = { columns: droppedColumns.join(', '), rows: dropped }
  return notes.map((note) => `${note}: ${noteSentence(note, values, locale)}`)
}

/** Why there is no fit, for programs: the code and its figures, and the sentence; null where there is one. */
export function refusalReason({ refusal }: ModelReport, locale: Locale) {
  if (refusal === null) return null
  const { kind: _, because, n, required, subject } = refusal
  return {
    because,
    n,
    ...(required === undefined ? {} : { required }),
    ...(subject === undefined ? {} : { subject }),
    sentence: modelSentence(refusal, locale),
  }
}

/** A figure of a model as a person reads it: six significant digits, whatever its unit. */
export function figure(value: number | null): string {
  return value === null ? '–' : String(Number(value.toPrecision(6)))
}

/** A table for the terminal: a heading, columns as wide as their widest cell, figures to the right. */
export function alignedLines(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = headings.map((heading, k) =>
    rows.reduce((most, row) => Math.max(most, [...(row[k] ?? '')].length), [...heading].length),
  )
  const isFigure = headings.map((_, k) => rows.every((row) => /^(–|[-+]?\d[\d.e+-]*)$/.test(row[k] ?? '')))
  return [headings, ...rows].map((row) =>
    row
      .map((cell, k) => (isFigure[k] ? cell.padStart(widths[k] ?? 0) : cell.padEnd(widths[k] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
