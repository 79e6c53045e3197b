import type { ImportReason } from '#domain/import/reasons.ts'
import type { InBothLanguages } from './locale.ts'

/** What the import says of plans and of the ratings given on them. */
export const ratingSentences = {
  // plans
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
  // ratings
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
  'organisation-no-unit': {
    id: 'Capaian organisasi tidak diambil karena unit yang dipimpin penilai belum diketahui. Tetapkan capaian itu pada Ringkasan.',
    en: 'The organisation predicate is not taken because the unit led by the rater is not known. Set it on the Overview.',
  },
  'organisation-word': {
    id: '“{text}” bukan capaian organisasi yang baku. Baca sebagai {proposal}?',
    en: '“{text}” is not a standard organisation predicate. Read it as {proposal}?',
  },
  'assessment-frozen': {
    id: 'Rapat periode ini sudah dibuka, jadi penilaian awal tidak dapat diubah. Catat perubahan sebagai keputusan rapat.',
    en: 'The meeting of this period has been opened, so the assessment cannot be changed. Record the change as a decision.',
  },
} as const satisfies Partial<Record<ImportReason, InBothLanguages>>
