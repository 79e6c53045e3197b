import type { ErrorSentencesOf } from './error-families.ts'

/** Of the calibration, the blind panel, its ballots and the common cases. */
export const calibrationErrors = {
  'E-CALIBRATE-EMPTY': {
    id: 'Belum ada pegawai dengan nilai lengkap pada {period}, sehingga tidak ada yang dapat dikalibrasi. Lengkapi nilai dahulu, lalu ulangi.',
    en: 'Nobody has a complete score in {period} yet, so there is nothing to calibrate. Complete the scores first, then try again.',
  },
  'E-CALIBRATE-TEXT': {
    id: 'Hasil kalibrasi {hash} tidak dapat dibaca: isinya hilang atau tidak sama dengan yang tercatat. Periksa berkas ini, lalu pulihkan salinan cadangannya, atau hitung kalibrasi sekali lagi.',
    en: 'The calibration result {hash} cannot be read: it is missing or differs from what was recorded. Check this file, then restore a backup, or compute the calibration again.',
  },
  'E-CALIBRATE-NONE': {
    id: 'Belum ada hitungan kalibrasi yang tersimpan untuk {period}. Hitung kalibrasi dahulu, lalu ulangi.',
    en: 'No calibration of {period} is stored yet. Compute the calibration first, then try again.',
  },
  'E-PANEL-FEW': {
    id: 'Panel baru beranggotakan {count} orang; setiap berkas perlu dinilai sedikitnya {required} panelis agar kemurahan seorang panelis dapat dibedakan dari mutu berkas. Tambahkan panelis.',
    en: 'The panel has too few members so far ({count}); every dossier needs at least {required} panelists, so that a generous panelist can be told from a good dossier. Add panelists.',
  },
  'E-PANEL-DEAL': {
    id: 'Ada berkas yang tidak dapat dibagikan kepada {required} panelis, karena panelis yang lain adalah pegawai itu sendiri atau pejabat penilainya. Tambahkan panelis dari luar tim itu.',
    en: 'Some dossier cannot be given to {required} panelists, because the other panelists are the employee or the supervisor concerned. Add panelists from outside that team.',
  },
  'E-PANEL-UNCONNECTED': {
    id: 'Para panelis terbagi dalam {groups} kelompok tanpa berkas bersama, sehingga tidak dapat dibandingkan. Tambahkan berkas atau kurangi panelis, agar setiap panelis berbagi berkas dengan yang lain.',
    en: 'The panelists fall into {groups} groups that share no dossier, so they cannot be compared. Add dossiers or take fewer panelists, so that every panelist shares some dossiers with the others.',
  },
  'E-PANEL-DRAWN': {
    id: 'Sampel panel periode ini sudah diundi, jadi panelis dan ukurannya tidak berubah lagi. Bila memang harus diubah, batalkan undian dahulu.',
    en: 'The panel’s sample of this period has been drawn, so the panelists and its size stay. If they really have to change, withdraw the draw first.',
  },
  'E-PANEL-NOT-DRAWN': {
    id: 'Sampel panel periode ini belum diundi. Tentukan ukurannya, lalu undi berkas yang akan dinilai.',
    en: 'The panel’s sample of this period has not been drawn yet. Decide its size, then draw the dossiers to be scored.',
  },
  'E-PANEL-SIZE': {
    id: 'Jumlah berkas harus antara 1 dan {people}, yaitu banyaknya pegawai yang mempunyai pejabat penilai pada periode ini. Ubah jumlahnya.',
    en: 'The number of dossiers must lie between 1 and {people}, the number of people rated by a supervisor in this period. Change the number.',
  },
  'E-PANEL-NAME': {
    id: '{name} sudah menjadi panelis pada periode ini. Pilih orang lain.',
    en: '{name} is already a panelist of this period. Choose somebody else.',
  },
  'E-PANEL-USED': {
    id: '{name} sudah mendapat berkas atau memberi nilai, jadi tetap dalam panel. Batalkan undian dahulu bila panel harus diubah.',
    en: '{name} already has dossiers or has given scores, and stays in the panel. If the panel must change, withdraw the draw first.',
  },
  'E-PANEL-PIN': {
    id: '{name} tidak memiliki PIN, sedangkan ruang kerja ini memakai pengguna bernama. Bagikan surat penilaian sebagai berkas, atau jadikan {name} pengguna dengan tugas panelis.',
    en: '{name} has no PIN, and this workspace works with named users. Give {name} a ballot file, or make {name} a user with the duty of panelist.',
  },
  'E-PANEL-CLOSED': {
    id: 'Lembar nilai panelis sudah ditutup; nilai yang tercatat tetap aman. Buka lagi dengan PIN panelis.',
    en: 'The panelist’s sheet has been closed; the scores that were recorded are safe. Open it again with the panelist’s PIN.',
  },
  'E-BALLOT-FORMAT': {
    id: '{file} bukan surat penilaian Timbang dan tidak diambil. Pilih berkas XLSX atau JSON yang dibagikan dari layar Panel.',
    en: '{file} is not a Timbang ballot and was not taken. Choose the XLSX or JSON file handed out from the Panel screen.',
  },
  'E-BALLOT-FOREIGN': {
    id: 'Surat penilaian {file} berasal dari ruang kerja lain dan tidak diambil. Buka ruang kerja asalnya, lalu gabungkan di sana.',
    en: 'The ballot {file} comes from another workspace and was not taken. Open the workspace it came from and merge it there.',
  },
  'E-BALLOT-OLD': {
    id: 'Surat penilaian {file} berasal dari periode lain atau undian yang sudah dibatalkan, dan tidak diambil. Bagikan surat penilaian yang baru.',
    en: 'The ballot {file} belongs to another period or to a draw that was withdrawn, and was not taken. Give the panelist a new one.',
  },
  'E-BALLOT-TAMPERED': {
    id: 'Bagian tetap surat penilaian {file} telah diubah, sehingga segelnya tidak cocok; tidak ada nilai yang diambil. Bagikan surat penilaian yang baru dan minta panelis mengisi kolom nilai saja.',
    en: 'The fixed part of the ballot {file} was altered, so its seal does not match; no score was taken. Hand out a new one and ask the panelist to fill in the score columns only.',
  },
  'E-BALLOT-DUPLICATE': {
    id: 'Surat penilaian {name} dipilih dua kali ({file}); tidak ada yang diambil. Pilih satu saja.',
    en: 'The ballot of {name} was chosen twice ({file}); none was taken. Choose one of them.',
  },
  'E-BALLOT-MERGED': {
    id: 'Surat penilaian {name} ({file}) sudah digabungkan dan tidak diambil lagi. Bila nilainya harus diubah, bagikan surat penilaian yang baru.',
    en: 'The ballot of {name} ({file}) has already been merged and was not taken again. If its scores have to change, give the panelist a new one.',
  },
  'E-BALLOT-CELLS': {
    id: 'Surat penilaian {file} memuat {count} isian yang tidak dapat diambil; tidak ada nilai yang diambil. Perbaiki isian yang disebut, lalu pilih lagi.',
    en: 'Some cells of the ballot {file} cannot be taken ({count}); no score was taken. Correct the cells named, then choose the file again.',
  },
  'E-BALLOT-EMPTY': {
    id: 'Surat penilaian {file} belum berisi nilai. Minta panelis mengisinya dahulu.',
    en: 'The ballot {file} holds no score yet. Ask the panelist to fill it in.',
  },
  'E-BALLOT-STALE': {
    id: 'Isi ruang kerja berubah sejak pratinjau ini; tidak ada yang diambil. Pilih lagi berkas surat penilaian.',
    en: 'The workspace has changed since this preview; nothing was taken. Choose the ballot files again.',
  },
  'E-COMMON-SCORED': {
    id: 'Kasus bersama “{title}” sudah dinilai {count} pejabat penilai, jadi isinya tidak diubah. Tarik dahulu nilai-nilai itu, atau tulis kasus baru.',
    en: 'The common case “{title}” has already been scored (supervisors: {count}), so its words were not changed. Take those scores back first, or write a new case.',
  },
} as const satisfies ErrorSentencesOf<'CALIBRATE' | 'PANEL' | 'BALLOT' | 'COMMON'>
