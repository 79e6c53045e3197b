import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A black-and-white picture as PNG, one bit for a pixel; each square is `scale` pixels wide, true is black. */
export function squaresPng(squares: readonly (readonly boolean[])[], scale: number): Uint8Array {
  const width = (squares[0]?.length ?? 0) * scale
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(squares.length * scale, 4)
  header.writeUInt8(1, 8) // bits for a pixel; the colour type 0 that follows is grey
  const lines = squares.flatMap((row) => Array<Buffer>(scale).fill(lineOf(row, scale)))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The filter byte 0 ("as it is"), then the pixels, eight in a byte, 1 for white. */
function lineOf(row: readonly boolean[], scale: number): Buffer {
  const width = row.length * scale
  const line = Buffer.alloc(1 + Math.ceil(width / 8))
  for (let x = 0; x < width; x++) {
    if (row[Math.floor(x / scale)] !== true) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  }
  return line
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
