// Takes the pictures of the README and the user guide from the demonstration (npm run demo) into docs/images,
// each reduced to 256 colours. Usage: node scripts/make-images.mjs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { root, say } from './lib/project.mjs'

/** Names here and the names the demonstration gives, without number and language. */
const pictures = {
  start: 'mulai',
  import: 'impor-periksa',
  overview: 'ringkasan',
  staff: 'berkas-pegawai',
  calibration: 'kalibrasi',
  meeting: 'rapat-keputusan',
  results: 'hasil-berita-acara',
  'follow-ups': 'tindak-lanjut',
  trail: 'jejak',
}

const target = join(root, 'docs', 'images')
mkdirSync(target, { recursive: true })
const screens = join(root, 'out', 'demo', 'screens')
for (const [name, source] of Object.entries(pictures)) {
  // Numbered in the order of the demonstration, which changes.
  const file = readdirSync(screens).find((one) => one.replace(/^\d+-/, '') === `${source}.id.png`)
  if (file === undefined) throw new Error(`The demonstration has no picture "${source}".`)
  const bytes = reduce(readFileSync(join(screens, file)))
  writeFileSync(join(target, `${name}.png`), bytes)
  say(`docs/images/${name}.png  ${Math.ceil(bytes.length / 1024)} kB`)
}

/** An RGB or RGBA PNG of 8 bits, as Chromium writes it, with a palette instead. @param {Buffer} png */
function reduce(png) {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : 3
  const pixels = unfilter(inflateSync(dataOf(png)), width * channels, height, channels)
  const colours = new Uint32Array(width * height)
  const uses = new Map()
  for (let at = 0; at < colours.length; at++) {
    const from = at * channels
    const colour = (pixels[from] << 16) | (pixels[from + 1] << 8) | pixels[from + 2]
    colours[at] = colour
    uses.set(colour, (uses.get(colour) ?? 0) + 1)
  }
  const palette = chosen(uses)
  const place = new Map(palette.map((colour, index) => [colour, index]))
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colours[y * width + x]
      if (!place.has(colour)) place.set(colour, nearest(palette, colour))
      lines[y * (width + 1) + 1 + x] = place.get(colour)
    }
  }
  const header = Buffer.from(png.subarray(16, 29))
  header[9] = 3
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const parts = [chunk('IHDR', header), chunk('PLTE', table), chunk('IDAT', deflateSync(lines, { level: 9 }))]
  return Buffer.concat([png.subarray(0, 8), ...parts, chunk('IEND', Buffer.alloc(0))])
}

/**
 * The most used colours, then those that would be missed most: a small red word must not become brown.
 * @param {ReadonlyMap<number, number>} uses
 */
function chosen(uses) {
  const byUse = [...uses].sort((a, b) => b[1] - a[1])
  const palette = byUse.slice(0, 160).map(([colour]) => colour)
  const rest = byUse.slice(160, 3000).map(([colour, count]) => ({ colour, count, away: Number.POSITIVE_INFINITY }))
  let seen = 0
  while (palette.length < 256 && rest.length > 0) {
    for (const one of rest) {
      for (const known of palette.slice(seen)) one.away = Math.min(one.away, distance(known, one.colour))
    }
    seen = palette.length
    const missed = rest.reduce((most, one) => (one.away * one.count > most.away * most.count ? one : most))
    if (missed.away === 0) break
    palette.push(missed.colour)
  }
  return palette
}

/** @param {Buffer} png */
function dataOf(png) {
  const parts = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return Buffer.concat(parts)
}

/** Undoes the five line filters of PNG. */
function unfilter(raw, stride, height, step) {
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x >= step ? out[y * stride + x - step] : 0
      const up = y > 0 ? out[(y - 1) * stride + x] : 0
      const corner = x >= step && y > 0 ? out[(y - 1) * stride + x - step] : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] + guess) & 255
    }
  }
  return out
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** @param {readonly number[]} palette @param {number} colour */
function nearest(palette, colour) {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, other] of palette.entries()) {
    const away = distance(other, colour)
    if (away < least) [best, least] = [index, away]
  }
  return best
}

/** @param {number} first @param {number} second */
function distance(first, second) {
  const red = (first >> 16) - (second >> 16)
  const green = ((first >> 8) & 255) - ((second >> 8) & 255)
  const blue = (first & 255) - (second & 255)
  return red * red + green * green + blue * blue
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
