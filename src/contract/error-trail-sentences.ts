import type { ErrorSentencesOf } from './error-families.ts'

/** Of the trail, its code in the minutes, and undo. */
export const trailErrors = {
  'E-ANCHOR-DIGITS': {
    id: 'Kode jejak terdiri atas 64 angka dan huruf a–f; yang terbaca {found}. Salin lagi kedelapan kelompok dari berita acara.',
    en: 'A trail code has 64 digits and letters a–f; {found} were read. Copy all eight groups from the minutes again.',
  },
  'E-ANCHOR-COUNT': {
    id: 'Jumlah entri belum terbaca. Tulis jumlah itu di belakang kode, dipisahkan titik dua, seperti pada berita acara.',
    en: 'The number of entries could not be read. Write it after the code, separated by a colon, as in the minutes.',
  },
  'E-ANCHOR-CHECK': {
    id: 'Angka periksa tidak cocok: ada huruf atau angka yang salah salin. Bandingkan lagi dengan berita acara.',
    en: 'The check digits do not fit: a letter or digit was copied wrongly. Compare it with the minutes again.',
  },
  'E-AUDIT-BROKEN': {
    id: 'Rantai jejak putus pada entri {entry}. Hasil tidak boleh disahkan. Buka salinan cadangan dan bandingkan.',
    en: 'The chain of the trail breaks at entry {entry}. Results must not be approved. Open a backup and compare.',
  },
  'E-AUDIT-ROWS': {
    id: 'Data berbeda dari yang tercatat pada jejak di {count} tempat. Hasil tidak boleh disahkan. Buka Jejak, periksa rantai, dan bandingkan dengan salinan cadangan.',
    en: 'The data differs from what the trail recorded (places: {count}). Results must not be approved. Open the Trail, verify the chain, and compare with a backup.',
  },
  'E-UNDO-NOTHING': {
    id: 'Sejak berkas dibuka tidak ada langkah yang dapat diurungkan atau diulangi. Perbaiki datanya secara langsung; riwayatnya ada di Jejak.',
    en: 'Since the file was opened there is no step to undo or redo. Correct the data directly; its history stands in the Trail.',
  },
  'E-UNDO-CHANGED': {
    id: 'Langkah ini tidak dapat diurungkan karena datanya sudah berubah lagi. Perbaiki datanya secara langsung.',
    en: 'This step cannot be undone because its data has changed since. Correct the data directly.',
  },
  'E-UNDO-CLOSED': {
    id: 'Rapat sudah ditutup dan tidak dapat dibuka lagi dengan mengurungkan. Buka kembali rapat itu dengan alasan tertulis.',
    en: 'The meeting is closed and cannot be opened again by undoing. Reopen that meeting with a written reason.',
  },
  'E-UNDO-APPROVED': {
    id: 'Langkah ini disetujui Ketua dan tidak dapat diurungkan. Ambil langkah sebaliknya dengan persetujuan Ketua.',
    en: 'The chair approved this step, and it cannot be undone. Take the opposite step with the approval of the chair.',
  },
} as const satisfies ErrorSentencesOf<'ANCHOR' | 'AUDIT' | 'UNDO'>
