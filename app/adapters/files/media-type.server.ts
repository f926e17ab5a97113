import { Readable } from 'node:stream'

import { fileTypeFromStream } from 'file-type'

import { fileKinds } from '#app/domain/evidence/evidence.ts'

const MACROS = Buffer.from('vbaProject.bin')

/**
 * What a file is by its own bytes, or undefined when that is none of the kinds taken. Text has no
 * magic number: it must be UTF-8 throughout, without a NUL, and bear one of text's endings.
 */
export async function mediaTypeOf(
  fileName: string,
  read: () => Readable,
): Promise<string | undefined> {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const found = await sniff(read())
  if (found === undefined) {
    if (ending !== 'csv' && ending !== 'txt') return undefined
    return (await isText(read())) ? fileKinds[ending][0] : undefined
  }
  // A document that carries macros is a program.
  return (await holds(read(), MACROS)) ? undefined : found
}

async function sniff(stream: Readable): Promise<string | undefined> {
  try {
    return (await fileTypeFromStream(Readable.toWeb(stream) as ReadableStream))?.mime
  } catch {
    return 'unreadable'
  } finally {
    stream.destroy()
  }
}

async function isText(stream: Readable): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) return false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function holds(stream: Readable, wanted: Buffer): Promise<boolean> {
  let before = Buffer.alloc(0)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const seen = Buffer.concat([before, chunk])
    if (seen.includes(wanted)) return true
    before = Buffer.from(seen.subarray(-wanted.length))
  }
  return false
}
