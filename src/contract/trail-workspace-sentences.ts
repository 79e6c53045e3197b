import type { TrailWordsOf } from './trail-words.ts'

/** Of the workspace itself: its file, users, approvals, and what was taken back. */
export const workspaceTrail = {
  'workspace.create': {
    id: { name: 'Ruang kerja dibuat', text: 'Membuat ruang kerja {agency} dengan {units} unit.' },
    en: { name: 'Workspace created', text: 'Created the workspace of {agency} with {units:unit|units}.' },
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
    en: { name: 'PIN changed', text: '{user} changed his or her own PIN.' },
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
  'views.save': {
    id: { name: 'Tampilan tersimpan', text: 'Menyimpan tampilan {view}.' },
    en: { name: 'Saved view', text: 'Saved the view {view}.' },
  },
  'views.remove': {
    id: { name: 'Tampilan dihapus', text: 'Menghapus tampilan {view}.' },
    en: { name: 'View removed', text: 'Removed the view {view}.' },
  },
} satisfies TrailWordsOf<'workspace' | 'protection' | 'backups' | 'history' | 'users' | 'approvals' | 'views'>
