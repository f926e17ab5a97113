import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/** The letters a font file has: the map of its characters, read out of WOFF 2 (W3C, sections 4 and 5). */
export function lettersIn(file: string): Set<number> {
  const bytes = readFileSync(file)
  let at = 48
  const base128 = () => {
    for (let value = 0; ;) {
      const byte = bytes.readUInt8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  // Table 0 of the known ones is cmap, 10 and 11 are glyf and loca; 63 spells its name out.
  let cmap: number | undefined
  let offset = 0
  for (let left = bytes.readUInt16BE(12); left > 0; left -= 1) {
    const flags = bytes.readUInt8(at++)
    const table = flags & 63
    if (table === 63) at += 4
    const length = base128()
    const isOutline = table === 10 || table === 11
    const isTransformed = isOutline ? flags >> 6 === 0 : flags >> 6 !== 0
    if (table === 0) cmap = offset
    offset += isTransformed ? base128() : length
  }
  const tables = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)))
  return segmentsOf(tables.subarray(cmap))
}

/** Format 4 holds all letters of the Basic Multilingual Plane, which are all we have. */
function segmentsOf(cmap: Buffer): Set<number> {
  const letters = new Set<number>()
  for (let n = 0; n < cmap.readUInt16BE(2); n += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * n))
    if (table.readUInt16BE(0) !== 4) continue
    const width = table.readUInt16BE(6)
    for (let segment = 0; segment < width; segment += 2) {
      const end = table.readUInt16BE(14 + segment)
      const start = table.readUInt16BE(16 + width + segment)
      for (let letter = start; letter <= end && letter < 0xffff; letter += 1) letters.add(letter)
    }
  }
  return letters
}
