import type { ErrorSentencesOf } from './error-families.ts'

/** When a workspace file cannot be opened, unlocked or saved, or a backup cannot be made or put back. */
export const fileErrors = {
  'E-OPEN-MISSING': {
    id: 'Berkas {path} tidak ditemukan, atau Anda tidak berhak membacanya. Periksa lokasi dan izinnya, atau pilih berkas lain.',
    en: 'The file {path} was not found, or you may not read it. Check where it is and its permissions, or choose another file.',
  },
  'E-OPEN-EMPTY': {
    id: 'Berkas {path} kosong. Ini bukan ruang kerja baru; cari salinan cadangan.',
    en: 'The file {path} is empty. It is not a new workspace; look for a backup.',
  },
  'E-OPEN-FOREIGN': {
    id: 'Berkas {path} bukan ruang kerja Timbang dan tidak diubah. Pilih berkas berakhiran .timbang.',
    en: 'The file {path} is not a Timbang workspace and was left untouched. Choose a file ending in .timbang.',
  },
  'E-OPEN-DAMAGED': {
    id: 'Berkas {path} rusak dan tidak diubah. Periksa apa yang masih terbaca, lalu pulihkan dari salinan cadangan.',
    en: 'The file {path} is damaged and was left untouched. See what can still be read, then restore a backup.',
  },
  'E-OPEN-IO': {
    id: 'Media penyimpanan gagal membaca {path}; berkas tidak diubah. Pasang ulang medianya atau salin berkas ke media lain, lalu buka lagi.',
    en: 'The storage device failed to read {path}; the file was left untouched. Reconnect the device or copy the file to another one, then open it again.',
  },
  'E-OPEN-WAL': {
    id: 'Program SQLite lain telah mengubah cara berkas {path} ditulis; berkas tidak dibuka dan dibiarkan seperti adanya. Tutup program itu, lalu pakai salinan cadangan.',
    en: 'The file {path} was switched to another journal mode by an SQLite program and was left untouched. Close that program, then use a backup.',
  },
  'E-OPEN-NEWER': {
    id: 'Berkas ini dibuat oleh versi Timbang yang lebih baru ({version}) dan tidak diubah. Perbarui aplikasi.',
    en: 'This file was made by a newer version of Timbang ({version}) and was left untouched. Update the app.',
  },
  'E-OPEN-SCHEMA': {
    id: 'Struktur berkas {path} tidak dikenal atau telah diubah, jadi berkas tidak dibuka untuk dikerjakan dan tetap utuh. Periksa isinya, lalu gunakan salinan cadangan.',
    en: 'The structure of the file {path} is unknown or was altered, so it was not opened for work and is unchanged. Inspect it, then use a backup.',
  },
  'E-OPEN-LOCKED': {
    id: 'Ruang kerja {path} sedang dibuka di {computer}. Tutup di sana dahulu, lalu buka lagi; sementara itu Anda dapat membukanya hanya untuk dibaca.',
    en: 'The workspace {path} is open on {computer}. Close it there first, then open it again; meanwhile you can open it for reading only.',
  },
  'E-OPEN-EXISTS': {
    id: 'Sudah ada berkas di {path}. Berkas itu tidak ditimpa; pilih nama lain.',
    en: 'There is already a file at {path}. It was not overwritten; choose another name.',
  },
  'E-OPEN-NONE': {
    id: 'Belum ada ruang kerja yang dibuka. Buka atau buat ruang kerja dahulu.',
    en: 'No workspace is open. Open or create one first.',
  },
  'E-OPEN-ENCRYPTED': {
    id: 'Berkas {path} tersandi. Masukkan frasa sandi atau kunci pemulihannya untuk membukanya.',
    en: 'The file {path} is encrypted. Enter its passphrase or recovery key to open it.',
  },
  'E-OPEN-PASS': {
    id: 'Frasa sandi atau kunci pemulihan salah, dan tidak ada yang berubah. Sisa percobaan: {tries}. Periksa huruf besar dan ejaannya, lalu coba lagi.',
    en: 'The passphrase or recovery key is wrong, and nothing has changed. Tries left: {tries}. Check capital letters and spelling, then try again.',
  },
  'E-OPEN-WAIT': {
    id: 'Terlalu banyak frasa sandi yang salah. Berkas tetap utuh; tunggu {seconds} detik, lalu coba lagi.',
    en: 'Too many wrong passphrases. The file is untouched; wait {seconds} seconds, then try again.',
  },
  'E-OPEN-MIGRATION': {
    id: 'Berkas {path} berasal dari versi lama dan gagal disesuaikan. Berkas itu tetap seperti semula dan salinannya sudah dibuat. Laporkan hal ini, dan sementara ini buka berkas itu dengan versi lama.',
    en: 'The file {path} comes from an older version and could not be brought up to date. It is as it was, and a copy of it was kept. Report this, and open the file with the older version for now.',
  },
  'E-KEY-TYPING': {
    id: 'Kelompok ke-{group} pada kunci pemulihan salah ketik. Cocokkan dengan lembar cetaknya, lalu ketik lagi.',
    en: 'Group {group} of the recovery key is mistyped. Compare it with the printed sheet and type it again.',
  },
  'E-KEY-SHORT': {
    id: 'Frasa sandi terlalu pendek. Pakai sedikitnya {minimum} karakter, misalnya enam kata.',
    en: 'The passphrase is too short. Use at least {minimum} characters, for example six words.',
  },
  'E-SAVE-FULL': {
    id: 'Penyimpanan penuh. Perubahan terakhir belum tersimpan; berkas lama tetap utuh. Kosongkan ruang, lalu ulangi.',
    en: 'The disk is full. The last change is not saved; the file is intact. Free some space, then try again.',
  },
  'E-SAVE-IO': {
    id: 'Media penyimpanan gagal menulis. Jangan matikan laptop; simpan salinan ke lokasi lain sekarang.',
    en: 'The storage device failed to write. Do not switch off; save a copy elsewhere now.',
  },
  'E-SAVE-BUSY': {
    id: 'Berkas sedang dipakai program lain. Perubahan terakhir belum tersimpan; tutup program itu, lalu ulangi.',
    en: 'The file is in use by another program. The last change is not saved; close that program, then try again.',
  },
  'E-SAVE-RO': {
    id: 'Ruang kerja ini hanya dibuka untuk dibaca, atau lokasinya hanya dapat dibaca, jadi perubahan tidak disimpan. Buka lagi untuk diubah, atau simpan salinan di lokasi lain.',
    en: 'This workspace is open for reading only, or its location is read-only, so the change is not saved. Open it for editing, or save a copy elsewhere.',
  },
  'E-SAVE-REPLACED': {
    id: 'Berkas di lokasi ini telah diganti atau diubah program lain. Perubahan terakhir tidak ditulis; buka lagi berkasnya dan periksa.',
    en: 'The file at this location was replaced or changed by another program. The last change was not written; open the file again and check it.',
  },
  'E-BACKUP-FULL': {
    id: 'Cadangan tidak dibuat karena penyimpanan folder {folder} penuh. Ruang kerja tetap utuh; kosongkan ruang atau pilih folder cadangan lain.',
    en: 'No backup was made because the disk of the folder {folder} is full. The workspace is intact; free some space or choose another backup folder.',
  },
  'E-BACKUP-FOLDER': {
    id: 'Cadangan tidak dibuat karena folder {folder} tidak dapat ditulisi. Ruang kerja tetap utuh; pasang medianya atau pilih folder cadangan lain.',
    en: 'No backup was made because the folder {folder} cannot be written. The workspace is intact; attach the medium or choose another backup folder.',
  },
  'E-BACKUP-VERIFY': {
    id: 'Cadangan di {folder} tidak sama dengan ruang kerja ketika diperiksa, jadi dibuang. Ruang kerja tetap utuh; buat cadangan sekali lagi, sebaiknya di folder lain.',
    en: 'The backup in {folder} was not equal to the workspace when it was checked, so it was discarded. The workspace is intact; make a backup once more, preferably in another folder.',
  },
  'E-BACKUP-MISSING': {
    id: 'Cadangan {file} tidak ada lagi. Tidak ada yang diubah; pilih cadangan lain, atau pasang media tempat cadangan itu disimpan.',
    en: 'The backup {file} is no longer there. Nothing was changed; choose another backup, or attach the medium it is kept on.',
  },
  'E-BACKUP-DAMAGED': {
    id: 'Cadangan {file} rusak atau tidak sama lagi dengan saat dibuat, jadi tidak dipakai. Tidak ada yang diubah; pilih cadangan lain.',
    en: 'The backup {file} is damaged or no longer what it was when it was made, so it is not used. Nothing was changed; choose another backup.',
  },
  'E-BACKUP-TRAIL': {
    id: 'Isi cadangan {file} tidak sesuai dengan jejaknya: ada yang diubah di luar Timbang. Tidak ada yang dipulihkan; pilih cadangan lain.',
    en: 'What the backup {file} holds does not agree with its trail: something was changed outside Timbang. Nothing was restored; choose another backup.',
  },
  'E-BACKUP-OTHER': {
    id: 'Cadangan {file} berasal dari ruang kerja lain, jadi tidak menggantikan berkas ini. Tidak ada yang diubah; pilih cadangan dari ruang kerja ini.',
    en: 'The backup {file} is of another workspace, so it does not replace this file. Nothing was changed; choose a backup of this workspace.',
  },
  'E-BACKUP-MIGRATION': {
    id: 'Berkas ini berasal dari versi lama dan baru disesuaikan sesudah ada cadangannya, tetapi cadangan tidak dapat dibuat di {folder}. Berkas tetap seperti semula; pilih folder cadangan lain atau kosongkan ruang, lalu buka lagi.',
    en: 'This file comes from an older version and is brought up to date only after a backup, but none could be made in {folder}. The file is as it was; choose another backup folder or free some space, then open it again.',
  },
  'E-BACKUP-ASIDE': {
    id: 'Berkas yang ada sekarang ({path}) tidak dapat disimpan dengan nama lain, jadi tidak diganti. Tidak ada yang diubah; periksa hak tulis folder itu, lalu ulangi.',
    en: 'The present file ({path}) could not be kept under another name, so it was not replaced. Nothing was changed; check that its folder can be written, then try again.',
  },
  'E-BACKUP-SIGNIN': {
    id: 'Berkas {file} memiliki pengguna bernama, jadi hanya Ketua atau Sekretaris yang dapat memulihkannya. Tidak ada yang diubah; buka berkas itu, masuk, lalu pulihkan dari menu nama instansi.',
    en: 'The file {file} has named users, so only a chair or secretary can restore it. Nothing was changed; open that file, sign in, then restore from the menu of the agency’s name.',
  },
  'E-BACKUP-PLAIN': {
    id: 'Berkas {file} tersandi, sedangkan cadangan ini tidak, jadi isinya akan dapat dibaca siapa pun. Tidak ada yang diubah; buka dahulu berkas itu dengan frasa sandinya, lalu pulihkan: cadangan akan disandikan dengan kunci yang sama.',
    en: 'The file {file} is encrypted and this backup is not, so anybody could read what is in it. Nothing was changed; open that file with its passphrase first, then restore: the backup will be encrypted with the same key.',
  },
} as const satisfies ErrorSentencesOf<'OPEN' | 'KEY' | 'SAVE' | 'BACKUP'>
