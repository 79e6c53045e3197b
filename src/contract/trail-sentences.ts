import type { z } from '#domain/zod.ts'
import { dutyWords } from './duty-words.ts'
import type { trailEntry } from './session.ts'

type Locale = 'id' | 'en'
type Entry = Pick<z.infer<typeof trailEntry>, 'command' | 'summary'>

interface Words {
  /** What such an entry is, without its values: for the filter. */
  readonly name: string
  /**
   * The sentence; `{value}` stands for a value of the entry's summary, `{count:case|cases}` for a figure and its noun.
   * Of several, the first whose values are all there.
   */
  readonly text: string | readonly string[]
}

/** What a command says of itself in the trail, in both languages, by the name it is written under. */
export const trailWords: Readonly<Record<string, Readonly<Record<Locale, Words>>>> = {
  'workspace.create': {
    id: { name: 'Ruang kerja dibuat', text: 'Membuat ruang kerja {agency} dengan {units} unit.' },
    en: { name: 'Workspace created', text: 'Created the workspace of {agency} with {units:unit|units}.' },
  },
  'example.addPeriod': {
    id: { name: 'Periode contoh', text: 'Mengisi data contoh {period} untuk {employees} pegawai.' },
    en: { name: 'Example period', text: 'Filled in example data of {period} for {employees:employee|employees}.' },
  },
  'example.addPanel': {
    id: { name: 'Panel contoh', text: 'Mengisi {scores} penilaian panel contoh {period} untuk {dossiers} berkas.' },
    en: { name: 'Example panel', text: 'Filled in {scores} panel ratings of {dossiers:dossier|dossiers} in {period}.' },
  },
  'protection.add': {
    id: { name: 'Berkas disandikan', text: 'Menyandikan berkas ruang kerja.' },
    en: { name: 'File encrypted', text: 'Encrypted the workspace file.' },
  },
  'protection.changePassphrase': {
    id: { name: 'Frasa sandi diganti', text: 'Mengganti frasa sandi berkas.' },
    en: { name: 'Passphrase changed', text: 'Changed the passphrase of the file.' },
  },
  'protection.setRecoveryKey': {
    id: { name: 'Kunci pemulihan dibuat', text: 'Membuat kunci pemulihan baru; yang lama tidak berlaku lagi.' },
    en: { name: 'Recovery key made', text: 'Made a new recovery key; an earlier one no longer works.' },
  },
  'protection.removeRecoveryKey': {
    id: { name: 'Kunci pemulihan dicabut', text: 'Mencabut kunci pemulihan.' },
    en: { name: 'Recovery key withdrawn', text: 'Withdrew the recovery key.' },
  },
  'protection.remove': {
    id: { name: 'Penyandian dihapus', text: 'Menghapus penyandian berkas; berkas kini dapat dibaca siapa pun.' },
    en: { name: 'Encryption removed', text: 'Removed the encryption of the file; anybody can read it now.' },
  },
  'protection.plainCopy': {
    id: { name: 'Salinan tanpa sandi', text: 'Meminta salinan tanpa sandi di {file}.' },
    en: { name: 'Plain copy', text: 'Asked for a copy without encryption at {file}.' },
  },
  'workspace.updateAgency': {
    id: { name: 'Data instansi', text: 'Mengubah data instansi {agency}.' },
    en: { name: 'Agency data', text: 'Changed the data of {agency}.' },
  },
  'workspace.updateUnits': {
    id: { name: 'Susunan unit', text: 'Mengubah susunan unit; kini {units} unit.' },
    en: { name: 'Unit tree', text: 'Changed the unit tree; now {units:unit|units}.' },
  },
  'workspace.addPeriod': {
    id: { name: 'Periode baru', text: 'Membuka periode {period}.' },
    en: { name: 'New period', text: 'Opened the period {period}.' },
  },
  'import.commit': {
    id: { name: 'Impor', text: 'Mengimpor {files}: {rows} baris diambil, {employees} pegawai baru.' },
    en: { name: 'Import', text: 'Imported {files}: {rows:row|rows} taken, {employees:new employee|new employees}.' },
  },
  'organisation.setResult': {
    id: {
      name: 'Capaian organisasi',
      text: 'Mencatat capaian kinerja organisasi {period} pada {units} unit: {predicate}.',
    },
    en: {
      name: 'Organisation result',
      text: 'Recorded the organisation predicate of {units:unit|units} in {period}: {predicate}.',
    },
  },
  'organisation.saveIndicator': {
    id: { name: 'Indikator kinerja utama', text: 'Menyimpan indikator {indicator} dari {unit}.' },
    en: { name: 'Key indicator', text: 'Saved the indicator {indicator} of {unit}.' },
  },
  'organisation.removeIndicator': {
    id: { name: 'Indikator dihapus', text: 'Menghapus indikator {indicator} dari {unit}.' },
    en: { name: 'Indicator removed', text: 'Removed the indicator {indicator} of {unit}.' },
  },
  'organisation.setPatternReason': {
    id: { name: 'Alasan pola distribusi', text: 'Mencatat alasan pola distribusi {unit}, {period}.' },
    en: { name: 'Pattern reason', text: 'Recorded the reason for the pattern of {unit}, {period}.' },
  },
  'organisation.setRulePacks': {
    id: { name: 'Paket aturan', text: 'Mengubah paket aturan {period}: {packs}.' },
    en: { name: 'Rule packs', text: 'Changed the rule packs of {period}: {packs}.' },
  },
  'organisation.setScoring': {
    id: { name: 'Ketentuan penilaian', text: 'Mengubah ketentuan penilaian {period}.' },
    en: { name: 'Scoring conventions', text: 'Changed the scoring conventions of {period}.' },
  },
  'organisation.setStage': {
    id: {
      name: 'Tahap periode',
      text: ['Memindahkan {period} ke tahap {stage}, disetujui {approver}.', 'Memindahkan {period} ke tahap {stage}.'],
    },
    en: {
      name: 'Stage of the period',
      text: ['Moved {period} to the stage {stage}, approved by {approver}.', 'Moved {period} to the stage {stage}.'],
    },
  },
  'organisation.setWindow': {
    id: { name: 'Jendela evaluasi', text: 'Mengubah jendela evaluasi {period}.' },
    en: { name: 'Evaluation window', text: 'Changed the evaluation window of {period}.' },
  },
  'staff.recordCells': {
    id: {
      name: 'Sel pegawai',
      text: ['Mengisi {cells} sel {employee}, {period}.', 'Mengisi {cells} sel untuk {employees} pegawai, {period}.'],
    },
    en: {
      name: 'Staff cells',
      text: [
        'Filled in {cells:cell|cells} of {employee}, {period}.',
        'Filled in {cells:cell|cells} of {employees:employee|employees}, {period}.',
      ],
    },
  },
  'staff.add': {
    id: { name: 'Pegawai baru', text: 'Menambahkan {employee} ke {period}.' },
    en: { name: 'New employee', text: 'Added {employee} to {period}.' },
  },
  'staff.remove': {
    id: { name: 'Pegawai dikeluarkan', text: 'Mengeluarkan {employees} pegawai dari {period}.' },
    en: { name: 'Employees removed', text: 'Removed {employees:employee|employees} from {period}.' },
  },
  'staff.setSupervisor': {
    id: {
      name: 'Pejabat penilai',
      text: [
        'Menetapkan {supervisor} sebagai penilai {employees} pegawai, {period}, sejak {since} ({moved}).',
        'Menetapkan {supervisor} sebagai penilai {employees} pegawai, {period}.',
      ],
    },
    en: {
      name: 'Supervisor',
      text: [
        'Made {supervisor} the supervisor of {employees:employee|employees}, {period}, from {since} ({moved}).',
        'Made {supervisor} the supervisor of {employees:employee|employees}, {period}.',
      ],
    },
  },
  'views.save': {
    id: { name: 'Tampilan tersimpan', text: 'Menyimpan tampilan {view}.' },
    en: { name: 'Saved view', text: 'Saved the view {view}.' },
  },
  'views.remove': {
    id: { name: 'Tampilan dihapus', text: 'Menghapus tampilan {view}.' },
    en: { name: 'View removed', text: 'Removed the view {view}.' },
  },
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
  'calibration.store': {
    id: {
      name: 'Kalibrasi dihitung',
      text: 'Menyimpan hitungan kalibrasi {period}: {people} nilai, model {model}, sidik masukan {hash}.',
    },
    en: {
      name: 'Calibration computed',
      text: 'Stored the calibration of {period}: {people:score|scores}, model {model}, hash of the inputs {hash}.',
    },
  },
  'calibration.apply': {
    id: {
      name: 'Pilihan kalibrasi ditetapkan',
      text: 'Menetapkan pilihan kalibrasi {period} dan menyimpan hitungannya: {people} nilai, model {model}, sidik masukan {hash}.',
    },
    en: {
      name: 'Calibration choices set',
      text: 'Set the choices of the calibration of {period} and stored it: {people:score|scores}, model {model}, hash of the inputs {hash}.',
    },
  },
  'calibration.toAgenda': {
    id: {
      name: 'Kasus dibawa ke rapat',
      text: 'Membawa {count} kasus dari kalibrasi ke pokok bahasan “{meeting}”.',
    },
    en: {
      name: 'Cases brought to a meeting',
      text: 'Brought {count:case|cases} from the calibration to the agenda of “{meeting}”.',
    },
  },
  'meetings.setTrack': {
    id: { name: 'Jalur kasus', text: 'Memindahkan jalur kasus {employee} pada “{meeting}”.' },
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
    en: { name: 'Decision revoked', text: 'Revoked the decision on {employee} at “{meeting}”.' },
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
  'panel.addPanelist': {
    id: { name: 'Panelis', text: 'Menambahkan {panelist} ke panel {period}.' },
    en: { name: 'Panelist', text: 'Added {panelist} to the panel of {period}.' },
  },
  'panel.removePanelist': {
    id: { name: 'Panelis dikeluarkan', text: 'Mengeluarkan {panelist} dari panel {period}.' },
    en: { name: 'Panelist taken out', text: 'Took {panelist} out of the panel of {period}.' },
  },
  'panel.draw': {
    id: {
      name: 'Undian sampel panel',
      text: 'Mengundi {dossiers} berkas untuk {panelists} panelis pada {period} (angka awal {seed}).',
    },
    en: {
      name: 'Draw of the panel',
      text: 'Drew {dossiers:dossier|dossiers} for {panelists:panelist|panelists} in {period} (seed {seed}).',
    },
  },
  'panel.withdraw': {
    id: { name: 'Undian dibatalkan', text: 'Membatalkan undian panel {period}: {dossiers} berkas, {scores} nilai.' },
    en: {
      name: 'Draw withdrawn',
      text: 'Withdrew the draw of {period}: {dossiers:dossier|dossiers}, {scores:score|scores}.',
    },
  },
  'panel.giveScore': {
    id: { name: 'Nilai panel', text: '{panelist} menilai berkas {code}.' },
    en: { name: 'Panel score', text: '{panelist} scored dossier {code}.' },
  },
  'panel.issueBallot': {
    id: { name: 'Surat penilaian dibagikan', text: 'Membagikan surat penilaian {panelist}, {dossiers} berkas.' },
    en: { name: 'Ballot handed out', text: 'Handed out the ballot of {panelist}, {dossiers:dossier|dossiers}.' },
  },
  'panel.mergeBallots': {
    id: {
      name: 'Surat penilaian digabungkan',
      text: 'Mengambil {scores} nilai dari {ballots} surat penilaian pada {period}.',
    },
    en: { name: 'Ballots merged', text: 'Took {scores:score|scores} from {ballots:ballot|ballots} in {period}.' },
  },
  'panel.saveCommonCase': {
    id: { name: 'Kasus bersama', text: 'Menyimpan kasus bersama {case} pada {period}.' },
    en: { name: 'Common case', text: 'Saved the common case {case} of {period}.' },
  },
  'panel.removeCommonCase': {
    id: { name: 'Kasus bersama dihapus', text: 'Menghapus kasus bersama {case} pada {period}.' },
    en: { name: 'Common case removed', text: 'Removed the common case {case} of {period}.' },
  },
  'panel.scoreCommonCases': {
    id: { name: 'Nilai kasus bersama', text: '{supervisor} menilai {count} kasus bersama pada {period}.' },
    en: { name: 'Scores of common cases', text: '{supervisor} scored {count:common case|common cases} in {period}.' },
  },
  'followUps.save': {
    id: { name: 'Tindak lanjut', text: 'Menyimpan tindak lanjut: {task}' },
    en: { name: 'Follow-up', text: 'Saved the follow-up: {task}' },
  },
  'followUps.remove': {
    id: { name: 'Tindak lanjut dihapus', text: 'Menghapus tindak lanjut: {task}' },
    en: { name: 'Follow-up removed', text: 'Removed the follow-up: {task}' },
  },
  'users.add': {
    id: {
      name: 'Pengguna baru',
      text: [
        'Menetapkan {user} sebagai pengguna dengan tugas {duty}, disetujui {approver}.',
        'Menetapkan {user} sebagai pengguna dengan tugas {duty}.',
      ],
    },
    en: {
      name: 'User named',
      text: [
        'Named {user} a user with the duty {duty}, approved by {approver}.',
        'Named {user} a user with the duty {duty}.',
      ],
    },
  },
  'users.change': {
    id: {
      name: 'Tugas pengguna',
      text: [
        'Mengubah pengguna {user}: {active}, tugas {duty}; disetujui {approver}.',
        'Mengubah tugas {user} dari {formerDuty} menjadi {duty} dengan nama {renamed}, disetujui {approver}.',
        'Mengubah tugas {user} dari {formerDuty} menjadi {duty}, disetujui {approver}.',
        'Mengubah nama pengguna {user} menjadi {renamed}, disetujui {approver}.',
        'Mengubah data pengguna {user}, disetujui {approver}.',
      ],
    },
    en: {
      name: 'Duty of a user',
      text: [
        'Changed the user {user}: {active}, duty {duty}; approved by {approver}.',
        'Changed the duty of {user} from {formerDuty} to {duty}, now named {renamed}, approved by {approver}.',
        'Changed the duty of {user} from {formerDuty} to {duty}, approved by {approver}.',
        'Renamed the user {user} to {renamed}, approved by {approver}.',
        'Changed the data of the user {user}, approved by {approver}.',
      ],
    },
  },
  'users.changePin': {
    id: { name: 'PIN diganti', text: '{user} mengganti PIN-nya sendiri.' },
    en: { name: 'PIN changed', text: '{user} changed the own PIN.' },
  },
  'users.givePin': {
    id: { name: 'PIN baru diberikan', text: 'Memberi {user} PIN baru, disetujui {approver}.' },
    en: { name: 'New PIN given', text: 'Gave {user} a new PIN, approved by {approver}.' },
  },
  'users.resetByPassphrase': {
    id: { name: 'PIN Ketua diatur ulang', text: 'PIN Ketua {user} diatur ulang dengan kunci berkas.' },
    en: { name: 'Chair’s PIN reset', text: 'The PIN of the chair {user} was reset with the key of the file.' },
  },
  'users.resetByHolder': {
    id: { name: 'Pengaturan ulang darurat', text: 'DARURAT: PIN Ketua {user} diatur ulang oleh pemegang berkas.' },
    en: {
      name: 'Emergency reset',
      text: 'EMERGENCY: the PIN of the chair {user} was reset by the holder of the file.',
    },
  },
  'approvals.approveResults': {
    id: { name: 'Hasil disetujui', text: '{approver} menyetujui hasil rapat “{meeting}”.' },
    en: { name: 'Results approved', text: '{approver} approved the results of the meeting “{meeting}”.' },
  },
  'backups.restore': {
    id: {
      name: 'Pemulihan cadangan',
      text: [
        'Memulihkan cadangan {copy} ({entries} entri); berkas sebelumnya, {replaced} entri, disimpan sebagai {aside}.',
        'Memulihkan cadangan {copy} ({entries} entri); berkas sebelumnya, yang tidak terbaca, disimpan sebagai {aside}.',
        'Memulihkan cadangan {copy} ({entries} entri); tidak ada berkas sebelumnya.',
      ],
    },
    en: {
      name: 'Backup restored',
      text: [
        'Restored the backup {copy} ({entries:entry|entries}); the file before it, {replaced:entry|entries}, was kept as {aside}.',
        'Restored the backup {copy} ({entries:entry|entries}); the file before it, which could not be read, was kept as {aside}.',
        'Restored the backup {copy} ({entries:entry|entries}); there was no file before it.',
      ],
    },
  },
  'history.undo': {
    id: { name: 'Pengurungan', text: 'Mengurungkan: {before}' },
    en: { name: 'Undo', text: 'Took back: {before}' },
  },
  'history.redo': {
    id: { name: 'Pengulangan', text: 'Mengulangi: {before}' },
    en: { name: 'Redo', text: 'Did again: {before}' },
  },
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
const codeWords: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
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
