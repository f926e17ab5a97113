import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { and, asc, gte, isNotNull, lt, sql } from 'drizzle-orm'

import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { closeDatabase, type Database } from '#app/db/client.server.ts'
import { hashesOf, logSize, newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { logEntries } from '#app/db/schema/log.ts'
import { openSnapshot } from '#app/db/snapshot.server.ts'
import { equal, hex } from '#app/domain/ledger/bytes.ts'
import { openCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { findBreak } from '#app/domain/ledger/continuity.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { append, emptyFrontier, frontierRoot, leafHash } from '#app/domain/ledger/merkle.ts'
import { parseVerifierKey } from '#app/domain/ledger/signed-note.ts'

import {
  BackupProblem,
  DATABASE,
  filesUnder,
  hashOf,
  MANIFEST,
  readManifest,
  SEAL,
  type Manifest,
} from './folder.ts'

export type Progress = (what: string, done: number, of: number) => void

const SLICE = 4_096

/** Whether a backup is what its manifest says, byte for byte, and a whole register. */
export async function checkBackup(folder: string, progress: Progress): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupProblem(`there is no ${MANIFEST} in ${folder}: this is no backup, or not whole`)
  })
  const seal = await readFile(join(folder, SEAL), 'utf8').catch(() => '')
  if (seal !== sealOf(text)) throw new BackupProblem(`${MANIFEST} is not the one that was sealed`)
  const manifest = readManifest(text)
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  const found = (await filesUnder(folder)).filter((path) => path !== MANIFEST && path !== SEAL)
  for (const path of found)
    if (!listed.has(path)) throw new BackupProblem(`${path} is not in the manifest`)
  let done = 0
  for (const { path, size, sha256 } of manifest.files) {
    const here = await stat(join(folder, path)).catch(() => undefined)
    if (!here) throw new BackupProblem(`${path} is missing`)
    if (here.size !== size || (await hashOf(join(folder, path))) !== sha256)
      throw new BackupProblem(`${path} is not what was backed up`)
    progress('files', (done += 1), manifest.files.length)
  }
  const db = openSnapshot(pathToFileURL(join(folder, DATABASE)).href)
  try {
    await checkDatabase(db, folder, manifest, progress)
  } finally {
    closeDatabase(db)
  }
  return manifest
}

export const sealOf = (manifest: string) =>
  `${createHash('sha256').update(manifest).digest('hex')}  ${MANIFEST}\n`

async function checkDatabase(
  db: Database,
  folder: string,
  { log, files }: Manifest,
  progress: Progress,
) {
  const whole = await db.all<{ integrity_check: string }>(sql`PRAGMA integrity_check`)
  if (whole.length !== 1 || whole[0]?.integrity_check !== 'ok')
    throw new BackupProblem('SQLite finds the copied database damaged')
  if ((await db.all(sql`PRAGMA foreign_key_check`)).length > 0)
    throw new BackupProblem('rows of the copied database refer to others that are not there')
  const { size, root } = await recomputed(db, progress)
  if (size !== log.size || root !== log.root)
    throw new BackupProblem('the log of the copied database is not the one of the manifest')
  const newest = await newestCheckpoint(db)
  const states = [newest, await checkpointMarks(folder).newest()]
  const signed = states.filter((state) => state !== undefined)
  if (await findBreak(signed, size, hashesOf(db)))
    throw new BackupProblem('the entries of the log do not lead to what it has signed')
  if (newest && log.vkey !== undefined) {
    try {
      const said = openCheckpoint(newest.note, parseVerifierKey(log.vkey), verify)
      if (said.size !== newest.size || !equal(said.root, newest.root)) throw new BackupProblem()
    } catch (error) {
      if (!(error instanceof LedgerError) && !(error instanceof BackupProblem)) throw error
      throw new BackupProblem('the newest checkpoint is not signed with the key of the log')
    }
  }
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  const named = await db
    .select({ name: evidence.storedName, sha256: evidence.sha256 })
    .from(evidence)
    .where(isNotNull(evidence.storedName))
  for (const { name, sha256 } of named) {
    const kept = hashes.get(`files/${name}`)
    if (kept !== undefined && sha256 !== null && kept !== sha256)
      throw new BackupProblem(`files/${name} is not the evidence that was handed in`)
  }
}

/** The log's size and root from its entries alone, without what is stored of either. */
export async function recomputed(db: Database, progress: Progress) {
  const size = await logSize(db)
  let frontier = emptyFrontier
  for (let from = 0; from < size; from += SLICE) {
    const entries = await db
      .select({ idx: logEntries.idx, leaf: logEntries.leaf, hash: logEntries.leafHash })
      .from(logEntries)
      .where(and(gte(logEntries.idx, from), lt(logEntries.idx, from + SLICE)))
      .orderBy(asc(logEntries.idx))
    for (const [i, { idx, leaf, hash }] of entries.entries()) {
      const own = leafHash(new Uint8Array(leaf))
      if (idx !== from + i || !equal(own, new Uint8Array(hash)))
        throw new BackupProblem(`entry ${from + i} of the log is not what was written`)
      frontier = append(frontier, own)
    }
    progress('entries of the log', Math.min(from + SLICE, size), size)
  }
  return { size, root: hex(frontierRoot(frontier)) }
}
