import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

import { Zip, ZipDeflate } from 'fflate'

export type ZipPart = { name: string; chunks: AsyncIterable<string | Uint8Array> }

/** Files in one archive, each packed while it is read and none held in memory. Below 4 GB each. */
export async function* zipped(
  parts: AsyncIterable<ZipPart>,
  mtime: Date,
): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    packed.push(chunk)
  })
  const taken = () => Buffer.concat(packed.splice(0))
  for await (const { name, chunks } of parts) {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = mtime
    zip.add(file)
    for await (const chunk of chunks) {
      file.push(Buffer.from(chunk))
      if (packed.length > 0) yield taken()
    }
    file.push(new Uint8Array(), true)
    yield taken()
  }
  zip.end()
  yield taken()
}

/**
 * Texts laid aside in a folder of the system's for temporary files, compressed. An archive holds
 * one file after another, while a record has rows in all of them.
 */
export async function spooled(names: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'kept-download-'))
  const spools = new Map(
    names.map((name) => {
      const gzip = createGzip({ level: 1 })
      const written = pipeline(gzip, createWriteStream(join(folder, name)))
      // A full disk is told to whoever writes or reads next.
      written.catch(() => {})
      return [name, { gzip, written }] as const
    }),
  )
  const spoolOf = (name: string) => {
    const spool = spools.get(name)
    if (!spool) throw new Error(`nothing is laid aside as ${name}`)
    return spool
  }
  return {
    async write(name: string, text: string) {
      const { gzip, written } = spoolOf(name)
      if (text === '' || gzip.write(text)) return
      await Promise.race([once(gzip, 'drain'), written])
    },
    async *read(name: string): AsyncGenerator<Buffer> {
      const { gzip, written } = spoolOf(name)
      gzip.end()
      await written
      const gunzip = createGunzip()
      pipeline(createReadStream(join(folder, name)), gunzip).catch(() => {})
      yield* gunzip
    },
    async remove() {
      for (const { gzip } of spools.values()) gzip.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
