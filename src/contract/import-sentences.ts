import type { ImportField, SheetKind } from '#domain/import/fields.ts'
import type { AnswerCode, ImportReason } from '#domain/import/reasons.ts'
import type { SkipReason } from '#domain/import/skipped-row.ts'
import type { Locale } from './error-sentences.ts'
import type { ImportFinding } from './import.ts'

type Both = Readonly<Record<Locale, string>>

/** What each reason says: what was found, and what to do. Values stand in {braces}. */
export const importSentences: Readonly<Record<ImportReason, Both>> = {
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
  'nip-digits-lost': {
    id: 'NIP kehilangan digit: “{text}” tidak dapat dipulihkan. Simpan kolom NIP sebagai teks, lalu impor lagi.',
    en: 'The NIP has lost digits: “{text}” cannot be restored. Store the NIP column as text and import again.',
  },
  'nip-character': {
    id: 'NIP “{text}” memuat huruf atau tanda. Perbaiki pada sumbernya, atau pakai usulan bila benar.',
    en: 'The NIP “{text}” holds a letter or sign. Correct it in the source, or use the proposal if it is right.',
  },
  'nip-length': {
    id: 'NIP “{text}” terdiri atas {length} digit, padahal harus 18. Perbaiki pada sumbernya.',
    en: 'The NIP “{text}” has {length} digits instead of 18. Correct it in the source.',
  },
  'nip-birth': {
    id: 'Tanggal lahir dalam NIP “{text}” tidak ada. Perbaiki pada sumbernya.',
    en: 'The birth date in the NIP “{text}” does not exist. Correct it in the source.',
  },
  'nip-sex': {
    id: 'Digit ke-15 NIP “{text}” bukan 1 atau 2. Perbaiki pada sumbernya.',
    en: 'The 15th digit of the NIP “{text}” is neither 1 nor 2. Correct it in the source.',
  },
  'nip-empty': {
    id: 'NIP kosong. Pegawai yang dinilai harus ber-NIP; lengkapi pada sumbernya.',
    en: 'The NIP is empty. An employee who is rated needs one; complete it in the source.',
  },
  'nip-old': {
    id: '“{text}” adalah NIP lama sembilan digit. Diterima; lengkapi dengan NIP baru bila ada.',
    en: '“{text}” is an old NIP of nine digits. It is taken; add the new NIP if there is one.',
  },
  'nip-kind': {
    id: 'Digit 13–14 NIP “{text}” bukan bulan dan bukan 21, jadi PNS atau PPPK belum diketahui.',
    en: 'Places 13–14 of the NIP “{text}” are neither a month nor 21, so PNS or PPPK is not known.',
  },
  'nip-plausibility': {
    id: 'NIP “{text}” tidak lazim (nomor urut, umur, atau waktu pengangkatan). Diterima; periksa pada sumbernya.',
    en: 'The NIP “{text}” is unusual (serial, age or time of appointment). It is taken; check it in the source.',
  },
  'nip-cleaned': {
    id: 'NIP dibersihkan dari spasi atau tanda; isi aslinya tetap disimpan.',
    en: 'Spaces or signs were taken off NIPs; what was written is kept as well.',
  },
  'nip-status-differs': {
    id: 'Status “{text}” bertentangan dengan NIP. Status menurut NIP yang dipakai.',
    en: 'The status “{text}” contradicts the NIP. The status by the NIP is used.',
  },
  'duplicate-nip': {
    id: 'NIP {nip} dipakai oleh dua nama: {names}. Perbaiki salah satunya.',
    en: 'NIP {nip} stands on two names: {names}. Correct one of them.',
  },
  'duplicate-row': {
    id: 'Pegawai ini sudah ada pada baris {row}; baris ini tidak menambah apa pun.',
    en: 'This employee already stands on row {row}; this row adds nothing.',
  },
  'second-post': {
    id: '{name} sudah ada pada baris {row} dengan jabatan lain (misalnya Plt.). Jabatan pertama yang dipakai.',
    en: '{name} already stands on row {row} with another post (such as Plt.). The first post is used.',
  },
  'same-name': {
    id: 'Nama {name} juga ada dengan NIP {row}. Bila orangnya sama, perbaiki NIP-nya; keduanya tidak digabung.',
    en: 'The name {name} also exists with NIP {row}. If it is one person, correct the NIP; the two are not merged.',
  },
  'name-missing': { id: 'Nama kosong. Lengkapi pada sumbernya.', en: 'The name is empty. Complete it in the source.' },
  'name-differs': {
    id: 'NIP ini tercatat atas nama {existing}, di berkas tertulis {name}. Pilih nama yang benar.',
    en: 'This NIP is recorded for {existing}; the file says {name}. Choose the right name.',
  },
  'name-from-post': {
    id: 'Nama kosong; jabatan “{name}” dipakai sebagai nama.',
    en: 'The name is empty; the post “{name}” stands for it.',
  },
  'office-id': {
    id: 'Tanpa NIP; dikenali dengan nomor kantor seperti “{id}”.',
    en: 'Without NIP; known by the office’s own id such as “{id}”.',
  },
  'no-person': {
    id: 'Baris ini tidak menyebut pegawai. Lengkapi NIP atau nama.',
    en: 'This row names no employee. Add the NIP or the name.',
  },
  'unknown-person': {
    id: '{who} tidak dikenal. Impor data pegawai dahulu, atau sertakan dalam impor ini.',
    en: '{who} is not known. Import the staff list first, or include it in this import.',
  },
  'person-by-name': {
    id: '“{name}” dikenali dari namanya saja sebagai {match}. Periksa.',
    en: '“{name}” was recognised by name alone as {match}. Check it.',
  },
  'person-ambiguous': {
    id: '“{name}” cocok dengan {count} orang. Pilih yang dimaksud.',
    en: '“{name}” fits {count} people. Choose the one that is meant.',
  },
  'shifted-columns': {
    id: 'Kolom tampak bergeser: “{text}” di kolom jabatan adalah pangkat. Luruskan, atau sisihkan baris-baris ini.',
    en: 'Columns seem shifted: “{text}” under post is a rank. Realign these rows or set them aside.',
  },
  'self-rated': {
    id: '{name} tercatat menilai dirinya sendiri. Perbaiki pejabat penilainya.',
    en: '{name} is recorded as rating himself or herself. Correct the supervisor.',
  },
  'supervision-cycle': {
    id: 'Pejabat penilai saling menilai dalam lingkaran: {names}. Perbaiki salah satu hubungan.',
    en: 'Supervisors rate each other in a circle: {names}. Correct one of the links.',
  },
  'supervisor-unknown': {
    id: 'Pejabat penilai “{who}” tidak dikenal. Kosongkan dahulu, atau tambahkan sebagai penilai di luar daftar.',
    en: 'The supervisor “{who}” is not known. Leave it empty for now, or add that person as a rater outside the list.',
  },
  'supervisor-ambiguous': {
    id: 'Pejabat penilai “{who}” cocok dengan {count} orang. Pilih yang dimaksud.',
    en: 'The supervisor “{who}” fits {count} people. Choose the one that is meant.',
  },
  'supervisor-proposed': {
    id: 'Pejabat penilai “{who}” diusulkan sebagai {match}. Periksa.',
    en: 'The supervisor “{who}” is taken to be {match}. Check it.',
  },
  'supervisor-missing': {
    id: 'Pejabat penilai tidak diketahui, jadi penilaian tidak dapat dicatat. Lengkapi penilainya.',
    en: 'The supervisor is not known, so the assessment cannot be recorded. Add the supervisor.',
  },
  'supervisor-differs': {
    id: 'Penilai {who} berbeda dari pejabat penilai yang tercatat, {recorded}.',
    en: 'The rater {who} differs from the recorded supervisor, {recorded}.',
  },
  'new-unit': { id: 'Unit baru: {unit}.', en: 'New unit: {unit}.' },
  'grade-unreadable': {
    id: 'Golongan atau pangkat “{text}” tidak dikenal dan tidak diambil.',
    en: 'The grade or rank “{text}” is not known and is not taken.',
  },
  'grade-mismatch': {
    id: 'Pangkat dan golongan tidak sesuai: “{text}”. Keduanya diambil; periksa pada sumbernya.',
    en: 'Rank and grade do not match: “{text}”. Both are taken; check the source.',
  },
  'grade-in-rank': {
    id: 'Kolom pangkat berisi golongan; dibaca sebagai golongan.',
    en: 'The rank column holds grades; it is read as grade.',
  },
  'word-unknown': {
    id: '“{text}” bukan kata yang dikenal untuk kolom ini.',
    en: '“{text}” is not a word known for this column.',
  },
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
  'result-number': {
    id: 'Nomor RHK “{text}” bukan bilangan bulat mulai dari 1. Perbaiki sel ini.',
    en: 'The result number “{text}” is not a whole number from 1. Correct this cell.',
  },
  'result-missing': {
    id: 'RHK nomor {number} tidak ada dalam SKP pegawai ini. Impor SKP-nya dahulu, atau perbaiki nomornya.',
    en: 'Work result {number} is not in this employee’s plan. Import the plan first, or correct the number.',
  },
  'result-twice': {
    id: 'RHK nomor {number} sudah ada pada baris {row} dengan isi lain. Perbaiki nomornya.',
    en: 'Work result {number} already stands on row {row} with other words. Correct the number.',
  },
  'indicator-twice': {
    id: 'Indikator nomor {number} sudah ada pada baris {row} dengan isi lain. Perbaiki nomornya.',
    en: 'Indicator {number} already stands on row {row} with other words. Correct the number.',
  },
  'indicator-missing': {
    id: 'Indikator nomor {number} tidak ditemukan untuk RHK ini. Lengkapi atau perbaiki nomornya.',
    en: 'Indicator {number} was not found for this work result. Add or correct the number.',
  },
  'no-result': {
    id: 'Baris ini tidak menyebut RHK. Isi RHK atau nomornya; sel kosong tidak diisi dari baris di atasnya.',
    en: 'This row names no work result. Fill in the result or its number; empty cells are not filled from the row above.',
  },
  'target-without-result': {
    id: 'Target atau realisasi ini tanpa RHK dan indikator, jadi tidak diambil.',
    en: 'This target or realisation has no work result or indicator, so it is not taken.',
  },
  'kind-assumed': {
    id: 'Jenis hasil kerja tidak tertulis; dianggap utama.',
    en: 'The kind of work result is not given; taken as main.',
  },
  'wording-differs': {
    id: 'Bunyi pada evaluasi berbeda dari SKP. Bunyi SKP tetap dipakai: “{kept}”.',
    en: 'The evaluation is worded differently from the plan. The wording of the plan stays: “{kept}”.',
  },
  'matrix-unmatched': {
    id: 'Peran pada matriks tidak ada dalam SKP pegawai ini, jadi tidak diambil.',
    en: 'The role in the matrix is not in this employee’s plan, so it is not taken.',
  },
  'no-role': { id: '“Tidak ada peran” pada matriks tidak diambil.', en: '“No role” in the matrix is not taken.' },
  'weight-range': {
    id: 'Bobot “{text}” harus antara 0 dan 100. Perbaiki sel ini.',
    en: 'The weight “{text}” must lie between 0 and 100. Correct this cell.',
  },
  'score-range': {
    id: 'Skor “{text}” di luar 0 sampai 100. Periksa skala sumbernya; jangan menebak.',
    en: 'The score “{text}” is outside 0 to 100. Check the scale of the source; do not guess.',
  },
  'behaviour-score-range': {
    id: 'Skor perilaku “{text}” harus bilangan bulat 1 sampai 5. Periksa skala sumbernya.',
    en: 'The behaviour score “{text}” must be a whole number from 1 to 5. Check the scale of the source.',
  },
  'behaviour-value': {
    id: '“{text}” bukan nilai BerAKHLAK. Perbaiki sel ini.',
    en: '“{text}” is not a BerAKHLAK value. Correct this cell.',
  },
  'codes-direction': {
    id: 'Rating ditulis dengan kode ({counts}). Arti kode berlawanan antar-sistem; pilih yang berlaku di berkas ini.',
    en: 'Ratings are written as codes ({counts}). Systems use them in opposite ways; choose the one of this file.',
  },
  'fair-word': {
    id: '“Cukup” bukan predikat PermenPANRB 6/2022. Baca sebagai Butuh Perbaikan?',
    en: '“Cukup” is not a predicate of PermenPANRB 6/2022. Read it as Butuh Perbaikan?',
  },
  'predicate-conflict': {
    id: 'Predikat tercetak {printed} bertentangan dengan kuadran: hasil kerja {work} dan perilaku {behaviour} memberi {quadrant}. Yang tercetak tetap disimpan.',
    en: 'The printed predicate {printed} contradicts the quadrant: results {work} and behaviour {behaviour} give {quadrant}. What is printed is kept.',
  },
  'organisation-differs': {
    id: 'Unit {unit} memiliki dua capaian organisasi dalam berkas ini: {first} dan {second}. Perbaiki salah satunya.',
    en: 'The unit {unit} has two organisation predicates in this file: {first} and {second}. Correct one of them.',
  },
  'organisation-word': {
    id: '“{text}” bukan capaian organisasi yang baku. Baca sebagai {proposal}?',
    en: '“{text}” is not a standard organisation predicate. Read it as {proposal}?',
  },
  'organisation-no-unit': {
    id: 'Capaian organisasi tidak diambil karena unit yang dipimpin penilai belum diketahui.',
    en: 'The organisation predicate is not taken because the unit led by the rater is not known.',
  },
  'assessment-frozen': {
    id: 'Rapat periode ini sudah dibuka, jadi penilaian awal tidak dapat diubah. Catat perubahan sebagai keputusan rapat.',
    en: 'The meeting of this period has been opened, so the assessment cannot be changed. Record the change as a decision.',
  },
}

export const answerSentences: Readonly<Record<AnswerCode, Both>> = {
  'set-aside': { id: 'Sisihkan', en: 'Set aside' },
  keep: { id: 'Simpan seperti tercetak', en: 'Keep as printed' },
  'use-file': { id: 'Pakai nama di berkas', en: 'Use the name in the file' },
  'keep-existing': { id: 'Pertahankan nama yang ada', en: 'Keep the recorded name' },
  'no-supervisor': { id: 'Kosongkan penilainya', en: 'Leave the supervisor empty' },
  'new-rater': { id: 'Tambahkan sebagai penilai', en: 'Add as a rater' },
  'day-first': { id: 'Hari dahulu (22/11/2026)', en: 'Day first (22/11/2026)' },
  'month-first': { id: 'Bulan dahulu (11/22/2026)', en: 'Month first (11/22/2026)' },
  'decimal-comma': { id: 'Koma desimal (1.234 = seribu lebih)', en: 'Decimal comma (1.234 is over a thousand)' },
  'decimal-point': { id: 'Titik desimal (1.234 = satu lebih)', en: 'Decimal point (1.234 is over one)' },
  'one-is-best': { id: '1 = di atas, 3 = di bawah', en: '1 = above, 3 = below' },
  'three-is-best': { id: '3 = di atas, 1 = di bawah', en: '3 = above, 1 = below' },
  'needs-improvement': { id: 'Butuh Perbaikan', en: 'Needs improvement' },
  realign: { id: 'Luruskan kolomnya', en: 'Realign the columns' },
  proposal: { id: 'Pakai usulan', en: 'Use the proposal' },
}

export const skipSentences: Readonly<Record<SkipReason, Both>> = {
  'before-table': { id: 'di atas tabel', en: 'above the table' },
  header: { id: 'judul kolom', en: 'headings' },
  blank: { id: 'baris kosong', en: 'empty row' },
  numbering: { id: 'baris nomor kolom', en: 'column numbers' },
  'repeated-header': { id: 'judul kolom berulang', en: 'repeated headings' },
  section: { id: 'judul bagian', en: 'section heading' },
  total: { id: 'baris jumlah', en: 'total' },
  title: { id: 'judul di antara baris', en: 'title between rows' },
  'person-block': { id: 'kepala formulir', en: 'head of the form' },
  'other-part': { id: 'bagian lain formulir', en: 'another part of the form' },
}

export const kindNames: Readonly<Record<SheetKind, Both>> = {
  staff: { id: 'Pegawai', en: 'Staff' },
  plan: { id: 'SKP dan indikator', en: 'Plans and indicators' },
  realisation: { id: 'Realisasi', en: 'Realisations' },
  assessment: { id: 'Penilaian', en: 'Assessments' },
  behaviour: { id: 'Perilaku', en: 'Behaviour' },
  feedback: { id: 'Umpan balik', en: 'Feedback' },
}

export const fieldNames: Readonly<Record<ImportField, Both>> = {
  nip: { id: 'NIP', en: 'NIP' },
  officeId: { id: 'ID pegawai', en: 'Office id' },
  name: { id: 'Nama', en: 'Name' },
  status: { id: 'Status kepegawaian', en: 'Employment status' },
  grade: { id: 'Golongan', en: 'Grade' },
  rank: { id: 'Pangkat', en: 'Rank' },
  post: { id: 'Jabatan', en: 'Post' },
  postKind: { id: 'Jenis jabatan', en: 'Kind of post' },
  echelon: { id: 'Eselon', en: 'Echelon' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  supervisorNip: { id: 'NIP penilai', en: 'Supervisor’s NIP' },
  supervisorOfficeId: { id: 'ID penilai', en: 'Supervisor’s office id' },
  supervisorName: { id: 'Pejabat penilai', en: 'Supervisor' },
  reviewingNip: { id: 'NIP atasan penilai', en: 'Reviewing superior’s NIP' },
  reviewingName: { id: 'Atasan penilai', en: 'Reviewing superior' },
  rated: { id: 'Dinilai', en: 'Rated' },
  approach: { id: 'Pendekatan', en: 'Approach' },
  period: { id: 'Periode', en: 'Period' },
  source: { id: 'Sumber baris', en: 'Source of the row' },
  resultKind: { id: 'Jenis RHK', en: 'Kind of result' },
  resultNumber: { id: 'No. RHK', en: 'Result no.' },
  leaderResult: { id: 'RHK pimpinan', en: 'Leader’s result' },
  result: { id: 'RHK', en: 'Work result' },
  assignedBy: { id: 'Penugasan dari', en: 'Assigned by' },
  aspect: { id: 'Aspek', en: 'Aspect' },
  perspective: { id: 'Perspektif', en: 'Perspective' },
  indicatorNumber: { id: 'No. IKI', en: 'Indicator no.' },
  indicator: { id: 'Indikator (IKI)', en: 'Indicator' },
  target: { id: 'Target', en: 'Target' },
  unitOfMeasure: { id: 'Satuan', en: 'Unit of measure' },
  direction: { id: 'Arah', en: 'Direction' },
  weight: { id: 'Bobot', en: 'Weight' },
  realisation: { id: 'Realisasi', en: 'Realisation' },
  evidence: { id: 'Bukti dukung', en: 'Evidence' },
  dataSource: { id: 'Sumber data', en: 'Data source' },
  score: { id: 'Skor', en: 'Score' },
  workLevel: { id: 'Rating hasil kerja', en: 'Work level' },
  behaviourLevel: { id: 'Rating perilaku', en: 'Behaviour level' },
  predicate: { id: 'Predikat', en: 'Predicate' },
  organisationPredicate: { id: 'Capaian organisasi', en: 'Organisation predicate' },
  note: { id: 'Catatan', en: 'Note' },
  behaviourValue: { id: 'Nilai dasar', en: 'Core value' },
  behaviourScore: { id: 'Skor perilaku', en: 'Behaviour score' },
  expectation: { id: 'Ekspektasi khusus', en: 'Special expectation' },
  scoreBP: { id: 'Skor BP', en: 'Score BP' },
  scoreAK: { id: 'Skor AK', en: 'Score AK' },
  scoreKO: { id: 'Skor KO', en: 'Score KO' },
  scoreHA: { id: 'Skor HA', en: 'Score HA' },
  scoreLO: { id: 'Skor LO', en: 'Score LO' },
  scoreAD: { id: 'Skor AD', en: 'Score AD' },
  scoreKB: { id: 'Skor KB', en: 'Score KB' },
  feedbackRole: { id: 'Pemberi (peran)', en: 'Given by (role)' },
  giver: { id: 'Nama pemberi', en: 'Giver' },
  givenOn: { id: 'Tanggal', en: 'Date' },
  about: { id: 'Terkait', en: 'About' },
  feedback: { id: 'Umpan balik', en: 'Feedback' },
  symbol: { id: 'Simbol', en: 'Symbol' },
  ignored: { id: 'Abaikan', en: 'Ignore' },
}

/** Codes that stand in the values of sentences and in old cell values, in words. */
const words: Readonly<Record<string, Both>> = {
  below: { id: 'Di bawah ekspektasi', en: 'Below expectation' },
  meets: { id: 'Sesuai ekspektasi', en: 'Meets expectation' },
  above: { id: 'Di atas ekspektasi', en: 'Above expectation' },
  'very-poor': { id: 'Sangat Kurang', en: 'Very poor' },
  poor: { id: 'Kurang', en: 'Poor' },
  'needs-improvement': { id: 'Butuh Perbaikan', en: 'Needs improvement' },
  good: { id: 'Baik', en: 'Good' },
  'very-good': { id: 'Sangat Baik', en: 'Very good' },
  excellent: { id: 'Istimewa', en: 'Excellent' },
  main: { id: 'Utama', en: 'Main' },
  additional: { id: 'Tambahan', en: 'Additional' },
  qualitative: { id: 'Kualitatif', en: 'Qualitative' },
  quantitative: { id: 'Kuantitatif', en: 'Quantitative' },
  quantity: { id: 'Kuantitas', en: 'Quantity' },
  quality: { id: 'Kualitas', en: 'Quality' },
  time: { id: 'Waktu', en: 'Time' },
  cost: { id: 'Biaya', en: 'Cost' },
  recipients: { id: 'Penerima Layanan', en: 'Recipients' },
  process: { id: 'Proses Bisnis', en: 'Process' },
  strengthening: { id: 'Penguatan Internal', en: 'Strengthening' },
  budget: { id: 'Anggaran', en: 'Budget' },
  higher: { id: 'Makin tinggi makin baik', en: 'Higher is better' },
  lower: { id: 'Makin rendah makin baik', en: 'Lower is better' },
}

/** A stored code as a person reads it; other texts stay as they are. @example importWord('meets', 'id') // 'Sesuai ekspektasi' */
export const importWord = (text: string, locale: Locale): string => words[text]?.[locale] ?? text

/** The sentence of a finding, with its values in words. */
export function importSentence(finding: Pick<ImportFinding, 'code' | 'params'>, locale: Locale): string {
  return importSentences[finding.code][locale].replace(/\{(\w+)\}/g, (_, name: string) =>
    importWord(String(finding.params[name] ?? '…'), locale),
  )
}

/** Where a finding stands: "Pegawai, baris 8, kolom C (NIP)". */
export function importPlace(
  finding: Pick<ImportFinding, 'sheet' | 'row' | 'column' | 'heading' | 'count'>,
  locale: Locale,
): string {
  const row = finding.row === null ? null : `${locale === 'id' ? 'baris' : 'row'} ${finding.row}`
  const heading = finding.heading === '' ? '' : ` (${finding.heading})`
  const column = finding.column === null ? null : `${locale === 'id' ? 'kolom' : 'column'} ${finding.column}${heading}`
  const more = finding.count > 1 ? (locale === 'id' ? `${finding.count} baris` : `${finding.count} rows`) : null
  const words = [finding.sheet, row, column, more].filter(Boolean).join(', ')
  // A file's name keeps its own letters; a place without one begins the line.
  return finding.sheet === '' ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

/** An answer as its button says it. */
export const answerText = (option: { code: AnswerCode | null; label: string }, locale: Locale): string =>
  option.code === null ? option.label : [answerSentences[option.code][locale], option.label].filter(Boolean).join(': ')
