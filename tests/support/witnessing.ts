import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll } from 'vitest'

import { signerOf } from '#app/adapters/signer/ed25519.server.ts'
import { utf8 } from '#app/domain/ledger/bytes.ts'
import { writeCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { consistencyProof } from '#app/domain/ledger/proof.ts'
import {
  COSIGNATURE_KEY,
  NOTE_KEY,
  signNote,
  verifierKey,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'
import { writeAddCheckpoint } from '#app/domain/ledger/witness-request.ts'
import { openMemory } from '#scripts/witness/memory.ts'
import { witnessServer } from '#scripts/witness/server.ts'

/** A key pair that a number stands for: the same in every run. */
export function keyOf(name: string, type: number, seed: number) {
  const { publicKey, sign } = signerOf(new Uint8Array(32).fill(seed))
  return { key: verifierKey(name, type, publicKey), sign }
}

/** A log of so many leaves, signed by a key of its own; `word` makes its leaves differ. */
export function scratchLog(
  leaves: number,
  { name = 'log.example/log', seed = 7, word = 'leaf' } = {},
) {
  const { key, sign } = keyOf(name, NOTE_KEY, seed)
  const hashes = Array.from({ length: leaves }, (_, i) => leafHash(utf8(`${word} ${i}`)))
  const note = (size: number) => {
    const root = rootOf(hashes.slice(0, size))
    return signNote(writeCheckpoint({ origin: name, size, root }), key, sign)
  }
  /** The body that asks a witness to go from one size to another. */
  const body = (oldSize: number, size: number) =>
    writeAddCheckpoint({
      oldSize,
      proof: oldSize === 0 || oldSize > size ? [] : consistencyProof(hashes, oldSize, size),
      note: note(size),
    })
  return { key, sign, note, body }
}

const servers: Server[] = []
const folders: string[] = []

export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-witness-'))
  folders.push(folder)
  return folder
}

/** The witness of `npm run witness`, answering on a free port of this machine. */
export async function startWitness(
  logKey: VerifierKey,
  { name = 'witness.example', seed = 9, file = '', isNew = true, now = () => new Date() } = {},
) {
  const { key, sign } = keyOf(name, COSIGNATURE_KEY, seed)
  const state = file || join(await scratchFolder(), 'checkpoint')
  const memory = await openMemory(state, { log: logKey, own: key }, isNew)
  const lines: string[] = []
  const server = witnessServer({
    logKey,
    key,
    sign,
    memory,
    now,
    log: (line) => void lines.push(line),
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { key, url, state, memory, lines, stop }
}

afterAll(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})
