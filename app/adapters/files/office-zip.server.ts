import { createInflateRaw } from 'node:zlib'

import { holdsTestVirus } from '../scanner/test-virus.ts'

const MAX_ENTRIES = 2_000
const MAX_UNPACKED = 100 * 1024 * 1024
/** Tables of zeros pack to a hundredth; what packs better is made to. Small files may do so. */
const MAX_RATIO = 200
const RATIO_COUNTS_FROM = 1024 * 1024

const END = 0x06054b50
const END_BYTES = 22
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000

type Entry = { name: string; method: number; packed: number; size: number; offset: number }
class Refused extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}
const damaged = () => new Refused('document-damaged')

/**
 * Why an office document is not taken, or undefined. Its table of contents has to account for all
 * of its bytes, and every part is unpacked in pieces that are looked at and let go.
 */
export async function officeProblem(bytes: Buffer): Promise<string | undefined> {
  try {
    const entries = contents(bytes)
    const total = entries.reduce((sum, { size }) => sum + size, 0)
    if (total > MAX_UNPACKED) throw new Refused('document-too-large-inside')
    if (total > RATIO_COUNTS_FROM && total > bytes.length * MAX_RATIO)
      throw new Refused('document-too-large-inside')
    for (const entry of entries) refuseByName(entry.name)
    let end = 0
    for (const entry of entries.sort((one, other) => one.offset - other.offset))
      end = await readEntry(bytes, entry, end)
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

/** Where a zip's closing record is, if one closes these bytes whole. */
export function zipEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_BYTES - 0xffff)
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1)
    if (
      bytes.readUInt32LE(at) === END &&
      at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length
    )
      return at
  return undefined
}

function contents(bytes: Buffer): Entry[] {
  const end = zipEnd(bytes)
  if (end === undefined || bytes.readUInt32LE(0) !== LOCAL) throw damaged()
  const count = bytes.readUInt16LE(end + 10)
  const start = bytes.readUInt32LE(end + 16)
  const oneDisk = bytes.readUInt32LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === count
  // Nothing may lie between the table and its end, where another file could hide.
  if (!oneDisk || start + bytes.readUInt32LE(end + 12) !== end) throw damaged()
  if (count > MAX_ENTRIES) throw new Refused('document-too-large-inside')

  const entries: Entry[] = []
  const names = new Set<string>()
  let at = start
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) throw damaged()
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new Refused('document-protected')
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, nameEnd)
    // Two parts of one name: one program would read this, another that.
    if (nameEnd > end || names.has(name.toLowerCase())) throw damaged()
    names.add(name.toLowerCase())
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (at !== end) throw damaged()
  return entries
}

function refuseByName(name: string) {
  if (/vbaproject|vbadata|^(basic|scripts)\/|macrosheets?\//i.test(name))
    throw new Refused('document-macros')
  if (/\.(zip|jar|7z|rar|gz|docx?|docm|xlsx?|xlsm|pptx?|odt|ods|odp|exe|dll|js|vbs)$/i.test(name))
    throw new Refused('document-embeds')
  const parts = name.split('/')
  // oxlint-disable-next-line no-control-regex -- what no honest name holds
  if (/[\\:\x00-\x1f]/.test(name) || name.startsWith('/') || parts.includes('..')) throw damaged()
}

/** Unpacks one part and answers where its bytes end; none may begin before the last one ended. */
async function readEntry(bytes: Buffer, entry: Entry, after: number): Promise<number> {
  const { offset, packed, size, method } = entry
  if (offset < after || offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw damaged()
  const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26)
  const begin = nameEnd + bytes.readUInt16LE(offset + 28)
  if (bytes.toString('utf8', offset + 30, nameEnd) !== entry.name) throw damaged()
  if (begin + packed > bytes.length) throw damaged()
  const content = bytes.subarray(begin, begin + packed)
  if (method === 0) {
    if (packed !== size) throw damaged()
    refuseByContent(entry.name, content, true)
  } else if (method === 8) await unpack(entry, content)
  else throw damaged()
  return begin + packed
}

async function unpack({ name, size }: Entry, content: Buffer) {
  const inflate = createInflateRaw()
  inflate.end(content)
  let seen = 0
  let before: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      // What was said beforehand has been judged; more than that is a bomb.
      if (seen + chunk.length > size) throw damaged()
      refuseByContent(name, Buffer.concat([before, chunk]), seen === 0)
      seen += chunk.length
      before = Buffer.from(chunk.subarray(-128))
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw damaged()
  } finally {
    inflate.destroy()
  }
  if (seen !== size) throw damaged()
}

/** Archives, old office files and programs, by how they begin. */
const embedded = ['504b0304', '504b0506', 'd0cf11e0', '52617221', '377abcaf', '1f8b08', '4d5a9000']

function refuseByContent(name: string, content: Buffer, first: boolean) {
  if (first && embedded.some((sign) => content.subarray(0, 4).toString('hex').startsWith(sign)))
    throw new Refused('document-embeds')
  if (holdsTestVirus(content)) throw new Refused('file-harmful')
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject/i.test(content.toString('latin1')))
    throw new Refused('document-macros')
  if (name === 'META-INF/manifest.xml' && content.includes('encryption-data'))
    throw new Refused('document-protected')
}
