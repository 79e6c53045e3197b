import { encode } from 'uqr'

/** A QR code as squares ("modules"): how many on each side, the quiet zone included, and the dark ones as an SVG path. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

/** ISO/IEC 18004 asks for four light modules around the code. */
const quietZone = 4

/** Error correction M: 15 % of the code may be torn or stained. */
const modulesOf = (text: string) => encode(text, { ecc: 'M', border: quietZone }).data

/** The code as a drawing. For codes of our own: any text would also be taken, up to some 2,000 letters. */
export function qrCode(text: string): QrCode {
  const rows = modulesOf(text)
  return { size: rows.length, path: rows.map((row, y) => darkRuns(row, y)).join('') }
}

/** The code row by row, true for dark: for writers that need pixels. */
export const qrModules = (text: string): readonly (readonly boolean[])[] => modulesOf(text)

function darkRuns(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x++
    const width = x - start + 1
    path += `M${start} ${y}h${width}v1h-${width}z`
  }
  return path
}
