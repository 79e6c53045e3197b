import type { TrailWordsOf } from './trail-words.ts'

/** Of meetings, declared relations and follow-ups. */
export const meetingTrail = {
  'meetings.create': {
    id: { name: 'Rapat dibuat', text: 'Menjadwalkan rapat “{meeting}” untuk {period}.' },
    en: { name: 'Meeting created', text: 'Planned the meeting “{meeting}” for {period}.' },
  },
  'meetings.update': {
    id: { name: 'Data rapat', text: 'Mengubah data rapat “{meeting}”.' },
    en: { name: 'Meeting data', text: 'Changed the data of the meeting “{meeting}”.' },
  },
  'meetings.remove': {
    id: { name: 'Rapat dihapus', text: 'Menghapus rapat “{meeting}”.' },
    en: { name: 'Meeting removed', text: 'Removed the meeting “{meeting}”.' },
  },
  'meetings.open': {
    id: { name: 'Rapat dibuka', text: 'Membuka rapat “{meeting}”.' },
    en: { name: 'Meeting opened', text: 'Opened the meeting “{meeting}”.' },
  },
  'meetings.close': {
    id: {
      name: 'Rapat ditutup',
      text: ['Menutup rapat “{meeting}”, disetujui {approver}.', 'Menutup rapat “{meeting}”.'],
    },
    en: {
      name: 'Meeting closed',
      text: ['Closed the meeting “{meeting}”, approved by {approver}.', 'Closed the meeting “{meeting}”.'],
    },
  },
  'meetings.reopen': {
    id: {
      name: 'Rapat dibuka kembali',
      text: ['Membuka kembali rapat “{meeting}”, disetujui {approver}.', 'Membuka kembali rapat “{meeting}”.'],
    },
    en: {
      name: 'Meeting reopened',
      text: ['Reopened the meeting “{meeting}”, approved by {approver}.', 'Reopened the meeting “{meeting}”.'],
    },
  },
  'meetings.proposeAgenda': {
    id: { name: 'Usulan pokok bahasan', text: 'Menyusun pokok bahasan “{meeting}”.' },
    en: { name: 'Proposed agenda', text: 'Drew up the agenda of “{meeting}”.' },
  },
  'meetings.addToAgenda': {
    id: { name: 'Pokok bahasan ditambah', text: 'Menambahkan {count} kasus ke pokok bahasan “{meeting}”.' },
    en: { name: 'Agenda extended', text: 'Added {count:case|cases} to the agenda of “{meeting}”.' },
  },
  'meetings.setTrack': {
    id: { name: 'Jalur kasus', text: 'Memindahkan kasus {employee} ke jalur lain pada “{meeting}”.' },
    en: { name: 'Track of a case', text: 'Moved the case of {employee} to another track of “{meeting}”.' },
  },
  'meetings.moveItem': {
    id: { name: 'Urutan pokok bahasan', text: 'Mengubah urutan pokok bahasan “{meeting}”.' },
    en: { name: 'Order of the agenda', text: 'Changed the order of the agenda of “{meeting}”.' },
  },
  'meetings.saveParticipant': {
    id: { name: 'Peserta rapat', text: 'Menyimpan {participant} sebagai peserta “{meeting}”.' },
    en: { name: 'Participant', text: 'Saved {participant} as a participant of “{meeting}”.' },
  },
  'meetings.removeParticipant': {
    id: { name: 'Peserta dikeluarkan', text: 'Mengeluarkan {participant} dari peserta “{meeting}”.' },
    en: { name: 'Participant removed', text: 'Removed {participant} from the participants of “{meeting}”.' },
  },
  'meetings.setAttendance': {
    id: { name: 'Kehadiran', text: 'Mencatat {count} peserta {attendance} pada “{meeting}”.' },
    en: { name: 'Attendance', text: 'Recorded {count:participant|participants} as {attendance} at “{meeting}”.' },
  },
  'meetings.startCase': {
    id: { name: 'Kasus dibahas', text: 'Mulai membahas {employee} pada “{meeting}”.' },
    en: { name: 'Case taken up', text: 'Took up the case of {employee} at “{meeting}”.' },
  },
  'meetings.openScores': {
    id: { name: 'Nilai dibuka', text: 'Membuka nilai {employee} pada “{meeting}”.' },
    en: { name: 'Scores opened', text: 'Opened the scores of {employee} at “{meeting}”.' },
  },
  'meetings.defer': {
    id: { name: 'Kasus ditunda', text: 'Menunda kasus {employee} pada “{meeting}”.' },
    en: { name: 'Case deferred', text: 'Deferred the case of {employee} at “{meeting}”.' },
  },
  'meetings.recuse': {
    id: { name: 'Pengunduran diri', text: '{participant} mengundurkan diri dari kasus {employee}.' },
    en: { name: 'Recusal', text: '{participant} withdrew from the case of {employee}.' },
  },
  'meetings.unrecuse': {
    id: { name: 'Pengunduran diri ditarik', text: 'Menarik pengunduran diri pada kasus {employee}.' },
    en: { name: 'Recusal withdrawn', text: 'Took back a recusal from the case of {employee}.' },
  },
  'meetings.recordOpinions': {
    id: { name: 'Pendapat peserta', text: 'Mencatat {count} pendapat tentang {employee}.' },
    en: { name: 'Opinions', text: 'Recorded {count:opinion|opinions} about {employee}.' },
  },
  'meetings.decide': {
    id: { name: 'Keputusan', text: 'Memutuskan kasus {employee} pada “{meeting}”: {outcome}.' },
    en: { name: 'Decision', text: 'Decided the case of {employee} at “{meeting}”: {outcome}.' },
  },
  'meetings.decideConsentList': {
    id: { name: 'Daftar persetujuan', text: 'Menetapkan {count} kasus daftar persetujuan “{meeting}”.' },
    en: { name: 'Consent list', text: 'Settled {count:case|cases} of the consent list of “{meeting}”.' },
  },
  'meetings.revokeDecision': {
    id: { name: 'Keputusan dibatalkan', text: 'Membatalkan keputusan kasus {employee} pada “{meeting}”.' },
    en: { name: 'Decision taken back', text: 'Took back the decision on {employee} at “{meeting}”.' },
  },
  'meetings.setConsent': {
    id: { name: 'Persetujuan penilai', text: 'Mencatat persetujuan penilai atas kasus {employee}: {consent}.' },
    en: { name: 'Supervisor’s consent', text: 'Recorded the supervisor’s consent on {employee}: {consent}.' },
  },
  'meetings.saveNote': {
    id: { name: 'Catatan rapat', text: 'Menulis catatan rapat “{meeting}”.' },
    en: { name: 'Note', text: 'Wrote a note of the meeting “{meeting}”.' },
  },
  'meetings.removeNote': {
    id: { name: 'Catatan dihapus', text: 'Menghapus catatan rapat “{meeting}”.' },
    en: { name: 'Note removed', text: 'Removed a note of the meeting “{meeting}”.' },
  },
  'relations.declare': {
    id: { name: 'Hubungan dinyatakan', text: 'Mencatat satu hubungan yang dinyatakan.' },
    en: { name: 'Relation declared', text: 'Recorded a declared relation.' },
  },
  'relations.change': {
    id: { name: 'Pernyataan hubungan diubah', text: 'Mengubah satu pernyataan hubungan.' },
    en: { name: 'Declaration changed', text: 'Changed a declared relation.' },
  },
  'relations.withdraw': {
    id: { name: 'Pernyataan hubungan dicabut', text: 'Mencabut satu pernyataan hubungan.' },
    en: { name: 'Declaration withdrawn', text: 'Withdrew a declared relation.' },
  },
  'relations.receiveStatement': {
    id: { name: 'Surat pernyataan diterima', text: 'Mencatat penerimaan satu surat pernyataan hubungan.' },
    en: { name: 'Statement received', text: 'Recorded a statement of relations as received.' },
  },
  'relations.removeStatement': {
    id: { name: 'Catatan penerimaan dihapus', text: 'Menghapus catatan penerimaan satu surat pernyataan hubungan.' },
    en: { name: 'Receipt removed', text: 'Removed the receipt of a statement of relations.' },
  },
  'relations.recuse': {
    id: {
      name: 'Pengunduran diri karena benturan kepentingan',
      text: 'Mencatat {count} pengunduran diri karena benturan kepentingan pada “{meeting}”.',
    },
    en: {
      name: 'Recusals for conflict of interest',
      text: 'Recorded {count:recusal|recusals} for conflict of interest at “{meeting}”.',
    },
  },
  'relations.waive': {
    id: { name: 'Alasan tetap ikut', text: 'Mencatat alasan seorang peserta tetap ikut dalam satu pokok bahasan.' },
    en: { name: 'Reason for staying', text: 'Recorded why a participant stays in a case.' },
  },
  'relations.unwaive': {
    id: {
      name: 'Alasan tetap ikut ditarik',
      text: 'Menarik alasan seorang peserta tetap ikut dalam satu pokok bahasan.',
    },
    en: { name: 'Reason for staying taken back', text: 'Took back why a participant stays in a case.' },
  },
  'followUps.save': {
    id: { name: 'Tindak lanjut', text: 'Menyimpan tindak lanjut: {task}' },
    en: { name: 'Follow-up', text: 'Saved the follow-up: {task}' },
  },
  'followUps.remove': {
    id: { name: 'Tindak lanjut dihapus', text: 'Menghapus tindak lanjut: {task}' },
    en: { name: 'Follow-up removed', text: 'Removed the follow-up: {task}' },
  },
} satisfies TrailWordsOf<'meetings' | 'relations' | 'followUps'>
