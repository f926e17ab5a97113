import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, expect, it, vi } from 'vitest'

import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { holdLock } from '#app/db/lock.server.ts'
import { publishingStop, PublishingStopped } from '#app/db/publishing.server.ts'
import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { recordPage } from '#app/db/read/record.server.ts'
import { sessions } from '#app/db/schema/accounts.ts'
import { snapshotInto } from '#app/db/snapshot.server.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { listenForBackups } from '#app/http/control.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { finishErasure } from '#app/use-cases/redactions/finish-erasure.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { checkBackup } from '#scripts/backup/check.ts'
import { makeBackup, type Backing } from '#scripts/backup/make.ts'
import { restoreBackup, type Restoring } from '#scripts/backup/restore.ts'
import { takeSnapshot } from '#scripts/backup/snapshot.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { reopened } from '#tests/support/copies.ts'
import { freshFile } from '#tests/support/database.ts'
import { mirrorOf } from '#tests/support/log-mirror.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import { folderOf, tracesOf } from '#tests/support/traces.ts'
import { granted, NOW, published, submitted } from '#tests/support/world.ts'

const NAME = 'Zebulon Quartermain'
const silent = () => {}
const places: string[] = []
afterAll(async () => {
  for (const place of places.splice(0)) await rm(place, { recursive: true, force: true })
})
async function place() {
  const folder = await mkdtemp(join(tmpdir(), 'kept-backups-'))
  places.push(folder)
  return folder
}

/** A register with evidence, its marks and keys in a data folder, and how to back it up. */
async function register() {
  const w = await signedWorld()
  const made = await namedRecord(w, NAME)
  const waiting = await submitted(w)
  await w.sign()
  const dataDir = await folderOf(w.db)
  await writeFile(join(dataDir, 'checkpoints.log'), w.marks.text)
  await writeFile(join(dataDir, 'log.key'), 'a key', { mode: 0o600 })
  const { name, type, publicKey } = w.signer.key
  const to = join(await place(), 'backups')
  let clock = NOW.getTime()
  const backUp = (changes: Partial<Backing> = {}) =>
    makeBackup({
      config: {
        dataDir,
        filesDir: join(dataDir, 'files'),
        logKeyFile: join(dataDir, 'log.key'),
        accountKeyFile: join(dataDir, 'account.key'),
      },
      to,
      now: new Date((clock += 1_000)),
      vkey: formatVerifierKey(name, type, publicKey),
      build: '0.1.0',
      withKeys: false,
      keep: undefined,
      snapshot: (file) => snapshotInto(w.db, file),
      progress: silent,
      ...changes,
    })
  return { w, made, waiting, dataDir, to, backUp }
}

const restore = async (from: string, changes: Partial<Restoring> = {}) => {
  const data = join(await place(), 'data')
  const restored = await restoreBackup({
    from,
    data,
    now: NOW,
    mirror: undefined,
    marksFile: undefined,
    nothingNewer: true,
    progress: silent,
    ...changes,
  })
  return { data, ...restored }
}

const pageOf = async (db: Database, number: string) =>
  recordPage(db, number, new URLSearchParams(), NOW)

it('brings back the same register from a backup, and goes on signing where it was', async () => {
  const { w, made, to, backUp } = await register()
  await w.db.insert(sessions).values({
    id: 'a session',
    userId: w.partner.userId,
    expiresAt: 4_000_000_000,
    createdAt: NOW.getTime(),
  })
  const { folder, manifest } = await backUp()
  expect(manifest.missing).toEqual([])
  expect(await readdir(to)).toHaveLength(1)
  const paths = manifest.files.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['checkpoints.log', `files/${made.storedName}`]))
  expect(paths.some((path) => path.includes('key'))).toBe(false)
  expect(paths.some((path) => /-wal|-shm/.test(path))).toBe(false)

  const { data, behind } = await restore(folder)
  expect(behind).toBeUndefined()
  const db = await reopened(data)
  expect(await checkLog(db)).toBe(manifest.log.root)
  await checkReplay(db, NOW)
  expect(await pageOf(db, made.number)).toEqual(await pageOf(w.db, made.number))
  const evidence = join('files', made.storedName)
  expect(await readFile(join(data, evidence))).toEqual(await readFile(join(folder, evidence)))
  // A session ended since the backup must not open a door again.
  expect(await db.select().from(sessions)).toEqual([])
  expect(await guardLog({ db, marks: checkpointMarks(data) })).toBeUndefined()
  // Looking into the backup has not changed it.
  expect((await checkBackup(folder, silent)).log).toEqual(manifest.log)
})

it('refuses a backup with one byte changed in any kind of file, one missing and one more', async () => {
  const { made, backUp, dataDir } = await register()
  await writeFile(join(dataDir, 'account.key'), 'another key', { mode: 0o600 })
  const { folder } = await backUp({ withKeys: true })
  const kinds = {
    'kept.db': 'kept.db is not what was backed up',
    'checkpoints.log': 'checkpoints.log is not what was backed up',
    [`files/${made.storedName}`]: 'is not what was backed up',
    'declarations/qingdao-2015.json': 'is not what was backed up',
    'keys/log.key': 'is not what was backed up',
    'keys/account.key': 'is not what was backed up',
    'manifest.json': 'manifest.json is not the one that was sealed',
    'manifest.sha256': 'manifest.json is not the one that was sealed',
  }
  for (const [path, words] of Object.entries(kinds)) {
    const copy = join(await place(), 'copy')
    await cp(folder, copy, { recursive: true })
    const bytes = await readFile(join(copy, path))
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(join(copy, path), bytes)
    const data = join(await place(), 'data')
    await expect(restore(copy, { data })).rejects.toThrow(words)
    await expect(stat(data)).rejects.toThrow('ENOENT')
    await expect(stat(`${data}.restoring`)).rejects.toThrow('ENOENT')
  }
  const copy = join(await place(), 'copy')
  await cp(folder, copy, { recursive: true })
  await writeFile(join(copy, 'files', 'stranger'), 'x')
  await expect(restore(copy)).rejects.toThrow('files/stranger is not in the manifest')
  await rm(join(copy, 'files', 'stranger'))
  await rm(join(copy, 'files', made.storedName))
  await expect(restore(copy)).rejects.toThrow('is missing')
  await symlink('/dev/null', join(copy, 'files', made.storedName))
  await expect(restore(copy)).rejects.toThrow('is neither file nor folder')
})

it('never forks: without word of what was signed since it refuses, with it nothing is published', async () => {
  const { w, waiting, backUp } = await register()
  const { folder, manifest } = await backUp()
  await published(w)
  await w.sign()
  const newest = (await newestCheckpoint(w.db))!

  await expect(restore(folder, { nothingNewer: false })).rejects.toThrow(
    'a log that forgets what it signed forks',
  )
  const marksFile = join(await place(), 'checkpoints.log')
  await writeFile(marksFile, w.marks.text)
  const { data, behind } = await restore(folder, { marksFile, nothingNewer: false })
  expect(behind).toMatchObject({ signed: newest.size, held: manifest.log.size })
  const db = await reopened(data)
  await guardLog({ db, marks: checkpointMarks(data) })
  expect(publishingStop(db)?.code).toBe('entries-missing')
  await expect(
    publishCommitment({ db, actor: w.coordinator, now: NOW }, waiting.id),
  ).rejects.toThrow(PublishingStopped)
  expect((await newestCheckpoint(db))?.size).toBeLessThanOrEqual(manifest.log.size)

  const mended = await restore(folder, { mirror: mirrorOf(w.db), nothingNewer: false })
  expect(mended.behind).toBeUndefined()
  expect(mended.recovered).toBe(newest.size - manifest.log.size)
  expect(await checkLog(await reopened(mended.data))).toBe(hex(newest.root))
})

it('refuses another log’s mirror and marks, and a mirror that cannot fill what is missing', async () => {
  const { w, backUp } = await register()
  const { folder } = await backUp()
  const other = await signedWorld()
  for (let i = 0; i < 40; i += 1) await published(other)
  await other.sign()
  await expect(restore(folder, { mirror: mirrorOf(other.db) })).rejects.toThrow(
    /mirror cannot fill what is missing|another history/,
  )
  await published(w)
  await w.sign()
  const mute = { ...mirrorOf(w.db), openings: async () => undefined }
  await expect(
    restore(folder, { mirror: { ...mute, bundleOpenings: async () => undefined } }),
  ).rejects.toThrow('content-missing')
  const silentMirror = { ...mirrorOf(w.db), checkpoint: async () => undefined }
  await expect(restore(folder, { mirror: silentMirror })).rejects.toThrow('no checkpoint')
})

it('does not bring back what was withheld after the backup', async () => {
  const { w, made, backUp } = await register()
  const { folder } = await backUp()
  expect(Object.keys(tracesOf(folder, NAME))).toContain('kept.db')
  const input = {
    words: [NAME],
    evidenceIds: [made.file],
    basis: 'gdpr-17' as const,
    reason: 'Asked for by a person',
  }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), made.id, input))
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  await finishErasure({ db: w.db, files: made.files, now: NOW })
  await w.sign()

  const { data } = await restore(folder, { mirror: mirrorOf(w.db), nothingNewer: false })
  const db = await reopened(data)
  await checkLog(db)
  const shown = await pageOf(db, made.number)
  expect(JSON.stringify(shown)).not.toContain(NAME)
  expect(shown?.redactions.length).toBeGreaterThan(0)
  await expect(stat(join(data, 'files', made.storedName))).rejects.toThrow('ENOENT')
  // What is public and what is private about it, in every file and in every spelling.
  expect(tracesOf(data, NAME)).toEqual({})
})

it('writes over nothing, and keeps backups out of the data', async () => {
  const { backUp, dataDir, to } = await register()
  await expect(backUp({ to: join(dataDir, 'backups') })).rejects.toThrow('is inside the data')
  const strange = await place()
  await writeFile(join(strange, 'letter.txt'), 'mine')
  await expect(backUp({ to: strange })).rejects.toThrow('holds something else (letter.txt)')
  const { folder } = await backUp()
  const full = await place()
  await writeFile(join(full, 'kept.db'), 'another register')
  await expect(restore(folder, { data: full })).rejects.toThrow('is not empty')
  expect(readFileSync(join(full, 'kept.db'), 'utf8')).toBe('another register')

  // What fails half-way leaves nothing that looks like a backup.
  const gone = Object.assign(new Error('no room'), { code: 'ENOSPC' })
  await expect(backUp({ snapshot: () => Promise.reject(gone) })).rejects.toThrow('no room')
  expect(await readdir(to)).toHaveLength(1)
})

it('shares evidence with the backup before and keeps as many as asked for', async () => {
  const { backUp, dataDir, made, to } = await register()
  const first = await backUp()
  expect(first.reused).toBe(0)
  const second = await backUp()
  expect(second.reused).toBe(1)
  const file = join('files', made.storedName)
  expect((await stat(join(first.folder, file))).ino).toBe(
    (await stat(join(second.folder, file))).ino,
  )
  expect((await stat(join(dataDir, file))).ino).not.toBe((await stat(join(first.folder, file))).ino)
  // One that went bad among the backups is not handed on.
  await writeFile(join(second.folder, file), 'rotten')
  const third = await backUp({ keep: 2 })
  expect(third.reused).toBe(0)
  expect(third.manifest.missing).toEqual([])
  expect(third.removed).toHaveLength(1)
  expect(await readdir(to)).toHaveLength(2)
  await checkBackup(third.folder, silent)
  await expect(checkBackup(second.folder, silent)).rejects.toThrow('is not what was backed up')
})

it('tells of evidence that is named and damaged, or not there', async () => {
  const { backUp, dataDir, made } = await register()
  await writeFile(join(dataDir, 'files', made.storedName), 'rotten')
  expect((await backUp()).manifest.missing).toEqual([made.storedName])
  await rm(join(dataDir, 'files', made.storedName))
  expect((await backUp()).manifest.missing).toEqual([made.storedName])
})

it('asks the running server for its copy, and opens the database itself when none runs', async () => {
  const { w, dataDir } = await register()
  const warn = vi.fn<() => void>()
  const log = { request: silent, info: silent, warn, error: warn }
  const config = { dataDir, databaseUrl: pathToFileURL(join(dataDir, 'kept.db')).href }
  const server = await listenForBackups(w.db, dataDir, log)
  expect((await stat(join(dataDir, 'control.sock'))).mode & 0o777).toBe(0o600)
  // Held by this very process, as the server holds it.
  const letGo = holdLock(dataDir)
  const there = join(await place(), 'copy.db')
  await takeSnapshot(config, there)
  expect(await readdir(join(dataDir, 'snapshots'))).toEqual([])
  await new Promise((done) => server!.close(done))
  await expect(takeSnapshot(config, there)).rejects.toThrow('It takes no questions')
  letGo()
  const alone = join(await place(), 'copy.db')
  await takeSnapshot(config, alone)
  const sizes = await Promise.all([there, alone].map(async (file) => (await stat(file)).size))
  expect(sizes[0]).toBe(sizes[1])
  expect(warn).not.toHaveBeenCalled()
})

it('goes without where the path of a socket would be too long, and says so', async () => {
  const { db } = await freshFile()
  const long = join(await place(), 'x'.repeat(120))
  await mkdir(long)
  const warn = vi.fn<() => void>()
  const log = { request: silent, info: silent, warn, error: silent }
  expect(await listenForBackups(db, long, log)).toBeUndefined()
  expect(warn).toHaveBeenCalledOnce()
})

it('speaks plainly as a program, and ends as it says', { timeout: 60_000 }, async () => {
  const { w, dataDir, made } = await register()
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
      env: { ...process.env, DATA_DIR: data },
      encoding: 'utf8',
    })
  const data = join(await place(), 'data')
  await mkdir(join(data, 'files'), { recursive: true })
  await snapshotInto(w.db, join(data, 'kept.db'))
  await copyFile(join(dataDir, 'checkpoints.log'), join(data, 'checkpoints.log'))
  await copyFile(join(dataDir, 'files', made.storedName), join(data, 'files', made.storedName))
  const to = join(await place(), 'backups')
  expect(run('backup').status).toBe(2)
  const done = run('backup', '--to', to)
  expect(done.stderr).toBe('')
  expect(done.status).toBe(0)
  const folder = /Backed up and proven: (\S+)/.exec(done.stdout)?.[1] ?? ''
  const inside = run('backup', '--to', join(data, 'in'))
  expect([inside.status, inside.stderr]).toEqual([
    1,
    expect.stringContaining('No backup was made: '),
  ])
  const back = join(await place(), 'back')
  const refused = run('restore', '--from', folder, '--data', back)
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('--nothing-newer')])
  const restored = run('restore', '--from', folder, '--data', back, '--nothing-newer')
  expect(restored.stderr).toBe('')
  expect(restored.stdout).toContain('Put log.key back')
  expect(restored.status).toBe(0)
})
