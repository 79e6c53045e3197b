import type { ImportReason } from '#domain/import/reasons.ts'
import type { InBothLanguages } from './locale.ts'

/** What the import says of people: who a row is about, who rates them, and what a staff list says of their place. */
export const staffSentences = {
  // identity
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
    id: 'Digit 13–14 NIP “{text}” bukan bulan dan bukan 21, jadi belum diketahui apakah PNS atau PPPK. Lengkapi statusnya bila perlu.',
    en: 'Digits 13–14 of the NIP “{text}” are neither a month nor 21, so it is not known whether PNS or PPPK. Add the status if needed.',
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
    en: 'Columns seem to have shifted: “{text}” under post is a rank. Realign these rows or set them aside.',
  },
  // supervisors
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
    id: 'Penilai {who} berbeda dari pejabat penilai yang tercatat, {recorded}. Periksa mana yang benar.',
    en: 'The rater {who} differs from the recorded supervisor, {recorded}. Check which is right.',
  },
  // staff columns
  'new-unit': { id: 'Unit baru: {unit}.', en: 'New unit: {unit}.' },
  'grade-unreadable': {
    id: 'Golongan atau pangkat “{text}” tidak dikenal dan tidak diambil. Perbaiki pada sumbernya bila perlu.',
    en: 'The grade or rank “{text}” is not known and is not taken. Correct it in the source if needed.',
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
    id: '“{text}” bukan kata yang dikenal untuk kolom ini. Perbaiki sel ini bila perlu.',
    en: '“{text}” is not a word known for this column. Correct this cell if needed.',
  },
} as const satisfies Partial<Record<ImportReason, InBothLanguages>>
