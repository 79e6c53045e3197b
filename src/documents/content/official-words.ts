import type { CaseState } from '#application/ports/report-facts.ts'
import type { ExpectationLevel, OrganisationPredicate, Predicate } from '#domain/model/levels.ts'
import type { Decision, Participant, Recusal } from '#domain/model/meeting.ts'

/** The field's own words as official documents print them. Documents are Indonesian in every interface language. */
export const levelWords: Readonly<Record<ExpectationLevel, string>> = {
  below: 'Di bawah ekspektasi',
  meets: 'Sesuai ekspektasi',
  above: 'Di atas ekspektasi',
}

export const predicateWords: Readonly<Record<Predicate, string>> = {
  'very-good': 'Sangat Baik',
  good: 'Baik',
  'needs-improvement': 'Butuh Perbaikan',
  poor: 'Kurang (Misconduct)',
  'very-poor': 'Sangat Kurang',
}

export const organisationWords: Readonly<Record<OrganisationPredicate, string>> = {
  excellent: 'Istimewa',
  good: 'Baik',
  'needs-improvement': 'Butuh Perbaikan',
  poor: 'Kurang',
  'very-poor': 'Sangat Kurang',
}

export const roleWords: Readonly<Record<Participant['role'], string>> = {
  chair: 'Pimpinan rapat',
  secretary: 'Notulis',
  supervisor: 'Pejabat penilai kinerja',
  panelist: 'Panelis',
  observer: 'Pengamat',
}

export const attendanceWords: Readonly<Record<Participant['attendance'], string>> = {
  unknown: 'belum dicatat',
  present: 'hadir',
  absent: 'tidak hadir',
  excused: 'izin',
}

export const recusalWords: Readonly<Record<Recusal['cause'], string>> = {
  self: 'kasus diri sendiri',
  spouse: 'suami atau istri',
  relative: 'hubungan keluarga',
  conflict: 'benturan kepentingan',
  other: 'sebab lain',
}

export const consentWords: Readonly<Record<Decision['consent'], string>> = {
  'not-needed': 'tidak diperlukan',
  agreed: 'disetujui',
  declined: 'tidak disetujui',
  pending: 'belum dijawab',
}

export const stateWords: Readonly<Record<CaseState, string>> = {
  undecided: 'Belum diputuskan',
  kept: 'Tetap',
  changed: 'Diubah',
  proposed: 'Usulan',
}

export const notYetRated = 'belum dinilai'
export const levelWord = (level: ExpectationLevel | null) => (level === null ? notYetRated : levelWords[level])
export const predicateWord = (predicate: Predicate | null) =>
  predicate === null ? notYetRated : predicateWords[predicate]
