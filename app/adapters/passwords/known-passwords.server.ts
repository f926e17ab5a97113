import { createHash } from 'node:crypto'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { resolve } from 'node:path'

import type { KnownPasswords } from '#app/domain/accounts/password.ts'

const COMMON = 'app/adapters/passwords/common.txt'
/** A line of a published list: a SHA-1 or the beginning of one, and how often it was seen. */
const LINE = /^([0-9A-F]{10,40})(?::\d+)?\s*$/i
/** More than any line takes: wherever one begins to read, a whole line is within. */
const PIECE = 256

export class NotAPasswordList extends Error {}

/**
 * Whether a password is one of those tried first: on our own short list, a word of that list with
 * digits and signs around it, or in the operator's file of stolen ones.
 */
export async function knownPasswords(breachedFile?: string): Promise<KnownPasswords> {
  const breached = breachedFile === undefined ? undefined : await openBreached(breachedFile)
  let common: Promise<ReadonlySet<string>> | undefined
  return async (password) => {
    common ??= readCommon()
    return isCommon(password, await common) || ((await breached?.(password)) ?? false)
  }
}

async function readCommon(): Promise<ReadonlySet<string>> {
  const text = await readFile(resolve(COMMON), 'utf8')
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
}

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

function isCommon(password: string, common: ReadonlySet<string>): boolean {
  const written = password.normalize('NFKC').trim().toLowerCase()
  const bare = written.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const read = written.replace(/[013457@$!]/g, (sign) => leet[sign] ?? sign)
  const readBare = bare.replace(/[013457@$!]/g, (sign) => leet[sign] ?? sign)
  const spellings = [written, bare, read, readBare, read.replace(/^[^a-z]+|[^a-z]+$/g, '')]
  return (
    spellings.some((one) => common.has(one) || common.has(unit(one))) ||
    new Set(written).size <= 3 ||
    isRun(written)
  )
}

/** What a text repeats from its beginning to its end: `ab` of `ababab`; else the text. */
function unit(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1)
  return at > 0 ? text.slice(0, at) : text
}

/** Each character the next one, or each the one before: 1234567890, abcdefghij, 9876543210. */
function isRun(text: string): boolean {
  const codes = Array.from(text.replace(/90/g, '9:'), (one) => one.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, place) => code - (codes[place] ?? 0)))
  return steps.size === 1 && [1, -1].includes([...steps][0] ?? 0)
}

/** Looks a password's SHA-1 up in a sorted file, without reading more than some forty lines of it. */
async function openBreached(path: string): Promise<KnownPasswords> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  const first = await lineFrom(file, 0)
  if (!first) {
    await file.close()
    throw new NotAPasswordList(`${path} does not begin with a SHA-1, in hexadecimal`)
  }
  return async (password) => {
    const wanted = createHash('sha1').update(password).digest('hex').toUpperCase()
    // The last line that begins at or before `low` is not beyond what is wanted.
    let low = 0
    let high = size
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const line = await lineFrom(file, middle)
      if (!line) high = middle
      else if (wanted.startsWith(line.hash)) return true
      else if (line.hash < wanted) low = line.end
      else high = middle
    }
    return false
  }
}

/** The first whole line that begins at or after a place; undefined where there is none. */
async function lineFrom(
  file: FileHandle,
  at: number,
): Promise<{ hash: string; end: number } | undefined> {
  const from = Math.max(0, at - 1)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(PIECE), 0, PIECE, from)
  const piece = buffer.toString('latin1', 0, bytesRead)
  const begin = at === 0 ? 0 : piece.indexOf('\n') + 1
  if (begin === 0 && at > 0) return undefined
  const stop = piece.indexOf('\n', begin)
  const line = piece.slice(begin, stop === -1 ? undefined : stop)
  const hash = LINE.exec(line)?.[1]?.toUpperCase()
  const end = from + (stop === -1 ? bytesRead : stop + 1)
  return hash === undefined ? undefined : { hash, end }
}
