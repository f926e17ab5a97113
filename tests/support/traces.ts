import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Database } from '#app/db/client.server.ts'

/** The folder a register's files lie in. */
export async function folderOf(db: Database): Promise<string> {
  const { rows } = await db.$client.execute('PRAGMA database_list')
  return dirname(rows[0]?.['file'] as string)
}

/**
 * Every spelling in which a text could lie in a file: as it is, as JSON escapes it, as an address
 * spells it, in UTF-16, and inside base64 at each of its three alignments, where a disclosure of
 * which it is a part would have it.
 */
export function spellingsOf(text: string): Buffer[] {
  const escaped = Array.from(text, (sign) => {
    const unit = sign.charCodeAt(0)
    return unit < 128 ? sign : `\\u${unit.toString(16).padStart(4, '0')}`
  }).join('')
  const json = JSON.stringify(text).slice(1, -1)
  const disclosed = Buffer.from(json)
  const aligned = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), disclosed]).toString('base64url')
    // The first and last sign also hold bits of what stands around it.
    return coded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + disclosed.length) * 8) / 6))
  })
  const plain = [text, text.normalize('NFD'), json, escaped, encodeURIComponent(text), ...aligned]
  return [...new Set(plain)].map((one) => Buffer.from(one)).concat(Buffer.from(text, 'utf16le'))
}

/** How often a text is left in each file under a folder, in any spelling. Empty: it is gone. */
export function tracesOf(folder: string, text: string): Record<string, number> {
  const found: Record<string, number> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const inName = entry.name.includes(text) ? 1 : 0
    const bytes = entry.isFile() ? readFileSync(path) : Buffer.alloc(0)
    const n = spellingsOf(text).reduce((sum, one) => sum + countIn(bytes, one), inName)
    if (n > 0) found[path.slice(folder.length + 1)] = n
  }
  return found
}

function countIn(bytes: Buffer, wanted: Buffer): number {
  let n = 0
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) n += 1
  return n
}
