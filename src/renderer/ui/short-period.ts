/** "Triwulan III 2026" as "TW III 2026": three of them stand under one small line. */
export const shortPeriod = (name: string): string => name.replace(/^Triwulan /, 'TW ').replace(/^Tahun /, '')
