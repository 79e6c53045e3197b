import type { z } from '#domain/zod.ts'
import { dutyWords } from './duty-words.ts'
import type { InBothLanguages, Locale } from './locale.ts'
import type { trailEntry } from './session.ts'
import { calibrationTrail } from './trail-calibration-sentences.ts'
import { meetingTrail } from './trail-meeting-sentences.ts'
import { staffTrail } from './trail-staff-sentences.ts'
import type { EntryWords } from './trail-words.ts'
import { workspaceTrail } from './trail-workspace-sentences.ts'

type Entry = Pick<z.infer<typeof trailEntry>, 'command' | 'summary'>

/** What a command says of itself in the trail, in both languages, by the name it is written under. */
export const trailWords: Readonly<Record<string, Readonly<Record<Locale, EntryWords>>>> = {
  ...workspaceTrail,
  ...staffTrail,
  ...meetingTrail,
  ...calibrationTrail,
}

/** Title and headings of the trail as a table. */
export const trailTable = {
  id: {
    title: 'Jejak',
    headers: ['Nomor', 'Waktu (UTC)', 'Oleh', 'Perubahan', 'Alasan', 'Jumlah baris', 'Mengurungkan nomor'],
  },
  en: {
    title: 'Trail',
    headers: ['Number', 'Time (UTC)', 'By', 'Change', 'Reason', 'Rows', 'Takes back number'],
  },
} as const

/** Codes that stand in summaries, in words. */
const codeWords: Readonly<Record<string, InBothLanguages>> = {
  ...dutyWords,
  active: { id: 'aktif', en: 'active' },
  inactive: { id: 'tidak aktif', en: 'not active' },
  planning: { id: 'perencanaan', en: 'planning' },
  monitoring: { id: 'pemantauan', en: 'monitoring' },
  evaluation: { id: 'evaluasi', en: 'evaluation' },
  'follow-up': { id: 'tindak lanjut', en: 'follow-up' },
  present: { id: 'hadir', en: 'present' },
  absent: { id: 'tidak hadir', en: 'absent' },
  excused: { id: 'izin', en: 'excused' },
  unknown: { id: 'belum dicatat', en: 'not recorded' },
  employee: { id: 'pegawai pindah', en: 'the employee moved' },
  supervisor: { id: 'penilai pindah', en: 'the supervisor moved' },
  gone: { id: 'penilai berhalangan tetap', en: 'the supervisor is gone for good' },
  keep: { id: 'tetap', en: 'kept' },
  change: { id: 'diubah', en: 'changed' },
  proposal: { id: 'usulan', en: 'proposal' },
  agreed: { id: 'setuju', en: 'agreed' },
  declined: { id: 'tidak setuju', en: 'declined' },
  pending: { id: 'menunggu jawaban', en: 'awaiting an answer' },
  'not-needed': { id: 'tidak diperlukan', en: 'not needed' },
  'very-poor': { id: 'Sangat Kurang', en: 'Very poor' },
  poor: { id: 'Kurang', en: 'Poor' },
  'needs-improvement': { id: 'Butuh Perbaikan', en: 'Needs improvement' },
  good: { id: 'Baik', en: 'Good' },
  excellent: { id: 'Istimewa', en: 'Excellent' },
  '': { id: 'dikosongkan', en: 'taken away' },
}

/** Values of a summary that are codes; everything else is a name or a figure and stands as it is. */
const coded = new Set([
  'stage',
  'attendance',
  'outcome',
  'consent',
  'predicate',
  'moved',
  'duty',
  'formerDuty',
  'active',
])

/** Entries that are shown in red: nobody proved who he was. */
export const alarming: ReadonlySet<string> = new Set(['users.resetByHolder'])

const place = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g

/** The name of a kind of entry, for a filter. A command without words keeps its own name. */
export function trailName(command: string, locale: Locale): string {
  return trailWords[command]?.[locale].name ?? command
}

/**
 * One entry of the trail as a sentence. An undo names what it took back; a command without words of its own, or whose
 * summary lacks a value, is told by its name and the values it has.
 * @example trailSentence({ command: 'staff.add', summary: { employee: 'Sari', period: 'Triwulan III 2026' } }, 'en')
 * // 'Added Sari to Triwulan III 2026.'
 */
export function trailSentence({ command, summary }: Entry, locale: Locale): string {
  const { of, ...values } = summary
  if (of !== undefined) {
    const before = trailSentence({ command: String(of), summary: values }, locale)
    return fill(trailWords[command]?.[locale].text ?? '{before}', { before }, locale) ?? before
  }
  const text = trailWords[command]?.[locale].text
  return (text === undefined ? null : fill(text, values, locale)) ?? plainSentence(command, values, locale)
}

/** The first text whose values are all given, filled in; null when there is none. */
function fill(text: string | readonly string[], values: Entry['summary'], locale: Locale): string | null {
  const texts = typeof text === 'string' ? [text] : text
  const found = texts.find((one) => [...one.matchAll(place)].every(([, key]) => String(key) in values))
  if (found === undefined) return null
  return found.replaceAll(place, (_whole, key: string, one: string | undefined, several: string | undefined) => {
    const value = values[key] ?? ''
    const word = wordOf(key, value, locale)
    return one === undefined ? word : `${word} ${value === 1 ? one : several}`
  })
}

function plainSentence(command: string, values: Entry['summary'], locale: Locale): string {
  const told = Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => wordOf(key, value, locale))
  const name = trailName(command, locale)
  return told.length === 0 ? `${name}.` : `${name}: ${told.join(', ')}.`
}

function wordOf(key: string, value: string | number, locale: Locale): string {
  if (typeof value === 'number') return value.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB')
  return coded.has(key) ? (codeWords[value]?.[locale] ?? value) : value
}
