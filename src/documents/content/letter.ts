import type {
  Block,
  DocumentModel,
  Inline,
  KeyValueBlock,
  Letterhead,
  ParagraphBlock,
  TableBlock,
  TableCell,
} from '#application/ports/document-writer.ts'
import type { ReportFacts, ReportMeeting, ReportPerson, TrailTrouble } from '#application/ports/report-facts.ts'
import type { Agency } from '#domain/model/agency.ts'
import type { Participant } from '#domain/model/meeting.ts'
import { formatNip } from './indonesian/format-nip.ts'

/** Pieces every official document of a meeting shares. */
export function letterhead(agency: Agency): Letterhead {
  return {
    government: agency.government.toUpperCase(),
    agency: agencyLine(agency).toUpperCase(),
    addressLines: [agency.address, agency.contact].filter((line) => line !== ''),
    emblem: 'placeholder',
  }
}

/**
 * The agency without its government, which stands on the line above.
 * @example agencyLine({ name: 'Dinas Kesehatan Kabupaten Sagara', government: 'Pemerintah Kabupaten Sagara', … }) // 'Dinas Kesehatan'
 */
export function agencyLine(agency: Pick<Agency, 'name' | 'government'>): string {
  const region = agency.government.replace(/^Pemerintah\s+/i, '')
  const shortened =
    region !== '' && agency.name.endsWith(` ${region}`) ? agency.name.slice(0, -region.length - 1) : agency.name
  return shortened
}

export function documentOf(
  facts: ReportFacts,
  title: string,
  parts: Pick<DocumentModel, 'blocks' | 'orientation'>,
): DocumentModel {
  return {
    title,
    language: 'id',
    paper: facts.agency.paper,
    letterhead: letterhead(facts.agency),
    footer: footerOf(facts),
    metadata: { author: facts.agency.name, subject: `${title}, ${facts.period.name}` },
    ...parts,
    blocks: [...troubleBlocks(facts), ...parts.blocks],
  }
}

/** A trail that does not hold is said before anything else: nobody shall sign by mistake. */
const troubleBlocks = ({ trailTrouble }: ReportFacts): readonly Block[] =>
  trailTrouble === null ? [] : [{ kind: 'note', runs: [{ text: troubleSentence(trailTrouble), bold: true }] }]

/** What is wrong with the trail, for the head of a document or of a table. */
export const troubleSentence = ({ entry, found }: TrailTrouble): string =>
  entry === null
    ? `TIDAK UNTUK DISAHKAN. Data berbeda dari yang tercatat pada jejak di ${found} tempat; bandingkan dengan salinan cadangan.`
    : `TIDAK UNTUK DISAHKAN. Rantai jejak putus pada urutan ${entry}; bandingkan dengan salinan cadangan.`

/** The example says so on every page, so that no invented rating is taken for a real one. */
const footerOf = (facts: ReportFacts) =>
  `${facts.trailTrouble === null ? '' : 'TIDAK UNTUK DISAHKAN · '}${facts.agency.example ? 'CONTOH, bukan data sebenarnya · ' : ''}Timbang · jejak ${facts.journalLength} entri`

export const paragraph = (...runs: readonly Inline[]): ParagraphBlock => ({ kind: 'paragraph', runs, align: 'justify' })

export const cell = (text: string, options: Omit<TableCell, 'runs'> = {}): TableCell => ({ runs: [text], ...options })

export const headCell = (text: string, options: Omit<TableCell, 'runs'> = {}): TableCell => ({
  runs: [{ text, bold: true }],
  align: 'center',
  ...options,
})

/** A table from plain texts: one header row, one row per entry. */
export function plainTable(
  columns: readonly {
    readonly header: string
    readonly weight: number
    readonly align?: 'left' | 'center' | 'right'
  }[],
  rows: readonly (readonly string[])[],
): TableBlock {
  return {
    kind: 'table',
    caption: null,
    columns: columns.map(({ weight, align = 'left' }) => ({ weight, align })),
    headerRows: [columns.map((column) => headCell(column.header))],
    rows: rows.map((row) => row.map((text) => cell(text))),
  }
}

export const keyValues = (...entries: readonly (readonly [string, string])[]): KeyValueBlock => ({
  kind: 'key-values',
  entries: entries.map(([label, value]) => ({ label, value: [value] })),
})

export const personOf = (meeting: ReportMeeting, role: Participant['role']) =>
  meeting.participants.find((participant) => participant.role === role)

export const present = (meeting: ReportMeeting) =>
  meeting.participants.filter((participant) => participant.attendance === 'present')

/** People this very meeting decided about; the facts carry what earlier meetings of the period settled as well. */
export const decidedHere = (facts: Pick<ReportFacts, 'people'>, { meeting }: ReportMeeting): readonly ReportPerson[] =>
  facts.people.filter((person) => person.decision?.meetingId === meeting.id)

/** Name, rank and NIP as they stand under a signature. */
export const signatory = (role: string, participant: Participant | undefined) => ({
  role,
  name: participant?.name ?? '………………………………',
  rank: participant?.rank || null,
  nip: participant?.nip ? nipText(participant.nip) : null,
})

export const nipText = (nip: string) => (/^\d{18}$/.test(nip) ? formatNip(nip) : nip)

/** Clock time of an instant in the agency's zone. @example clockOf('2026-11-23T02:05:00.000Z', 'WIB') // '09:05' */
export function clockOf(instant: string, zone: Agency['zone']): string {
  return shifted(instant, zone).slice(11, 16)
}

/**
 * Clock time of an instant that lies on the day of the meeting; null on any other day (a meeting opened again later, to
 * correct something, did not last until then).
 */
export const clockOnDay = (instant: string | null, day: string, zone: Agency['zone']): string | null =>
  instant !== null && shifted(instant, zone).startsWith(day) ? clockOf(instant, zone) : null

/** Day of an instant in the agency's zone. @example dayOf('2026-11-22T20:05:00.000Z', 'WIB') // '2026-11-23' */
export const dayOf = (instant: string, zone: Agency['zone']): string => shifted(instant, zone).slice(0, 10)

const hoursAhead = { WIB: 7, WITA: 8, WIT: 9 } as const

const shifted = (instant: string, zone: Agency['zone']) =>
  new Date(Date.parse(instant) + hoursAhead[zone] * 3_600_000).toISOString()
