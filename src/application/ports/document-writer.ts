/**
 * A document as pure data: what it says and what each part is, never how it is drawn. One model gives the preview, the
 * print (HTML) and the DOCX, so they cannot differ. Every text is plain text; the writers escape it.
 */
export interface DocumentModel {
  readonly title: string
  /** Official documents stay Indonesian whatever the language of the interface. */
  readonly language: 'id'
  readonly paper: 'A4' | 'F4'
  readonly orientation: 'portrait' | 'landscape'
  readonly letterhead: Letterhead | null
  readonly blocks: readonly Block[]
  /** Small line at the end and at the foot of every page, for example the anchor code; page numbers follow it. */
  readonly footer: string | null
  readonly metadata: { readonly author: string; readonly subject: string }
}

/** Kop surat: emblem left, government, agency (larger, bold), address lines, double rule. */
export interface Letterhead {
  readonly government: string
  readonly agency: string
  readonly addressLines: readonly string[]
  /** `placeholder` keeps the place of the regional emblem free, and says so; `null` leaves no place. */
  readonly emblem: 'placeholder' | null
}

/** A piece of running text: plain, marked, or a value nobody has filled in yet. */
export type Inline = string | TextRun | OpenField

interface TextRun {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
}

/** A value the secretary still has to fill in; it prints as a visibly marked "… belum diisi". */
interface OpenField {
  readonly openField: string
}

export type Block =
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | KeyValueBlock
  | TableBlock
  | SignatureBlock
  | AttendanceBlock
  | NoteBlock
  | CodeBlock
  | { readonly kind: 'page-break' }

/** Centred bold lines at the head of the document or of an annex (BERITA ACARA / NOMOR … / TENTANG …). */
interface TitleBlock {
  readonly kind: 'title'
  readonly lines: readonly (readonly Inline[])[]
}

/** `marker` is the visible number, already written: `A.`, `1.`, `IV.`. Level 1 is the highest below the title. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly marker: string | null
  readonly text: string
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly runs: readonly Inline[]
  readonly align: 'justify' | 'left' | 'center'
}

export interface ListBlock {
  readonly kind: 'list'
  readonly numbering: 'decimal' | 'letter' | 'bullet'
  readonly items: readonly (readonly Inline[])[]
}

/** Lines such as "Pimpinan rapat : …", with the colons under each other. */
export interface KeyValueBlock {
  readonly kind: 'key-values'
  readonly entries: readonly { readonly label: string; readonly value: readonly Inline[] }[]
}

export type CellAlign = 'left' | 'center' | 'right'

interface TableColumn {
  /** Share of the width, relative to the other columns. */
  readonly weight: number
  readonly align: CellAlign
}

/** Numbers arrive as text, already written the Indonesian way. Spans count cells and default to 1. */
export interface TableCell {
  readonly runs: readonly Inline[]
  readonly align?: CellAlign
  readonly columnSpan?: number
  readonly rowSpan?: number
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string | null
  readonly columns: readonly TableColumn[]
  /** Repeated at the top of every page. */
  readonly headerRows: readonly (readonly TableCell[])[]
  readonly rows: readonly (readonly TableCell[])[]
}

export interface Signatory {
  /** For example "Pimpinan Rapat,". */
  readonly role: string
  readonly name: string
  readonly rank: string | null
  readonly nip: string | null
}

/** One to three signatories side by side, with room for a certified e-signature. Never a drawn signature or stamp. */
export interface SignatureBlock {
  readonly kind: 'signatures'
  /** "Cakrabuana, 23 November 2026"; stands above the last column. */
  readonly placeAndDate: readonly Inline[] | null
  readonly columns: readonly Signatory[]
}

/** Daftar hadir: signature places of odd numbers left, of even numbers right. */
export interface AttendanceBlock {
  readonly kind: 'attendance'
  readonly entries: readonly { readonly name: string; readonly nip: string | null; readonly position: string }[]
}

/** Small print; an alarm is what a reader must not miss, in red and in full size. */
interface NoteBlock {
  readonly kind: 'note'
  readonly tone?: 'alarm'
  readonly runs: readonly Inline[]
}

/** A code to compare with later: its digits in groups, what is said beside them, and the same for a scanner. */
export interface CodeBlock {
  readonly kind: 'code'
  readonly groups: readonly string[]
  readonly lines: readonly string[]
  /** What the QR code holds; its picture says so in `description`. */
  readonly scanned: string
  readonly description: string
}

export interface DocumentWriter {
  /** A self-contained page (no requests, no script), the same for the preview and for printing to PDF. */
  toHtml(document: DocumentModel): string
  /**
   * What the printer repeats at the foot of every page (`footerTemplate` of Chromium): the footer and the page number.
   * Margin boxes of CSS would do it inside the page, but the oldest runtime we print with does not know them.
   */
  toPrintFooter(document: DocumentModel): string
  toDocx(document: DocumentModel): Promise<Uint8Array>
}

/**
 * A column of a workbook. `percent` takes a share (0.615 shows as 61,5%); `date` takes `YYYY-MM-DD`; `text` is always
 * stored as text, so a NIP keeps its 18 digits and `=1+1` stays what it says.
 */
export interface BookColumn {
  readonly header: string
  /** In characters. */
  readonly width: number
  readonly kind: 'text' | 'number' | 'integer' | 'percent' | 'date'
  /** For `number` (default 2) and `percent` (default 1). */
  readonly decimals?: number
}

/** `null` is an empty cell. A text in a column of numbers stays text (for example "belum dinilai"). */
export type BookValue = string | number | null

export interface BookSheet {
  readonly name: string
  readonly columns: readonly BookColumn[]
  readonly rows: readonly (readonly BookValue[])[]
  /** Rows and columns that stay in view; rows count the note lines and the header. */
  readonly frozenRows: number
  readonly frozenColumns: number
  /** Lines above the header row: title, period, source. */
  readonly noteLines?: readonly string[]
  /** A form: every cell is locked but those of these columns (0-based), which take a number within the limits or nothing. */
  readonly filledIn?: { readonly columns: readonly number[]; readonly lowest: number; readonly highest: number }
}

export interface Book {
  readonly title: string
  readonly author: string
  readonly sheets: readonly BookSheet[]
}

export interface WorkbookWriter {
  toXlsx(book: Book): Promise<Uint8Array>
  /** One sheet as CSV: UTF-8 with BOM, CRLF, comma-separated, safe against formula injection. */
  toCsv(sheet: BookSheet): Uint8Array
}
