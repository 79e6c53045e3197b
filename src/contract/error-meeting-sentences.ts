import type { ErrorSentencesOf } from './error-families.ts'

/** Of a meeting’s cases and of declared relations. */
export const meetingErrors = {
  'E-MEETING-STATE': {
    id: 'Langkah ini tidak dapat dilakukan dalam keadaan “{state}”. Bila rapat sudah ditutup, buka kembali dengan alasan; selain itu, muat ulang layar rapat.',
    en: 'This step is not possible in the state “{state}”. If the meeting is closed, reopen it with a reason; otherwise reload the meeting screen.',
  },
  'E-MEETING-DECIDED': {
    id: 'Kasus ini sudah diputuskan. Bila perlu dibahas lagi, batalkan keputusannya dahulu.',
    en: 'This case has already been decided. If it must be discussed again, take the decision back first.',
  },
  'E-RELATION-SELF': {
    id: 'Hubungan dengan diri sendiri tidak perlu dinyatakan: tidak seorang pun menangani kasusnya sendiri. Pilih pegawai lain.',
    en: 'A relation with oneself needs no declaration: nobody handles his or her own case. Choose another employee.',
  },
  'E-RELATION-REMARK': {
    id: 'Hubungan “lainnya” belum dijelaskan. Isi keterangan singkat tentang hubungan itu.',
    en: 'The relation “other” is not explained yet. Enter a short explanation of the relation.',
  },
  'E-RELATION-DATE': {
    id: 'Tanggal pernyataan tidak boleh sesudah hari ini. Periksa tanggalnya.',
    en: 'The date of the declaration cannot be later than today. Check the date.',
  },
  'E-RELATION-TWICE': {
    id: 'Hubungan ini sudah dicatat. Ubah pernyataan yang sudah ada.',
    en: 'This relation is already on record. Change the declaration that is there.',
  },
  'E-RELATION-WITHDRAWN': {
    id: 'Pernyataan ini sudah dicabut dan tidak dapat diubah. Catat pernyataan baru bila hubungannya masih ada.',
    en: 'This declaration was withdrawn and cannot be changed. Record a new one if the relation still exists.',
  },
  'E-RELATION-STATED': {
    id: 'Pernyataan {name} untuk periode ini sudah dicatat. Bila perlu dicatat ulang, hapus dahulu pernyataan itu.',
    en: 'The statement of {name} for this period is already on record. If it must be recorded anew, remove it first.',
  },
  'E-RELATION-NOT-DUE': {
    id: 'Peserta ini tidak perlu mengundurkan diri dari pokok bahasan tersebut, jadi tidak ada alasan yang perlu dicatat. Muat ulang layar rapat.',
    en: 'This participant does not have to step back from that case, so there is no reason to record. Reload the meeting screen.',
  },
  'E-RELATION-OWN': {
    id: 'Alasan untuk tetap ikut tidak dapat dicatat oleh yang bersangkutan sendiri. Minta Ketua lain, atau catat pengunduran dirinya.',
    en: 'The person concerned cannot record the reason for staying. Ask another chair, or record the recusal.',
  },
} as const satisfies ErrorSentencesOf<'MEETING' | 'RELATION'>
