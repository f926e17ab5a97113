import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import { syncFolder } from '#app/adapters/files/sync-folder.server.ts'
import type { LogMirror } from '#app/adapters/mirror/log-mirror.ts'
import { checkpointMarks, newestIn } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { migrateDatabase } from '#app/db/migrate.server.ts'
import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { accountTokens, challenges, sessions } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { openCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { parseVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { findFiles } from '#app/use-cases/ledger/find-files.server.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'
import { recoverLog, type Recovery } from '#app/use-cases/ledger/recover-log.server.ts'
import { finishErasure } from '#app/use-cases/redactions/finish-erasure.server.ts'

import { checkBackup, type Progress } from './check.ts'
import { BackupProblem, DATABASE, syncFile, type Manifest } from './folder.ts'

export type Restoring = {
  from: string
  /** The data folder to be: absent or empty. */
  data: string
  now: Date
  /** What may know of more than the backup: another copy of the log, or marks that survived. */
  mirror: LogMirror | undefined
  marksFile: string | undefined
  /** Somebody's word that nothing was signed after the backup. */
  nothingNewer: boolean
  progress: Progress
}

export type Restored = {
  manifest: Manifest
  keys: string[]
  /** Entries brought back from the mirror. */
  recovered: number
  lost: number
  /** What still keeps it from publishing. */
  behind: { signed: number; held: number } | undefined
}

/**
 * Makes a data folder from a backup. Nothing appears there unless all of it does, and the log can
 * never fork: whatever is known to be signed since is in the marks of the new folder.
 */
export async function restoreBackup(restoring: Restoring): Promise<Restored> {
  const [from, data] = [resolve(restoring.from), resolve(restoring.data)]
  if (data === from || data.startsWith(from + sep) || from.startsWith(data + sep))
    throw new BackupProblem('the backup and the new data must be in folders apart')
  if (!restoring.mirror && restoring.marksFile === undefined && !restoring.nothingNewer)
    throw new BackupProblem(
      'a log that forgets what it signed forks. Say what knows of all it has signed: --mirror, --checkpoints, or, if you are sure, --nothing-newer',
    )
  await refuseTarget(data)
  const manifest = await checkBackup(from, restoring.progress)
  await refuseNewerTables(manifest)

  const draft = `${data}.restoring`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  try {
    const keys = await copyAll(from, draft, manifest)
    await addMarks(draft, manifest, restoring)
    const outcome = await bringForward(draft, manifest, restoring)
    await rmdir(data).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(draft, data)
    await syncFolder(dirname(data))
    return { manifest, keys, ...outcome }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function refuseTarget(data: string) {
  const there = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') throw new BackupProblem(`${data} is no folder`)
    throw error
  })
  if (there.length > 0)
    throw new BackupProblem(`${data} is not empty: nothing that is there is written over`)
}

async function refuseNewerTables({ schema, build }: Manifest) {
  const journal = JSON.parse(await readFile('drizzle/meta/_journal.json', 'utf8')) as {
    entries: { when: number }[]
  }
  if (schema > Math.max(...journal.entries.map(({ when }) => when)))
    throw new BackupProblem(
      `the backup was made by a newer version of this program (${build}): use that one`,
    )
}

/** Copies what the register works with, and holds each copy against the manifest. */
async function copyAll(from: string, draft: string, { files }: Manifest): Promise<string[]> {
  const keys: string[] = []
  await mkdir(join(draft, 'files'), { recursive: true })
  for (const { path, sha256 } of files) {
    // The declarations are in the database, too; those beside it are for people.
    if (path.startsWith('declarations/')) continue
    const key = path.startsWith('keys/') ? path.slice('keys/'.length) : undefined
    const target = join(draft, key ?? path)
    await mkdir(dirname(target), { recursive: true })
    if (key === undefined) await copyFile(join(from, path), target)
    else {
      const handle = await open(target, 'wx', 0o600)
      await handle.writeFile(await readFile(join(from, path)))
      await handle.close()
      keys.push(key)
    }
    await syncFile(target)
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(target) as AsyncIterable<Buffer>) hash.update(chunk)
    if (hash.digest('hex') !== sha256)
      throw new BackupProblem(`${path} could not be copied as it is`)
  }
  await syncFolder(join(draft, 'files'))
  return keys
}

/** What is known to be signed goes into the marks first, so that no later step can forget it. */
async function addMarks(draft: string, { log }: Manifest, { mirror, marksFile }: Restoring) {
  const marks = checkpointMarks(draft)
  const notes: { note: string; state: Checkpoint }[] = []
  if (marksFile !== undefined) {
    const text = await readFile(marksFile, 'utf8').catch(() => {
      throw new BackupProblem(`${marksFile} cannot be read`)
    })
    const state = newestIn(text)
    if (!state) throw new BackupProblem(`${marksFile} holds no checkpoint`)
    const at = text.lastIndexOf(`${state.origin}\n${state.size}\n`)
    notes.push({ note: text.slice(at), state })
  }
  if (mirror) {
    if (log.vkey === undefined)
      throw new BackupProblem('the backup names no key of the log to believe a mirror by')
    const note = await mirror.checkpoint().catch((error: unknown) => {
      throw new BackupProblem(`the mirror cannot be asked (${String(error)})`)
    })
    if (note === undefined) throw new BackupProblem('the mirror has no checkpoint')
    try {
      notes.push({ note, state: openCheckpoint(note, parseVerifierKey(log.vkey), verify) })
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      throw new BackupProblem('the mirror’s checkpoint is not signed by this log')
    }
  }
  const held = (await marks.newest())?.size ?? 0
  const [newest] = notes.toSorted((a, b) => b.state.size - a.state.size)
  if (newest && newest.state.size > held) await marks.append(newest.note)
}

/** From the backup's moment to the newest that is known, where there is a copy to do it from. */
async function bringForward(draft: string, { log }: Manifest, { mirror, now }: Restoring) {
  const db = await openDatabase(pathToFileURL(join(draft, DATABASE)).href)
  const marks = checkpointMarks(draft)
  try {
    await migrateDatabase(db)
    // Sessions ended and links used since the backup would open doors again.
    await writing(db, async (tx) => {
      for (const table of [sessions, accountTokens, challenges]) await tx.delete(table)
    })
    let [recovered, lost] = [0, 0]
    if (mirror && ((await marks.newest()) ?? (await newestCheckpoint(db)))) {
      const files = await diskFiles(join(draft, 'files'))
      const logKey = log.vkey === undefined ? undefined : parseVerifierKey(log.vkey)
      const recovery = await recoverLog({ db, now, mirror, marks, logKey, verify })
      if (!recovery.ok) throw new BackupProblem(whyNot(recovery))
      recovered = recovery.restored.entries
      lost = (await findFiles({ db, files })).lost
      await finishErasure({ db, files, now })
    }
    const broken = await guardLog({ db, marks })
    if (broken?.code === 'history-differs')
      throw new BackupProblem(
        'what was signed since belongs to another history than the backup: this is not its log',
      )
    return { recovered, lost, behind: broken }
  } finally {
    closeDatabase(db)
  }
}

const whyNot = ({ problem }: Extract<Recovery, { ok: false }>) =>
  `the mirror cannot fill what is missing (${problem.code}${'index' in problem ? ` at entry ${problem.index}` : ''})`
