import type { ErrorSentencesOf } from './error-families.ts'

/** Of files that come in, tables for the statistics, and files that go out. */
export const tableErrors = {
  'E-IMPORT-LIMIT': {
    id: 'Berkas terlalu besar atau tidak wajar ({limit}). Tidak ada data yang diubah. Pecah berkas, lalu impor lagi.',
    en: 'The file is too large or abnormal ({limit}). No data was changed. Split the file and import again.',
  },
  'E-IMPORT-FORMAT': {
    id: 'Jenis berkas {file} tidak dikenali. Tidak ada data yang diubah. Simpan sebagai .xlsx atau .csv, lalu impor lagi.',
    en: 'The kind of file {file} is not recognised. No data was changed. Save it as .xlsx or .csv and import again.',
  },
  'E-IMPORT-DAMAGED': {
    id: 'Berkas {file} tidak dapat dibaca. Tidak ada data yang diubah. Simpan ulang sebagai .xlsx, lalu pilih lagi.',
    en: 'The file {file} cannot be read. No data was changed. Save it as .xlsx once more, then choose it again.',
  },
  'E-IMPORT-SHEET': {
    id: 'Tidak ada lembar yang dikenali di {file}. Tidak ada data yang diubah. Pilih jenis lembar dan pasangkan kolomnya sendiri.',
    en: 'No sheet of {file} was recognised. No data was changed. Choose the kind of sheet and match its columns by hand.',
  },
  'E-IMPORT-OPEN': {
    id: 'Masih ada {count} hal yang ditolak atau belum dijawab. Tidak ada data yang diubah. Jawab atau sisihkan semuanya dahulu.',
    en: 'Some points are still refused or unanswered ({count}). No data was changed. Answer each of them or set it aside first.',
  },
  'E-IMPORT-STALE': {
    id: 'Pratinjau impor sudah tidak berlaku karena data berubah. Tidak ada data yang diubah. Baca lagi berkasnya.',
    en: 'The import preview is no longer valid because the data changed. No data was changed. Read the file again.',
  },
  'E-STATS-COLUMN': {
    id: 'Kolom “{column}” tidak ada dalam tabel. Kolom yang ada: {columns}. Perbaiki nama kolomnya, lalu ulangi.',
    en: 'The table has no column “{column}”. Its columns: {columns}. Correct the column name and try again.',
  },
  'E-STATS-NUMBER': {
    id: 'Kolom “{column}”, baris {row}: “{value}” tidak dapat dipakai sebagai angka di sini. Perbaiki selnya, atau kosongkan bila nilainya tidak ada.',
    en: 'Column “{column}”, row {row}: “{value}” cannot be used as a figure here. Correct the cell, or leave it empty if there is no value.',
  },
  'E-STATS-EMPTY': {
    id: 'Tabel {file} tidak berisi baris di bawah judul kolomnya. Simpan tabel dengan satu baris judul dan isinya, lalu ulangi.',
    en: 'The table {file} has no rows below its headings. Save it with one row of headings and its content, and try again.',
  },
  'E-STATS-FORMULA': {
    id: 'Rumus tidak dapat dibaca pada “{part}”. Gunakan nama kolom, +, -, :, *, 0, 1, factor(…), dan kurung seperti (x | g); nama dengan spasi ditulis di antara tanda `.',
    en: 'The formula cannot be read at “{part}”. Use column names, +, -, :, *, 0, 1, factor(…) and brackets such as (x | g); put names with spaces between ` signs.',
  },
  'E-STATS-FUNCTION': {
    id: 'Fungsi “{name}” tidak tersedia dalam rumus. Hitung dahulu kolomnya di berkas, lalu sebut nama kolom itu; yang tersedia hanya factor(…).',
    en: 'The function “{name}” is not available in a formula. Compute the column in the file first and name it; only factor(…) is understood.',
  },
  'E-STATS-RESPONSE': {
    id: 'Rumus dimulai dengan “{part}”, bukan dengan kolom nilai dan tanda ~. Tulis misalnya: nilai ~ capaian + (1 | atasan).',
    en: 'The formula begins with “{part}” instead of the column of scores and a ~. Write for example: score ~ index + (1 | supervisor).',
  },
  'E-STATS-GROUPING': {
    id: 'Rumus belum menyebut kelompok. Tambahkan kurung seperti (1 | atasan).',
    en: 'The formula names no grouping. Add a bracket such as (1 | supervisor).',
  },
  'E-STATS-TWICE': {
    id: 'Di dalam kelompok “{column}” ada kolom yang disebut dua kali. Hapus salah satu kurungnya.',
    en: 'The same column varies twice within the grouping “{column}”. Remove one of the brackets.',
  },
  'E-STATS-SOURCE': {
    id: 'Kolom “{column}” harus berisi 1 (atasan) atau 0 (panel), tetapi baris {row} berisi “{value}”. Perbaiki selnya, lalu ulangi.',
    en: 'Column “{column}” must hold 1 (supervisor) or 0 (panel), but row {row} holds “{value}”. Correct the cell and try again.',
  },
  'E-EXPORT-PATH': {
    id: 'Berkas tidak dapat ditulis ke {path}. Pilih folder lain, atau tutup berkas itu bila sedang terbuka.',
    en: 'The file cannot be written to {path}. Choose another folder, or close the file if it is open.',
  },
  'E-EXPORT-PDF': {
    id: 'PDF tidak dapat dibuat. Data tetap utuh; coba lagi, atau ekspor sebagai DOCX.',
    en: 'The PDF could not be made. The data is intact; try again, or export as DOCX.',
  },
  'E-EXPORT-NOTHING': {
    id: 'Belum ada yang dapat diekspor. Adakan rapat dan catat keputusan dahulu.',
    en: 'There is nothing to export yet. Hold the meeting and record decisions first.',
  },
} as const satisfies ErrorSentencesOf<'IMPORT' | 'STATS' | 'EXPORT'>
