/**
 * A NIP in the groups of official letters: birth date, month of appointment, sex, serial. Anything that is not 18
 * digits comes back as it is, only without spaces around it.
 * @example formatNip('196804111993031009') // '19680411 199303 1 009'
 */
export function formatNip(nip: string): string {
  const groups = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(nip.replaceAll(' ', ''))
  return groups === null ? nip.trim() : groups.slice(1).join(' ')
}
