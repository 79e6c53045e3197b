import type { TrailWordsOf } from './trail-words.ts'

/** Of the data of a period: imports, units, people and their ratings. */
export const staffTrail = {
  'example.addPeriod': {
    id: { name: 'Periode contoh', text: 'Mengisi data contoh {period} untuk {employees} pegawai.' },
    en: { name: 'Example period', text: 'Filled in example data of {period} for {employees:employee|employees}.' },
  },
  'example.addPanel': {
    id: { name: 'Panel contoh', text: 'Mengisi {scores} penilaian panel contoh {period} untuk {dossiers} berkas.' },
    en: { name: 'Example panel', text: 'Filled in {scores} panel ratings of {dossiers:dossier|dossiers} in {period}.' },
  },
  'import.commit': {
    id: { name: 'Impor', text: 'Mengimpor {files}: {rows} baris diambil, {employees} pegawai baru.' },
    en: { name: 'Import', text: 'Imported {files}: {rows:row|rows} taken, {employees:new employee|new employees}.' },
  },
  'organisation.setResult': {
    id: {
      name: 'Capaian organisasi',
      text: 'Mencatat capaian kinerja organisasi {period} pada {units} unit: {predicate}.',
    },
    en: {
      name: 'Organisation result',
      text: 'Recorded the organisation predicate of {units:unit|units} in {period}: {predicate}.',
    },
  },
  'organisation.saveIndicator': {
    id: { name: 'Indikator kinerja utama', text: 'Menyimpan indikator {indicator} dari {unit}.' },
    en: { name: 'Key indicator', text: 'Saved the indicator {indicator} of {unit}.' },
  },
  'organisation.removeIndicator': {
    id: { name: 'Indikator dihapus', text: 'Menghapus indikator {indicator} dari {unit}.' },
    en: { name: 'Indicator removed', text: 'Removed the indicator {indicator} of {unit}.' },
  },
  'organisation.setPatternReason': {
    id: { name: 'Alasan pola distribusi', text: 'Mencatat alasan pola distribusi {unit}, {period}.' },
    en: { name: 'Pattern reason', text: 'Recorded the reason for the pattern of {unit}, {period}.' },
  },
  'organisation.setRulePacks': {
    id: { name: 'Paket aturan', text: 'Mengubah paket aturan {period}: {packs}.' },
    en: { name: 'Rule packs', text: 'Changed the rule packs of {period}: {packs}.' },
  },
  'organisation.setScoring': {
    id: { name: 'Ketentuan penilaian', text: 'Mengubah ketentuan penilaian {period}.' },
    en: { name: 'Scoring conventions', text: 'Changed the scoring conventions of {period}.' },
  },
  'organisation.setStage': {
    id: {
      name: 'Tahap periode',
      text: ['Memindahkan {period} ke tahap {stage}, disetujui {approver}.', 'Memindahkan {period} ke tahap {stage}.'],
    },
    en: {
      name: 'Stage of the period',
      text: ['Moved {period} to the stage {stage}, approved by {approver}.', 'Moved {period} to the stage {stage}.'],
    },
  },
  'organisation.setWindow': {
    id: { name: 'Jendela evaluasi', text: 'Mengubah jendela evaluasi {period}.' },
    en: { name: 'Evaluation window', text: 'Changed the evaluation window of {period}.' },
  },
  'staff.recordCells': {
    id: {
      name: 'Sel pegawai',
      text: ['Mengisi {cells} sel {employee}, {period}.', 'Mengisi {cells} sel untuk {employees} pegawai, {period}.'],
    },
    en: {
      name: 'Staff cells',
      text: [
        'Filled in {cells:cell|cells} of {employee}, {period}.',
        'Filled in {cells:cell|cells} of {employees:employee|employees}, {period}.',
      ],
    },
  },
  'staff.add': {
    id: { name: 'Pegawai baru', text: 'Menambahkan {employee} ke {period}.' },
    en: { name: 'New employee', text: 'Added {employee} to {period}.' },
  },
  'staff.remove': {
    id: { name: 'Pegawai dikeluarkan', text: 'Mengeluarkan {employees} pegawai dari {period}.' },
    en: { name: 'Employees removed', text: 'Removed {employees:employee|employees} from {period}.' },
  },
  'staff.setSupervisor': {
    id: {
      name: 'Pejabat penilai',
      text: [
        'Menetapkan {supervisor} sebagai penilai {employees} pegawai, {period}, sejak {since} ({moved}).',
        'Menetapkan {supervisor} sebagai penilai {employees} pegawai, {period}.',
      ],
    },
    en: {
      name: 'Supervisor',
      text: [
        'Made {supervisor} the supervisor of {employees:employee|employees}, {period}, from {since} ({moved}).',
        'Made {supervisor} the supervisor of {employees:employee|employees}, {period}.',
      ],
    },
  },
} satisfies TrailWordsOf<'example' | 'import' | 'organisation' | 'staff'>
