import type { InBothLanguages, Locale } from './locale.ts'

/** Codes that stand in the values of sentences and in old cell values, in words. */
const words: Readonly<Record<string, InBothLanguages>> = {
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
