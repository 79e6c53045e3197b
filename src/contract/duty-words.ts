import { type Duty, duties } from '#domain/model/user.ts'
import type { InBothLanguages, Locale } from './locale.ts'

/** What each duty is called. */
export const dutyWords: Readonly<Record<Duty, InBothLanguages>> = {
  chair: { id: 'Ketua', en: 'Chair' },
  secretary: { id: 'Sekretaris', en: 'Secretary' },
  panelist: { id: 'Anggota panel', en: 'Panelist' },
  observer: { id: 'Pengamat', en: 'Observer' },
  auditor: { id: 'Auditor', en: 'Auditor' },
}

const isDuty = (word: string): word is Duty => duties.some((duty) => duty === word)

/** `chair+secretary` in words; null when it is no list of duties. @example dutyList('chair+auditor', 'id') // 'Ketua, Auditor' */
export function dutyList(codes: string, locale: Locale): string | null {
  const found = codes.split('+')
  return found.every(isDuty) ? found.map((code) => dutyWords[code][locale]).join(', ') : null
}
