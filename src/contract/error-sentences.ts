import type { AppErrorCode, AppErrorParams } from '#domain/app-error.ts'
import { dutyList, dutyWords } from './duty-words.ts'

export type Locale = 'id' | 'en'

/** Each refusal in both languages: what happened, what stayed safe, what to do next. Values stand in {braces}. */
export const errorSentences: Readonly<Record<AppErrorCode, Readonly<Record<Locale, string>>>> = {
  'E-OPEN-MISSING': {
    id: 'Berkas {path} tidak ditemukan. Periksa lokasinya atau pilih berkas lain.',
    en: 'The file {path} was not found. Check where it is or choose another file.',
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
    id: 'Berkas {path} sedang dipakai dengan cara lain oleh program SQLite dan tidak diubah. Tutup program itu, lalu pakai salinan cadangan.',
    en: 'The file {path} was switched to another journal mode by an SQLite program and was left untouched. Close that program, then use a backup.',
  },
  'E-OPEN-NEWER': {
    id: 'Berkas dibuat oleh versi Timbang yang lebih baru ({version}) dan tidak diubah. Perbarui aplikasi.',
    en: 'The file was made by a newer version of Timbang ({version}) and was left untouched. Update the app.',
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
    en: 'The passphrase or recovery key is wrong, and nothing has changed. Tries left: {tries}. Check capitals and spelling, then try again.',
  },
  'E-OPEN-WAIT': {
    id: 'Terlalu banyak frasa sandi yang salah. Berkas tetap utuh; coba lagi sesudah {seconds} detik.',
    en: 'Too many wrong passphrases. The file is untouched; try again in {seconds} seconds.',
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
    id: 'Ruang kerja ini hanya dibuka untuk dibaca, atau lokasinya hanya dapat dibaca, jadi perubahan tidak disimpan. Buka untuk mengubah, atau simpan salinan di lokasi lain.',
    en: 'This workspace is open for reading only, or its location is read-only, so the change is not saved. Open it for editing, or save a copy elsewhere.',
  },
  'E-SAVE-REPLACED': {
    id: 'Berkas di lokasi ini telah diganti atau diubah program lain. Perubahan terakhir tidak ditulis; buka lagi berkasnya dan periksa.',
    en: 'The file at this location was replaced or changed by another program. The last change was not written; open the file again and check it.',
  },
  'E-OPEN-MIGRATION': {
    id: 'Berkas {path} berasal dari versi lama dan gagal disesuaikan. Berkas itu tetap seperti semula dan salinannya sudah dibuat; laporkan hal ini, dan untuk sementara buka dengan versi lama.',
    en: 'The file {path} comes from an older version and could not be brought up to date. It is as it was, and a copy of it was kept; report this, and open it with the older version for now.',
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
    id: 'Berkas ini dari versi lama dan baru disesuaikan sesudah ada cadangan, tetapi cadangan tidak dapat dibuat di {folder}. Berkas tetap seperti semula; pilih folder cadangan lain atau kosongkan ruang, lalu buka lagi.',
    en: 'This file is of an older version and is brought up to date only after a backup, but none could be made in {folder}. The file is as it was; choose another backup folder or free some space, then open it again.',
  },
  'E-BACKUP-ASIDE': {
    id: 'Berkas yang ada sekarang, {path}, tidak dapat disimpan dengan nama lain, jadi tidak diganti. Tidak ada yang diubah; periksa hak tulis folder itu, lalu ulangi.',
    en: 'The present file, {path}, could not be kept under another name, so it was not replaced. Nothing was changed; check that its folder can be written, then try again.',
  },
  'E-BACKUP-SIGNIN': {
    id: 'Berkas {file} memiliki pengguna bernama, jadi hanya ketua atau sekretaris yang memulihkannya. Tidak ada yang diubah; buka berkas itu, masuk, lalu pulihkan dari menu nama instansi.',
    en: 'The file {file} has named users, so only a chair or secretary restores it. Nothing was changed; open that file, sign in, then restore from the menu of the agency’s name.',
  },
  'E-BACKUP-PLAIN': {
    id: 'Berkas {file} tersandi, cadangan ini tidak, jadi isinya akan terbuka bagi siapa pun. Tidak ada yang diubah; buka dahulu berkas itu dengan frasa sandinya, lalu pulihkan: cadangan disandi dengan kunci yang sama.',
    en: 'The file {file} is encrypted and this backup is not, so anybody could read what is in it. Nothing was changed; open that file with its passphrase first, then restore: the backup is encrypted with the same key.',
  },
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
    en: 'The file {file} cannot be read. No data was changed. Save it again as .xlsx and choose it again.',
  },
  'E-IMPORT-SHEET': {
    id: 'Tidak ada lembar yang dikenali di {file}. Tidak ada data yang diubah. Pilih jenis lembar dan pasangkan kolomnya sendiri.',
    en: 'No sheet of {file} was recognised. No data was changed. Choose the kind of sheet and match its columns by hand.',
  },
  'E-IMPORT-OPEN': {
    id: 'Masih ada {count} hal yang ditolak atau belum dijawab. Tidak ada data yang diubah. Jawab atau sisihkan semuanya dahulu.',
    en: '{count} points are still refused or unanswered. No data was changed. Answer or set aside each of them first.',
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
    en: 'The formula begins with “{part}”, not with a response column and ~. Write for example: score ~ index + (1 | supervisor).',
  },
  'E-STATS-GROUPING': {
    id: 'Rumus belum menyebut kelompok. Tambahkan kurung seperti (1 | atasan).',
    en: 'The formula names no groups. Add a bracket such as (1 | supervisor).',
  },
  'E-STATS-TWICE': {
    id: 'Kolom yang sama berbeda-beda dua kali di dalam kelompok “{column}”. Hapus salah satu kurungnya.',
    en: 'The same column varies twice within the grouping “{column}”. Take one of the brackets out.',
  },
  'E-STATS-SOURCE': {
    id: 'Kolom “{column}” harus berisi 1 (atasan) atau 0 (panel), tetapi baris {row} berisi “{value}”. Perbaiki selnya, lalu ulangi.',
    en: 'Column “{column}” has to hold 1 (supervisor) or 0 (panel), but row {row} holds “{value}”. Correct the cell and try again.',
  },
  'E-CALIBRATE-EMPTY': {
    id: 'Belum seorang pun memiliki nilai lengkap pada {period}, sehingga tidak ada yang dapat dikalibrasi. Lengkapi nilai dahulu, lalu ulangi.',
    en: 'Nobody has a complete score in {period} yet, so there is nothing to calibrate. Complete the scores first, then try again.',
  },
  'E-CALIBRATE-TEXT': {
    id: 'Hasil kalibrasi {hash} tidak dapat dibaca: isinya hilang atau tidak sama dengan yang tercatat. Periksa berkas ini, lalu pulihkan salinan cadangannya atau hitung kalibrasi sekali lagi.',
    en: 'The result {hash} of a calibration cannot be read: it is missing or differs from what was recorded. Check this file, then restore a backup or compute the calibration again.',
  },
  'E-CALIBRATE-NONE': {
    id: 'Belum ada hitungan kalibrasi yang tersimpan untuk {period}. Hitung kalibrasi dahulu, lalu ulangi.',
    en: 'No calibration of {period} is stored yet. Compute the calibration first, then try again.',
  },
  'E-CANCELLED': {
    id: 'Pekerjaan dibatalkan. Tidak ada data yang diubah; mulai lagi bila masih diperlukan.',
    en: 'The work was cancelled. No data was changed; start it again if it is still needed.',
  },
  'E-EXPORT-PATH': {
    id: 'Tidak dapat menulis ke {path}. Pilih folder lain atau tutup berkas yang sedang terbuka.',
    en: 'Cannot write to {path}. Choose another folder or close the file that is open.',
  },
  'E-EXPORT-PDF': {
    id: 'PDF tidak dapat dibuat. Data tetap utuh; coba lagi, atau ekspor sebagai DOCX.',
    en: 'The PDF could not be made. The data is intact; try again, or export as DOCX.',
  },
  'E-EXPORT-NOTHING': {
    id: 'Belum ada yang dapat diekspor. Adakan rapat dan catat keputusan dahulu.',
    en: 'There is nothing to export yet. Hold the meeting and record decisions first.',
  },
  'E-RULE-SCORE': {
    id: 'Skor harus antara 0 dan 100; “{value}” tidak disimpan. Ketik angka yang benar.',
    en: 'A score must lie between 0 and 100; “{value}” was not saved. Type a correct number.',
  },
  'E-RULE-BEHAVIOUR': {
    id: 'Skor perilaku harus bilangan bulat 1 sampai 5; “{value}” tidak disimpan. Ketik angka yang benar.',
    en: 'A behaviour score must be a whole number from 1 to 5; “{value}” was not saved. Type a correct number.',
  },
  'E-RULE-WEIGHTS': {
    id: 'Jumlah bobot {sum}, padahal harus tepat 100. Bobot lama tetap; sesuaikan semuanya.',
    en: 'The weights add up to {sum}, but must make exactly 100. The old weights stay; adjust them all.',
  },
  'E-RULE-NO-MAIN': {
    id: 'SKP harus memuat sedikitnya satu hasil kerja utama. Tambahkan hasil kerja utama dahulu.',
    en: 'A plan must hold at least one main work result. Add a main work result first.',
  },
  'E-RULE-REASON': {
    id: 'Alasan wajib diisi karena tingkat berbeda dari saran atau dari penilaian awal. Tulis alasannya, lalu simpan lagi.',
    en: 'A reason is required because the level differs from the suggestion or the assessment. Write it, then save again.',
  },
  'E-RULE-EVIDENCE': {
    id: 'Perubahan harus bersandar pada bukti. Tautkan hasil kerja, umpan balik, atau dokumen, lalu catat lagi.',
    en: 'A change must rest on evidence. Link a work result, feedback or a document, then record it again.',
  },
  'E-RULE-CONSENT': {
    id: 'Tingkat tidak dapat diubah tanpa persetujuan pejabat penilai. Minta persetujuannya, atau catat sebagai usulan.',
    en: 'A level cannot be changed without the supervisor’s consent. Ask for it, or record it as a proposal.',
  },
  'E-RULE-SELF': {
    id: 'Seseorang tidak dapat menilai dirinya sendiri. Pilih pejabat penilai lain.',
    en: 'Nobody may rate himself or herself. Choose another supervisor.',
  },
  'E-RULE-CYCLE': {
    id: 'Pejabat penilai saling menilai dalam lingkaran: {names}. Data tidak diubah; perbaiki salah satu hubungan.',
    en: 'Supervisors rate each other in a circle: {names}. No data was changed; correct one of the links.',
  },
  'E-RULE-FROZEN': {
    id: 'Rapat sudah dibuka, jadi penilaian awal tidak dapat diubah. Catat perubahan sebagai keputusan rapat.',
    en: 'The meeting has been opened, so the assessment cannot be changed. Record the change as a decision of the meeting.',
  },
  'E-RULE-DUPLICATE-NIP': {
    id: 'NIP {nip} sudah dipakai oleh {name}. Data tidak diubah; periksa NIP pada sumbernya.',
    en: 'NIP {nip} already belongs to {name}. No data was changed; check the NIP in the source.',
  },
  'E-RULE-NIP': {
    id: 'NIP “{nip}” tidak sah: {reason} Data tidak diubah; perbaiki NIP.',
    en: 'NIP “{nip}” is not valid: {reason} No data was changed; correct the NIP.',
  },
  'E-RULE-PERIOD-FROZEN': {
    id: 'Rapat periode ini sudah dibuka, jadi paket aturan, ambang, dan tahapnya tetap. Ubah untuk periode berikutnya.',
    en: 'A meeting of this period has been opened, so its rule packs, bands and stage stay. Change them for the next period.',
  },
  'E-RULE-BANDS': {
    id: 'Ambang “sesuai” ({meets}) harus lebih rendah daripada ambang “di atas” ({above}). Perbaiki salah satunya.',
    en: 'The edge of “meets” ({meets}) must be lower than the edge of “above” ({above}). Correct one of them.',
  },
  'E-RULE-PERIOD': {
    id: 'Periode “{value}” tidak dikenal atau sudah ada. Pilih periode lain.',
    en: 'The period “{value}” is unknown or already exists. Choose another period.',
  },
  'E-RULE-SUPERVISOR': {
    id: 'Pejabat penilai “{value}” tidak dikenal. Impor atau pilih orangnya dahulu.',
    en: 'The supervisor “{value}” is unknown. Import or choose that person first.',
  },
  'E-RULE-NO-SUPERVISOR': {
    id: '{name} belum mempunyai pejabat penilai, jadi nilai tidak disimpan. Pilih pejabat penilainya dahulu.',
    en: '{name} has no supervisor yet, so the rating was not saved. Choose the supervisor first.',
  },
  'E-RULE-NO-RESULT': {
    id: 'SKP pegawai ini tidak memuat hasil kerja atau indikator {number}. Data tidak diubah; periksa SKP-nya.',
    en: 'This employee’s plan has no work result or indicator {number}. No data was changed; check the plan.',
  },
  'E-RULE-UNIT': {
    id: 'Unit kerja “{value}” tidak dikenal. Data tidak diubah; pilih unit yang ada atau tambahkan unit itu dahulu.',
    en: 'The unit “{value}” is unknown. No data was changed; choose an existing unit or add that unit first.',
  },
  'E-RULE-CHOICE': {
    id: '“{value}” bukan salah satu pilihan ({choices}). Isi lama tetap; pilih salah satunya.',
    en: '“{value}” is not one of the choices ({choices}). The old value stays; choose one of them.',
  },
  'E-RULE-INDEX': {
    id: 'Indeks capaian harus antara 0 dan 200; “{value}” tidak disimpan. Ketik angka yang benar.',
    en: 'An achievement index must lie between 0 and 200; “{value}” was not saved. Type a correct number.',
  },
  'E-RULE-STAFF-USED': {
    id: '{name} sudah mempunyai nilai, umpan balik, bawahan, atau keputusan, jadi tidak dikeluarkan. Tandai “tidak dinilai” bila perlu.',
    en: '{name} already has scores, feedback, staff or decisions and was not taken out. Mark the person “not rated” if need be.',
  },
  'E-RULE-ORGANISATION': {
    id: 'Capaian kinerja organisasi {unit} belum ditetapkan, padahal harus mendahului predikat pegawainya. Isi capaian itu pada Ringkasan dahulu.',
    en: 'The organisation predicate of {unit} is not set yet, and it comes before the predicates of its staff. Enter it on the Overview first.',
  },
  'E-RULE-UNIT-USED': {
    id: 'Unit {unit} masih memuat pegawai, capaian, indikator, atau alasan, jadi tidak dihapus. Pindahkan atau kosongkan dahulu.',
    en: 'The unit {unit} still holds people, a predicate, indicators or a reason and was not removed. Move or clear them first.',
  },
  'E-RULE-RESULT-NEEDED': {
    id: 'Keputusan final {count} pegawai bersandar pada capaian organisasi {unit}, jadi capaian itu tidak dihapus. Tarik keputusannya dahulu.',
    en: 'The final decisions on {count} people rest on the organisation predicate of {unit}, so it was not removed. Take those decisions back first.',
  },
  'E-RULE-RESULT-CLOSED': {
    id: 'Capaian organisasi {unit} tetap, karena keputusan final {count} pegawai dari rapat yang sudah ditutup bersandar padanya. Buka kembali rapat itu dengan alasan, lalu ubah.',
    en: 'The organisation predicate of {unit} stays, for final decisions on {count} people of a closed meeting rest on it. Reopen that meeting with a reason, then change it.',
  },
  'E-RULE-DATE': {
    id: 'Tanggal “{value}” tidak sah. Tulis seperti 23/11/2026.',
    en: 'The date “{value}” is not valid. Write it like 23/11/2026.',
  },
  'E-RULE-MOVE-DATE': {
    id: 'Pergantian penilai harus mulai sesudah {from} dan paling lambat {until}, di dalam periode ini. Data tidak diubah; perbaiki tanggalnya, atau kosongkan untuk seluruh periode.',
    en: 'A change of supervisor must begin after {from} and by {until}, within this period. No data was changed; correct the date, or leave it empty for the whole period.',
  },
  'E-RULE-WINDOW': {
    id: 'Jendela evaluasi periode ini belum ditetapkan, padahal menentukan apakah penilai yang pindah masih menilai. Isi jendela itu pada Ringkasan dahulu.',
    en: 'The evaluation window of this period is not set, and it decides whether a supervisor who moved still rates. Enter the window on the Overview first.',
  },
  'E-RULE-STILL-RATES': {
    id: 'Penilai yang pindah pada {date}, di dalam jendela evaluasi, tetap menilai periode ini. Penilai tidak diubah; catat penggantinya pada periode berikutnya.',
    en: 'A supervisor who moves on {date}, inside the evaluation window, still rates this period. The supervisor was not changed; record the successor in the next period.',
  },
  'E-RULE-DECIDED': {
    id: 'Predikat {name} sudah diputus final, jadi hal ini tidak diubah. Buka kembali rapatnya bila sudah ditutup dan tarik keputusan itu dahulu.',
    en: 'The predicate of {name} is final, so this was not changed. Reopen the meeting if it is closed and take that decision back first.',
  },
  'E-RULE-EXCLUDED': {
    id: '{name} ditandai tidak dinilai pada periode ini, jadi tidak dibahas atau diputus. Ubah tanda itu pada layar Pegawai dahulu bila keliru.',
    en: '{name} is marked as not rated in this period and is neither discussed nor decided. Change that mark on the Staff screen first if it is wrong.',
  },
  'E-RULE-ATTENDANCE': {
    id: 'Kehadiran sebagian peserta belum dicatat. Catat kehadiran setiap peserta dahulu.',
    en: 'The attendance of some participants is not recorded. Record the attendance of every participant first.',
  },
  'E-RULE-OFFICERS': {
    id: 'Pimpinan rapat dan notulis harus hadir. Tunjuk pengganti di antara yang hadir dahulu.',
    en: 'The chair and the secretary must be present. Appoint a substitute among those present first.',
  },
  'E-RULE-QUORUM': {
    id: 'Kuorum belum tercapai: hadir {present} dari paling sedikit {required}. Tunggu peserta atau jadwalkan ulang.',
    en: 'There is no quorum: {present} present of at least {required}. Wait for participants or reschedule.',
  },
  'E-RULE-QUORUM-FIXED': {
    id: 'Rapat sudah dibuka dengan kuorum {required}, jadi kuorum itu tidak diturunkan. Tunggu peserta, atau tunda kasus yang belum dapat diputus.',
    en: 'The meeting was opened with a quorum of {required}, so it is not lowered. Wait for participants, or defer the cases that cannot be decided.',
  },
  'E-RULE-PARTICIPANT': {
    id: '{name} sudah ada di daftar peserta rapat ini. Data tidak diubah; ubah baris yang sudah ada.',
    en: '{name} is already on the list of participants. No data was changed; edit the line that is there.',
  },
  'E-MEETING-STATE': {
    id: 'Keadaannya “{state}”, jadi langkah ini tidak dapat dilakukan. Rapat yang ditutup dibuka kembali dengan alasan; selain itu, muat ulang layar rapat.',
    en: 'The state is “{state}”, so this step is not possible. A closed meeting is reopened with a reason; otherwise reload the meeting screen.',
  },
  'E-MEETING-DECIDED': {
    id: 'Kasus ini sudah diputuskan. Batalkan keputusannya dahulu bila perlu dibahas lagi.',
    en: 'This case has been decided. Take the decision back first if it must be discussed again.',
  },
  'E-AUTH-RECUSED': {
    id: 'Peserta ini dikecualikan untuk pegawai tersebut karena benturan kepentingan. Serahkan kepada ketua rapat.',
    en: 'This participant is recused for that employee (conflict of interest). Leave it to the chair.',
  },
  'E-RULE-RELATION': {
    id: 'Keputusan belum dapat dicatat: {names} mempunyai hubungan yang dinyatakan dengan pegawai ini. Catat pengunduran dirinya, atau minta Ketua mencatat alasan mengapa tetap ikut.',
    en: 'The decision cannot be recorded yet: {names} has a declared relation with this employee. Record the recusal, or have the chair record why not.',
  },
  'E-RELATION-SELF': {
    id: 'Hubungan dengan diri sendiri tidak perlu dinyatakan: tidak ada yang menangani perkaranya sendiri. Pilih pegawai lain.',
    en: 'A relation with oneself needs no declaration: nobody handles an own case. Choose another employee.',
  },
  'E-RELATION-REMARK': {
    id: 'Hubungan “lainnya” belum dijelaskan. Isi keterangan singkat tentang hubungan itu.',
    en: 'The relation “other” is not explained yet. Enter in a few words what is meant.',
  },
  'E-RELATION-DATE': {
    id: 'Tanggal pernyataan tidak boleh setelah hari ini. Periksa tanggalnya.',
    en: 'The day of the declaration cannot lie after today. Check the date.',
  },
  'E-RELATION-TWICE': {
    id: 'Hubungan ini sudah dicatat. Ubah pernyataan yang sudah ada.',
    en: 'This relation is on record already. Change the declaration that is there.',
  },
  'E-RELATION-WITHDRAWN': {
    id: 'Pernyataan ini sudah dicabut dan tidak dapat diubah. Catat pernyataan baru bila hubungannya masih ada.',
    en: 'This declaration was withdrawn and cannot be changed. Record a new one if the relation still exists.',
  },
  'E-RELATION-STATED': {
    id: 'Pernyataan {name} untuk periode ini sudah dicatat. Hapus dahulu pernyataan itu bila perlu dicatat ulang.',
    en: 'The statement of {name} for this period is on record already. Remove it first if it must be recorded anew.',
  },
  'E-RELATION-NOT-DUE': {
    id: 'Peserta ini tidak perlu mengundurkan diri dari pokok bahasan tersebut, jadi tidak ada alasan yang perlu dicatat. Muat ulang layar rapat.',
    en: 'This participant need not leave that case, so there is no reason to record. Reload the meeting screen.',
  },
  'E-RELATION-OWN': {
    id: 'Alasan untuk tetap ikut tidak dapat dicatat oleh yang bersangkutan sendiri. Minta Ketua lain, atau catat pengunduran dirinya.',
    en: 'The person concerned cannot record the reason for staying. Ask another chair, or record the recusal.',
  },
  'E-AUTH-SIGNIN': {
    id: 'Ruang kerja ini sudah menetapkan penggunanya, dan belum ada yang masuk. Pilih nama Anda di bilah atas, masukkan PIN, lalu ulangi.',
    en: 'This workspace has named users, and nobody is signed in. Choose your name in the top bar, enter your PIN, and try again.',
  },
  'E-AUTH-DUTY': {
    id: 'Langkah ini tidak termasuk tugas Anda ({duty}). Yang berwenang: {who}. Serahkan laptop kepadanya, atau minta ia masuk di bilah atas.',
    en: 'This step is not part of your duty ({duty}). Who may take it: {who}. Pass the laptop on, or have that person sign in at the top bar.',
  },
  'E-AUTH-OWN': {
    id: 'Anggota panel hanya mencatat pendapat, catatan, dan persetujuannya sendiri. Minta sekretaris mencatat milik orang lain.',
    en: 'A panelist records an own opinion, note or consent only. Ask the secretary to record those of others.',
  },
  'E-AUTH-APPROVAL': {
    id: 'Langkah ini memerlukan persetujuan Ketua ({names}) dengan PIN-nya sendiri. Serahkan laptop kepadanya untuk memasukkan PIN.',
    en: 'This step needs the approval of the chair ({names}) with an own PIN. Pass the laptop on to enter it.',
  },
  'E-AUTH-CHAIR': {
    id: '{name} bukan Ketua, jadi tidak dapat menyetujui langkah ini. Pilih Ketua ({names}) dan masukkan PIN-nya.',
    en: '{name} is not a chair and cannot approve this step. Choose a chair ({names}) and enter that PIN.',
  },
  'E-AUTH-PIN': {
    id: 'PIN {name} salah; tidak ada yang berubah. Periksa nama yang dipilih dan ketik lagi.',
    en: 'Wrong PIN for {name}; nothing was changed. Check the name chosen and type it again.',
  },
  'E-AUTH-WAIT': {
    id: 'PIN {name} terlalu sering salah. Tunggu {seconds} detik, lalu coba lagi.',
    en: 'Too many wrong PINs for {name}. Wait {seconds} seconds, then try again.',
  },
  'E-AUTH-PIN-ALTERED': {
    id: 'PIN {name} diganti di luar Timbang dan tidak berlaku. Jalankan pemeriksaan rantai di Jejak, lalu beri PIN baru melalui Pengguna dan tugas.',
    en: 'The PIN of {name} was replaced outside Timbang and does not count. Check the chain in the Trail, then give a new PIN under Users and duties.',
  },
  'E-PIN-SHORT': {
    id: 'PIN terlalu pendek. Pakai sedikitnya {minimum} angka atau huruf.',
    en: 'The PIN is too short. Use at least {minimum} digits or letters.',
  },
  'E-PIN-EASY': {
    id: 'PIN ini terlalu mudah ditebak (angka berulang atau berurutan). Pilih yang lain.',
    en: 'This PIN is too easy to guess (repeated or consecutive digits). Choose another.',
  },
  'E-USER-NAME': {
    id: 'Sudah ada pengguna bernama {name}. Tambahkan pembeda pada nama, karena jejak menyebut pengguna dengan namanya.',
    en: 'There is a user named {name} already. Add something to tell them apart, because the trail calls users by name.',
  },
  'E-USER-FIRST': {
    id: 'Pengguna pertama harus Ketua, karena hanya Ketua yang dapat menyetujui. Tambahkan Ketua lebih dahulu.',
    en: 'The first user has to be the chair, because only a chair can approve. Add the chair first.',
  },
  'E-USER-CHAIR': {
    id: '{name} Ketua terakhir ruang kerja ini. Tetapkan Ketua lain lebih dahulu, baru ubah tugas ini.',
    en: '{name} is the last chair of this workspace. Name another chair first, then change this duty.',
  },
  'E-USER-NONE': {
    id: 'Ruang kerja ini belum memiliki pengguna. Tambahkan Ketua melalui Pengguna dan tugas lebih dahulu.',
    en: 'This workspace has no named users yet. Add the chair under Users and duties first.',
  },
  'E-USER-NOT-CHAIR': {
    id: '{name} bukan Ketua. Minta Ketua memberi PIN baru melalui Pengguna dan tugas.',
    en: '{name} is not a chair. Ask the chair to give a new PIN under Users and duties.',
  },
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
    id: 'Rantai jejak putus pada urutan {entry}. Hasil tidak boleh disahkan. Buka salinan cadangan dan bandingkan.',
    en: 'The audit chain breaks at entry {entry}. Results must not be approved. Open a backup and compare.',
  },
  'E-AUDIT-ROWS': {
    id: 'Data berbeda dari yang tercatat pada jejak di {count} tempat. Hasil tidak boleh disahkan. Buka Jejak, periksa rantai, dan bandingkan dengan salinan cadangan.',
    en: 'The data differs from what the trail recorded in {count} places. Results must not be approved. Open Trail, verify the chain and compare with a backup.',
  },
  'E-UNDO-NOTHING': {
    id: 'Sejak berkas dibuka tidak ada langkah yang dapat diurungkan atau diulangi. Perbaiki datanya secara langsung; riwayatnya ada di Jejak.',
    en: 'Since the file was opened there is no step to undo or redo. Correct the data directly; its history stands in the Trail.',
  },
  'E-UNDO-CHANGED': {
    id: 'Langkah ini tidak dapat diurungkan karena datanya sudah berubah lagi. Perbaiki secara langsung.',
    en: 'This step cannot be undone because its data has changed since. Correct the data directly.',
  },
  'E-UNDO-CLOSED': {
    id: 'Rapat sudah ditutup dan tidak dibuka lagi dengan mengurungkan. Buka kembali rapat itu dengan alasan tertulis.',
    en: 'The meeting is closed and is not opened again by undoing. Reopen that meeting with a written reason.',
  },
  'E-UNDO-APPROVED': {
    id: 'Langkah ini disetujui Ketua dan tidak diurungkan. Ambil langkah sebaliknya dengan persetujuan Ketua.',
    en: 'The chair approved this step, and it is not undone. Take the opposite step with the approval of the chair.',
  },
  'E-NOT-FOUND': {
    id: 'Data yang dicari ({what}) sudah tidak ada. Muat ulang layar ini.',
    en: 'The data asked for ({what}) is no longer there. Reload this screen.',
  },
  'E-ARG': {
    id: 'Permintaan tidak sesuai bentuknya dan ditolak. Data tidak diubah; muat ulang layar ini.',
    en: 'The request had the wrong form and was refused. No data was changed; reload this screen.',
  },
  'E-PATH-NOT-GRANTED': {
    id: 'Timbang belum diberi akses ke {path}; tidak ada yang dibuka atau ditulis. Pilih berkas atau foldernya melalui dialog, lalu ulangi.',
    en: 'Timbang has not been given access to {path}; nothing was opened or written. Choose the file or folder in the dialog, then try again.',
  },
  'E-SENDER': {
    id: 'Permintaan ditolak demi keamanan. Data tidak diubah; tutup dan buka lagi aplikasi.',
    en: 'The request was refused for safety. No data was changed; close the app and open it again.',
  },
  'E-ENGINE-LOST': {
    id: 'Mesin Timbang terhenti dan sedang dijalankan lagi. Yang sudah tersimpan tetap utuh; ulangi langkah terakhir.',
    en: 'The Timbang engine stopped and is being started again. What was saved is intact; repeat the last step.',
  },
  'E-NOT-HERE': {
    id: 'Hal ini hanya tersedia di aplikasi desktop. Jalankan Timbang, lalu ulangi dari sana.',
    en: 'This is available in the desktop app only. Start Timbang and do it there.',
  },
  'E-PANEL-FEW': {
    id: 'Panel baru beranggotakan {count} orang; setiap berkas perlu dinilai sedikitnya {required} panelis agar kemurahan seorang panelis dapat dibedakan dari mutu berkas. Tambahkan panelis.',
    en: 'The panel has {count} member(s) so far; every dossier needs at least {required} panelists, so that a generous panelist can be told from a good dossier. Add panelists.',
  },
  'E-PANEL-DEAL': {
    id: 'Ada berkas yang tidak dapat dibagikan kepada {required} panelis, karena panelis yang lain adalah orangnya sendiri atau penilainya. Tambahkan panelis dari luar tim itu.',
    en: 'There is a dossier that cannot be given to {required} panelists, because the others are the person or the person’s supervisor. Add panelists from outside that team.',
  },
  'E-PANEL-UNCONNECTED': {
    id: 'Para panelis terbagi dalam {groups} kelompok tanpa berkas bersama, sehingga tidak dapat dibandingkan. Tambahkan berkas atau kurangi panelis, agar setiap panelis berbagi berkas dengan yang lain.',
    en: 'Panelists fall into {groups} groups that share no dossier, so they cannot be compared. Add dossiers or take fewer panelists, so that every panelist shares some with others.',
  },
  'E-PANEL-DRAWN': {
    id: 'Sampel panel periode ini sudah diundi, jadi panelis dan ukurannya tetap. Batalkan undian dahulu jika memang harus diubah.',
    en: 'The panel’s sample of this period has been drawn, so panelists and size stay. Take the draw back first if it really has to change.',
  },
  'E-PANEL-NOT-DRAWN': {
    id: 'Sampel panel periode ini belum diundi. Tentukan ukurannya, lalu undi berkas yang akan dinilai.',
    en: 'The panel’s sample of this period has not been drawn yet. Decide its size, then draw the dossiers to be scored.',
  },
  'E-PANEL-SIZE': {
    id: 'Jumlah berkas harus antara 1 dan {people}, yaitu banyaknya pegawai yang dinilai oleh seorang atasan pada periode ini. Ubah jumlahnya.',
    en: 'The number of dossiers must lie between 1 and {people}, the people rated by a supervisor in this period. Change the number.',
  },
  'E-PANEL-NAME': {
    id: '{name} sudah menjadi panelis pada periode ini. Pilih orang lain.',
    en: '{name} is a panelist of this period already. Choose somebody else.',
  },
  'E-PANEL-USED': {
    id: '{name} sudah mendapat berkas atau memberi nilai, jadi tetap dalam panel. Batalkan undian dahulu.',
    en: '{name} has been given dossiers or has scored, and stays in the panel. Take the draw back first.',
  },
  'E-PANEL-PIN': {
    id: '{name} tidak memiliki PIN, sedangkan ruang kerja ini memakai pengguna bernama. Bagikan surat penilaian sebagai berkas, atau jadikan {name} pengguna dengan tugas panelis.',
    en: '{name} has no PIN, and this workspace works with named users. Give {name} a ballot file, or make {name} a user with the duty of panelist.',
  },
  'E-PANEL-CLOSED': {
    id: 'Lembar nilai panelis sudah ditutup; nilai yang tercatat tetap aman. Buka lagi dengan PIN panelis.',
    en: 'The panelist’s sheet has been closed; recorded scores are safe. Open it again with the panelist’s PIN.',
  },
  'E-BALLOT-FORMAT': {
    id: '{file} bukan surat penilaian Timbang dan tidak diambil. Pilih berkas XLSX atau JSON yang dibagikan dari layar Panel.',
    en: '{file} is no Timbang ballot and was not taken. Choose the XLSX or JSON file that was handed out from the Panel screen.',
  },
  'E-BALLOT-FOREIGN': {
    id: 'Surat penilaian {file} berasal dari ruang kerja lain dan tidak diambil. Buka ruang kerja asalnya, lalu gabungkan di sana.',
    en: 'The ballot {file} comes from another workspace and was not taken. Open the workspace it came from and merge it there.',
  },
  'E-BALLOT-OLD': {
    id: 'Surat penilaian {file} berasal dari periode lain atau undian yang sudah dibatalkan, dan tidak diambil. Bagikan surat baru.',
    en: 'The ballot {file} belongs to another period or to a draw that was withdrawn, and was not taken. Give the panelist a new one.',
  },
  'E-BALLOT-TAMPERED': {
    id: 'Bagian tetap surat penilaian {file} telah diubah, sehingga segelnya tidak cocok; tidak ada nilai yang diambil. Bagikan surat baru dan minta panelis mengisi kolom nilai saja.',
    en: 'The fixed part of the ballot {file} was altered, so its seal does not fit; no score was taken. Hand out a new one and ask the panelist to fill in the score columns only.',
  },
  'E-BALLOT-DUPLICATE': {
    id: 'Surat penilaian {name} dipilih dua kali ({file}); tidak ada yang diambil. Pilih satu saja.',
    en: 'The ballot of {name} was chosen twice ({file}); none was taken. Choose one of them.',
  },
  'E-BALLOT-MERGED': {
    id: 'Surat penilaian {name} ({file}) sudah digabungkan dan tidak diambil lagi. Bagikan surat baru jika nilai harus diubah.',
    en: 'The ballot of {name} ({file}) has been merged already and was not taken again. Give out a new one if scores have to change.',
  },
  'E-BALLOT-CELLS': {
    id: 'Surat penilaian {file} memuat {count} isian yang tidak dapat diambil; tidak ada nilai yang diambil. Perbaiki isian yang disebut, lalu pilih lagi.',
    en: 'The ballot {file} has {count} cell(s) that cannot be taken; no score was taken. Mend the cells named, then choose it again.',
  },
  'E-BALLOT-EMPTY': {
    id: 'Surat penilaian {file} belum berisi nilai. Minta panelis mengisinya.',
    en: 'The ballot {file} holds no score yet. Ask the panelist to fill it in.',
  },
  'E-BALLOT-STALE': {
    id: 'Isi ruang kerja berubah sejak pratinjau ini; tidak ada yang diambil. Pilih berkas surat penilaian sekali lagi.',
    en: 'The workspace changed since this preview; nothing was taken. Choose the ballot files once more.',
  },
  'E-COMMON-SCORED': {
    id: 'Kasus bersama "{title}" sudah dinilai {count} atasan, jadi isinya tetap. Tarik dahulu nilai-nilai itu, atau tulis kasus baru.',
    en: 'The common case “{title}” has been scored by {count} supervisor(s), so its words stay. Take those scores back first, or write a new case.',
  },
  'E-UNKNOWN': {
    id: 'Timbang menemui keadaan yang tidak dikenal (rujukan {reference}). Data yang tersimpan tetap utuh; ulangi, dan laporkan rujukan itu.',
    en: 'Timbang met an unknown condition (reference {reference}). Saved data is intact; try again, and report that reference.',
  },
}

/** Values that are ids in the engine and words for a person. */
const words: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  chair: dutyWords.chair,
  secretary: dutyWords.secretary,
  panelist: dutyWords.panelist,
  observer: dutyWords.observer,
  auditor: dutyWords.auditor,
  planned: { id: 'direncanakan', en: 'planned' },
  open: { id: 'sedang berlangsung', en: 'open' },
  closed: { id: 'ditutup', en: 'closed' },
  waiting: { id: 'menunggu', en: 'waiting' },
  current: { id: 'sedang dibahas', en: 'under discussion' },
  deferred: { id: 'ditunda', en: 'deferred' },
  'file-size': { id: 'lebih dari 25 MB', en: 'more than 25 MB' },
  entries: { id: 'lebih dari 200 bagian', en: 'more than 200 parts' },
  'entry-size': { id: 'satu bagian lebih dari 100 MB', en: 'one part larger than 100 MB' },
  'total-size': { id: 'isi lebih dari 300 MB', en: 'contents larger than 300 MB' },
  ratio: { id: 'pemampatan tidak wajar', en: 'abnormal compression' },
  rows: { id: 'lebih dari 200.000 baris', en: 'more than 200,000 rows' },
  columns: { id: 'lebih dari 300 kolom', en: 'more than 300 columns' },
  cells: { id: 'lebih dari 5.000.000 sel', en: 'more than 5,000,000 cells' },
  'cell-length': { id: 'sel lebih dari 32.767 huruf', en: 'a cell of more than 32,767 characters' },
  'xml-depth': { id: 'susunan terlalu dalam', en: 'nested too deeply' },
}

/** The sentence of a refusal, with its values filled in. @example errorSentence('E-OPEN-NEWER', { version: 20 }, 'en') */
export function errorSentence(code: AppErrorCode, params: AppErrorParams, locale: Locale): string {
  return errorSentences[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => wordOf(params[name], locale))
}

const wordOf = (value: string | number | undefined, locale: Locale) =>
  value === undefined ? '…' : (words[value]?.[locale] ?? dutyList(String(value), locale) ?? String(value))
