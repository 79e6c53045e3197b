import type { Fallback } from '#domain/calibration/fit-ladder.ts'
import type { NotEnough } from '#domain/calibration/supervisor-leniency.ts'
import type { ModelRefusalReason } from '#domain/statistics/model-refusal.ts'
import type { InBothLanguages, Locale } from './locale.ts'

/** Why findings rest on the model without a panel. */
export const fallbackSentences: Readonly<Record<Fallback['kind'], InBothLanguages>> = {
  'no-panel': {
    id: 'Belum ada penilaian ulang panel, sehingga dipakai model tanpa panel.',
    en: 'There is no panel re-scoring yet, so the model without a panel is used.',
  },
  'panel-too-small': {
    id: 'Panel baru memberi {scores} nilai di {teams} tim; perlu sedikitnya {requiredScores} nilai di {requiredTeams} tim. Sampai itu terpenuhi dipakai model tanpa panel.',
    en: 'The panel gave {scores} scores in {teams} teams so far; at least {requiredScores} scores in {requiredTeams} teams are needed. Until then the model without a panel is used.',
  },
  'panel-unconnected': {
    id: 'Para panelis terbagi dalam {groups} kelompok tanpa berkas bersama, sehingga tidak dapat dibandingkan. Dipakai model tanpa panel; bagikan berkas agar setiap panelis berbagi dengan yang lain.',
    en: 'Panelists fall into {groups} groups that share no dossier, so they cannot be compared. The model without a panel is used; deal out dossiers so that every panelist shares some.',
  },
  'one-panelist': {
    id: 'Baru satu panelis yang memberi nilai ({scores}), sehingga kemurahan panelis itu tidak dapat dibedakan dari mutu berkas. Sampai panelis kedua menilai berkas yang sama, dipakai model tanpa panel.',
    en: 'A single panelist has scored so far ({scores} scores), so that panelist’s own generosity cannot be told from the quality of the dossiers. Until a second one scores the same dossiers the model without a panel is used.',
  },
  'panel-model-refused': {
    id: 'Model dengan panel tidak dapat dihitung. {reason} Dipakai model tanpa panel.',
    en: 'The model with the panel cannot be computed. {reason} The model without a panel is used.',
  },
  'panel-model-unstable': {
    id: 'Perhitungan dengan panel berakhir pada jawaban yang berbeda dari dua titik awal, jadi tidak dipercaya. Dipakai model tanpa panel.',
    en: 'The computation with the panel ended at different answers from two starts, so it is not trusted. The model without a panel is used.',
  },
}

/** Reasons an office meets; what else may happen has one sentence, with the figures a click deeper. */
const refusalSentences: Readonly<Partial<Record<ModelRefusalReason, InBothLanguages>>> = {
  'no-rows': {
    id: 'Belum ada nilai pada periode ini. Masukkan nilai dahulu.',
    en: 'There are no scores in this period yet. Enter scores first.',
  },
  'all-equal': {
    id: 'Semua nilai sama, sehingga tidak ada perbedaan yang dapat dijelaskan.',
    en: 'All scores are the same, so there is no difference to explain.',
  },
  'one-group': {
    id: 'Hanya ada satu atasan, sehingga perbedaan antaratasan tidak dapat dilihat. Yang tersedia hanya perbandingan pegawai menurut capaiannya.',
    en: 'There is a single supervisor, so differences between supervisors cannot be seen. What remains is a comparison of people by their achievement.',
  },
  'group-per-row': {
    id: 'Setiap atasan menilai satu orang saja, sehingga atasan dan pegawai tidak dapat dibedakan.',
    en: 'Every supervisor rates a single person, so supervisor and person cannot be told apart.',
  },
  'no-scatter-within-groups': {
    id: 'Di dalam setiap tim nilainya tidak berbeda sama sekali, sehingga tidak ada ukuran pembanding.',
    en: 'Inside every team scores do not differ at all, so there is nothing to measure with.',
  },
  'no-scatter': {
    id: 'Nilai mengikuti capaian secara tepat, sehingga tidak ada sisa yang dapat diterangkan. Periksa apakah nilai dihitung dari capaian.',
    en: 'Scores follow achievement exactly, so nothing is left to explain. Check whether scores were computed from it.',
  },
  'too-few-rows': {
    id: 'Nilai terlalu sedikit untuk membandingkan atasan.',
    en: 'There are too few scores to compare supervisors.',
  },
}

const otherRefusal: InBothLanguages = {
  id: 'Perbandingan antaratasan tidak dapat dihitung dengan andal dari data ini.',
  en: 'Supervisors cannot be compared reliably from these data.',
}

/** Why supervisors cannot be compared. */
export const refusalSentence = (because: ModelRefusalReason, locale: Locale) =>
  (refusalSentences[because] ?? otherRefusal)[locale]

/** Why a supervisor's scores stay as they are. */
export const notEnoughSentences: Readonly<Record<NotEnough, InBothLanguages>> = {
  'not-fitted': {
    id: 'Tidak cukup bukti: perbandingan antaratasan tidak dapat dihitung.',
    en: 'Not enough evidence: supervisors could not be compared.',
  },
  'few-people': {
    id: 'Tidak cukup bukti: pegawai yang dinilai atasan ini kurang dari {people}.',
    en: 'Not enough evidence: this supervisor rates fewer than {people} people.',
  },
  'low-reliability': {
    id: 'Tidak cukup bukti: data tim ini terlalu sedikit menerangkan tentang atasannya.',
    en: 'Not enough evidence: the data of this team say too little about the supervisor.',
  },
  'achievement-missing': {
    id: 'Tidak cukup bukti: lebih dari {achievementMissing} pegawai tim ini tidak memiliki indeks capaian.',
    en: 'Not enough evidence: more than {achievementMissing} of this team have no achievement index.',
  },
}
