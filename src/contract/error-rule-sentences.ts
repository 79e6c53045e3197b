import type { ErrorSentencesOf } from './error-families.ts'

/** When an entry or a decision breaks a rule of the field. */
export const ruleErrors = {
  'E-RULE-SCORE': {
    id: 'Skor harus antara 0 dan 100; “{value}” tidak disimpan. Ketik angka yang benar.',
    en: 'A score must lie between 0 and 100; “{value}” was not saved. Type a correct number.',
  },
  'E-RULE-BEHAVIOUR': {
    id: 'Skor perilaku harus bilangan bulat 1 sampai 5; “{value}” tidak disimpan. Ketik angka yang benar.',
    en: 'A behaviour score must be a whole number from 1 to 5; “{value}” was not saved. Type a correct number.',
  },
  'E-RULE-WEIGHTS': {
    id: 'Jumlah bobot {sum}, padahal harus tepat 100. Bobot lama tetap; sesuaikan bobotnya.',
    en: 'The weights add up to {sum}, but must make exactly 100. The old weights stay; adjust them.',
  },
  'E-RULE-NO-MAIN': {
    id: 'SKP harus memuat sedikitnya satu hasil kerja utama. Tambahkan hasil kerja utama dahulu.',
    en: 'A plan must hold at least one main work result. Add a main work result first.',
  },
  'E-RULE-REASON': {
    id: 'Alasan wajib diisi karena tingkat berbeda dari saran atau dari penilaian awal. Tulis alasannya, lalu simpan lagi.',
    en: 'A reason is required because the level differs from the suggestion or the assessment. Write the reason, then save again.',
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
    en: '{name} already has scores, feedback, subordinates or decisions and was not removed. Mark the person “not rated” if need be.',
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
    id: 'Keputusan final {count} pegawai bersandar pada capaian organisasi {unit}, jadi capaian itu tidak dihapus. Batalkan keputusannya dahulu.',
    en: 'Final decisions rest on the organisation predicate of {unit} (people: {count}), so it was not removed. Take those decisions back first.',
  },
  'E-RULE-RESULT-CLOSED': {
    id: 'Capaian organisasi {unit} tidak diubah, karena keputusan final {count} pegawai dari rapat yang sudah ditutup bersandar padanya. Buka kembali rapat itu dengan alasan, lalu ubah.',
    en: 'The organisation predicate of {unit} was not changed, because final decisions of a closed meeting rest on it (people: {count}). Reopen that meeting with a reason, then change it.',
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
    id: 'Predikat {name} sudah diputuskan final, jadi hal ini tidak diubah. Batalkan keputusan itu dahulu; bila rapatnya sudah ditutup, buka kembali rapat itu lebih dahulu.',
    en: 'The predicate of {name} is final, so this was not changed. Reopen the meeting if it is closed and take that decision back first.',
  },
  'E-RULE-EXCLUDED': {
    id: '{name} ditandai tidak dinilai pada periode ini, jadi tidak dibahas atau diputuskan. Bila keliru, ubah tanda itu pada layar Pegawai dahulu.',
    en: '{name} is marked as not rated in this period and is neither discussed nor decided. If that is wrong, change the mark on the Staff screen first.',
  },
  'E-RULE-ATTENDANCE': {
    id: 'Kehadiran sebagian peserta belum dicatat. Catat kehadiran setiap peserta dahulu.',
    en: 'The attendance of some participants is not recorded. Record the attendance of every participant first.',
  },
  'E-RULE-OFFICERS': {
    id: 'Pimpinan rapat dan notulis harus hadir. Tunjuk pengganti di antara yang hadir dahulu.',
    en: 'The chair and the secretary must be present. Appoint substitutes from among those present first.',
  },
  'E-RULE-QUORUM': {
    id: 'Kuorum belum tercapai: hadir {present}, diperlukan sedikitnya {required}. Tunggu peserta atau jadwalkan ulang.',
    en: 'There is no quorum: present {present}, at least {required} needed. Wait for participants or reschedule.',
  },
  'E-RULE-QUORUM-FIXED': {
    id: 'Rapat sudah dibuka dengan kuorum {required}, jadi kuorum itu tidak dapat diturunkan. Tunggu peserta, atau tunda kasus yang belum dapat diputuskan.',
    en: 'The meeting was opened with a quorum of {required}, so it cannot be lowered. Wait for participants, or defer the cases that cannot be decided.',
  },
  'E-RULE-PARTICIPANT': {
    id: '{name} sudah ada di daftar peserta rapat ini. Data tidak diubah; ubah baris yang sudah ada.',
    en: '{name} is already on the list of participants of this meeting. No data was changed; edit the line that is there.',
  },
  'E-RULE-RELATION': {
    id: 'Keputusan belum dapat dicatat: {names} mempunyai hubungan yang dinyatakan dengan pegawai ini. Catat pengunduran dirinya, atau minta Ketua mencatat alasan untuk tetap ikut.',
    en: 'The decision cannot be recorded yet: a declared relation with this employee is on record for {names}. Record the recusal, or have the chair record the reason for staying.',
  },
} as const satisfies ErrorSentencesOf<'RULE'>
