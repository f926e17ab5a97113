import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'

import type { FileStore } from './file-store.ts'

/** The disk's twin for tests; `names` says what is kept. */
export function memoryFiles(): FileStore & { names(): string[] } {
  const kept = new Map<string, Buffer>()
  return {
    names: () => [...kept.keys()],
    async incoming() {
      const chunks: Uint8Array[] = []
      return {
        async write(chunk) {
          chunks.push(Uint8Array.from(chunk))
        },
        read: () => Readable.from([Buffer.concat(chunks)]),
        async keep() {
          const storedName = randomBytes(16).toString('hex')
          kept.set(storedName, Buffer.concat(chunks))
          return storedName
        },
        async discard() {
          chunks.length = 0
        },
      }
    },
    async open(storedName) {
      const bytes = kept.get(storedName)
      return bytes && { size: bytes.length, stream: () => Readable.from([bytes]) }
    },
    async remove(storedName) {
      kept.delete(storedName)
    },
    list: async () => [...kept.keys()],
  }
}
