import type { ImportReason } from '#domain/import/reasons.ts'
import type { InBothLanguages } from './locale.ts'

/** What the import says of a file, its sheets and columns, and of periods, numbers and dates in their cells. */
export const tableSentences = {
  // the file and its sheets
  'sheet-unrecognised': {
    id: 'Jenis lembar ini tidak dikenali dan tidak diimpor. Pilih jenisnya dan pasangkan kolomnya bila perlu.',
    en: 'The kind of this sheet is not recognised and it is not imported. Choose its kind and match its columns if needed.',
  },
  'sheet-empty': { id: 'Lembar ini kosong.', en: 'This sheet is empty.' },
  'sheet-hidden': {
    id: 'Lembar ini tersembunyi di berkasnya. Keluarkan bila tidak dimaksudkan.',
    en: 'This sheet is hidden in its file. Leave it out if it is not meant.',
  },
  'sheet-old-numeric': {
    id: 'Lembar ini memakai sistem angka lama (PP 46/2011) dan tidak diimpor atau dihitung ulang.',
    en: 'This sheet uses the repealed numeric system (PP 46/2011); it is not imported or computed again.',
  },
  'unmapped-column': {
    id: 'Kolom {column} “{heading}” tidak dipakai. Pasangkan bila isinya diperlukan.',
    en: 'Column {column} “{heading}” is not used. Match it if its content is needed.',
  },
  'beyond-header': {
    id: 'Kolom {column} berisi nilai tanpa judul dan tidak dipakai. Periksa apakah ada kolom yang bergeser.',
    en: 'Column {column} holds values without a heading and is not used. Check whether columns have shifted.',
  },
  'csv-uneven': {
    id: 'Jumlah sel sebagian baris berbeda dari baris lain. Periksa baris itu.',
    en: 'Some rows have another number of cells than the rest. Check those rows.',
  },
  'csv-quotes': {
    id: 'Tanda kutip pada baris ini tidak berpasangan. Periksa isi baris ini dan sesudahnya.',
    en: 'A quotation mark in this row is not closed. Check this row and the next ones.',
  },
  'csv-unreadable': {
    id: '{count} huruf tidak terbaca dengan pengodean ini. Pilih pengodean lain bila nama menjadi rusak.',
    en: '{count} characters cannot be read in this encoding. Choose another encoding if names look damaged.',
  },
  'formula-cells': {
    id: '{count} sel berisi rumus. Nilai yang tersimpan di berkas yang dipakai.',
    en: '{count} cells hold formulas. The values stored in the file are used.',
  },
  'external-values': {
    id: '{count} sel mengambil nilai dari berkas lain dan tidak dipakai.',
    en: '{count} cells take their value from another file and are not used.',
  },
  placeholder: {
    id: 'Isian penanda tempat seperti “{text}” dianggap kosong.',
    en: 'Words that only keep a place free, such as “{text}”, count as empty.',
  },
  // periods, numbers, dates
  'period-unknown': {
    id: 'Periode “{text}” tidak cocok dengan periode yang ada. Periksa atau pilih periodenya.',
    en: 'The period “{text}” fits none of the existing periods. Check or choose the period.',
  },
  'text-in-number': {
    id: '“{text}” bukan angka. Perbaiki sel ini.',
    en: '“{text}” is not a number. Correct this cell.',
  },
  'cell-error': {
    id: 'Sel ini berisi galat “{text}” dari program tabel. Perbaiki sel ini.',
    en: 'This cell holds the spreadsheet error “{text}”. Correct this cell.',
  },
  'number-ambiguous': {
    id: '“{text}” dapat berarti desimal atau ribuan. Pilih cara membacanya.',
    en: '“{text}” may be a decimal or thousands. Choose how to read it.',
  },
  'date-ambiguous': {
    id: 'Tanggal seperti “{text}” dapat dibaca dua cara. Pilih urutannya.',
    en: 'Dates such as “{text}” can be read in two ways. Choose the order.',
  },
  'date-mixed': {
    id: 'Kolom tanggal memakai dua urutan. Pilih yang dipakai; tanggal yang tidak ada akan ditolak.',
    en: 'The date column uses two orders. Choose the one to use; days that do not exist will be refused.',
  },
  'date-unreadable': {
    id: '“{text}” bukan tanggal. Tulis seperti 23/11/2026.',
    en: '“{text}” is not a date. Write it like 23/11/2026.',
  },
  'text-too-long': {
    id: 'Isi sel terlalu panjang ({length} huruf). Ringkas sel ini.',
    en: 'The cell is too long ({length} characters). Shorten it.',
  },
} as const satisfies Partial<Record<ImportReason, InBothLanguages>>
