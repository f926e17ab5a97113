import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { z } from 'zod'

import { replaceFile } from '#app/adapters/files/replace-file.server.ts'

/** What was verified last, as the state file keeps it. */
const rememberedShape = z.strictObject({
  format: z.literal('kept-verify/1'),
  url: z.string(),
  /** The log's key, and whether somebody handed it in or it was taken from the log itself. */
  vkey: z.string(),
  trust: z.enum(['given', 'first-use']),
  /** The signed note, word for word. */
  checkpoint: z.string(),
  verifiedAt: z.iso.datetime(),
})
export type Remembered = z.infer<typeof rememberedShape>

/**
 * What a verifier keeps between runs: the newest checkpoint it has verified, and beside it every
 * full bundle of entries. A run that was broken off goes on with its own; else they are asked for
 * again, and show which entries are served otherwise than before. What entries say is never kept.
 */
export type Memory = {
  remembered: Remembered | undefined
  bundle: (index: number) => Promise<KeptBundle | undefined>
  keepBundle: (index: number, bytes: Uint8Array) => Promise<void>
  save: (remembered: Remembered) => Promise<void>
  /** A signed note that contradicts what is remembered: the two together are the proof. */
  keepProof: (note: string) => Promise<string | undefined>
}

/** `unfinished`: of a run that has not come to its verdict yet. */
export type KeptBundle = { readonly bytes: Uint8Array; readonly unfinished: boolean }

export class MemoryBroken extends Error {}

const nothing = () => Promise.resolve(undefined)

/** A verifier without a state file starts from nothing and remembers nothing. */
export const noMemory: Memory = {
  remembered: undefined,
  bundle: nothing,
  keepBundle: () => Promise.resolve(),
  save: () => Promise.resolve(),
  keepProof: nothing,
}

export async function openMemory(file: string): Promise<Memory> {
  const remembered = await rememberedIn(file)
  const folder = `${file}.entries`
  const finished = (await stat(file).catch(absent))?.mtimeMs ?? 0
  await mkdir(folder, { recursive: true })
  const placeOf = (index: number) => join(folder, String(index))
  return {
    remembered,
    async bundle(index) {
      const bytes = await readFile(placeOf(index)).catch(absent)
      const kept = bytes && (await stat(placeOf(index)).catch(absent))
      return kept && { bytes, unfinished: kept.mtimeMs > finished }
    },
    keepBundle: async (index, bytes) => replace(placeOf(index), bytes),
    save: async (remembered) => replace(file, `${JSON.stringify(remembered, undefined, 2)}\n`),
    async keepProof(note) {
      const proof = `${file}.contradiction`
      await replace(proof, note)
      return proof
    },
  }
}

async function rememberedIn(file: string): Promise<Remembered | undefined> {
  const text = await readFile(file, 'utf8').catch(absent)
  if (text === undefined) return undefined
  const read = rememberedShape.safeParse(jsonIn(text))
  if (!read.success) throw new MemoryBroken(`${file} is not what this program wrote`)
  return read.data
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function replace(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await replaceFile(file, content)
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
