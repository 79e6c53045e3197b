/** Characters XML cannot hold: controls other than tab and line ends, and the two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
/** Marks that reorder the text around them: with them a page could read differently from what was decided. */
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text that any XML part can hold; nothing a reader sees is changed. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(NOT_XML, '')
}

/** Text for a page: as {@link xmlText}, without marks that reorder, and with one kind of line end. */
export function pageText(text: string): string {
  return xmlText(text).replace(REORDERING, '').replace(/\r\n?/g, '\n')
}
