import {
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

import { isNotNull, sql } from 'drizzle-orm'

import { syncFolder } from '#app/adapters/files/sync-folder.server.ts'
import type { Config } from '#app/config.server.ts'
import { closeDatabase } from '#app/db/client.server.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { openSnapshot } from '#app/db/snapshot.server.ts'

import { checkBackup, recomputed, sealOf, type Progress } from './check.ts'
import {
  BackupProblem,
  DATABASE,
  exists,
  filesUnder,
  hashOf,
  MANIFEST,
  MARKS,
  readManifest,
  SEAL,
  syncFile,
  type Manifest,
} from './folder.ts'

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/
const UNFINISHED = /^making-\d{4}-/

export type Backing = {
  config: Pick<Config, 'dataDir' | 'filesDir' | 'logKeyFile' | 'accountKeyFile'>
  /** Where backups are kept, each in a folder of its own. */
  to: string
  now: Date
  vkey: string | undefined
  build: string
  withKeys: boolean
  keep: number | undefined
  /** Puts the database as of now into this file: by itself, or through the running server. */
  snapshot: (file: string) => Promise<void>
  progress: Progress
}

export type Made = { folder: string; manifest: Manifest; reused: number; removed: string[] }

/** Makes a backup and proves it; what fails leaves nothing that could be taken for one. */
export async function makeBackup(backing: Backing): Promise<Made> {
  const to = resolve(backing.to)
  await refusePlace(to, backing.config)
  await mkdir(to, { recursive: true, mode: 0o700 })
  const others = await backupsIn(to)
  const name = backing.now.toISOString().replace(/[:.]/g, '-')
  const folder = join(to, name)
  const draft = join(to, `making-${name}`)
  if (await exists(folder)) throw new BackupProblem(`${folder} is there already`)
  await mkdir(draft, { mode: 0o700 })
  try {
    const reused = await fill(draft, backing, await earlier(to, others))
    const manifest = await checkBackup(draft, backing.progress)
    await rename(draft, folder)
    await syncFolder(to)
    return { folder, manifest, reused, removed: await tidy(to, [...others, name], backing.keep) }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function refusePlace(to: string, { dataDir, filesDir }: Backing['config']) {
  const inside = (folder: string) => to === folder || to.startsWith(folder + sep)
  if ([dataDir, filesDir].some((folder) => inside(resolve(folder))))
    throw new BackupProblem(`${to} is inside the data: whatever happens to them would take it too`)
  if (resolve(dataDir).startsWith(to + sep))
    throw new BackupProblem(`${to} holds the data themselves: name a folder for backups only`)
  const there = await readdir(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') throw new BackupProblem(`${to} is no folder`)
    throw error
  })
  const strange = there.find((name) => !NAME.test(name) && !UNFINISHED.test(name))
  if (strange !== undefined)
    throw new BackupProblem(`${to} holds something else (${strange}): name a folder of its own`)
}

const backupsIn = async (to: string) =>
  (await readdir(to)).filter((name) => NAME.test(name)).toSorted()

/** What the newest backup has, by path: evidence never changes, so it is linked and not copied. */
async function earlier(to: string, names: readonly string[]) {
  const newest = names.at(-1)
  if (newest === undefined) return new Map<string, { file: string; sha256: string }>()
  const folder = join(to, newest)
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '')
  try {
    const { files } = readManifest(text)
    return new Map(
      files.map(({ path, sha256 }) => [path, { file: join(folder, path), sha256 }] as const),
    )
  } catch (error) {
    if (error instanceof BackupProblem) return new Map<string, { file: string; sha256: string }>()
    throw error
  }
}

async function fill(
  draft: string,
  backing: Backing,
  known: ReadonlyMap<string, { file: string; sha256: string }>,
): Promise<number> {
  const { config, progress } = backing
  // Before the database: what it has then signed on the way is no reason to stop a restored one.
  await copyFile(join(config.dataDir, MARKS), join(draft, MARKS)).catch(ifAbsent)
  await backing.snapshot(join(draft, DATABASE))
  const { named, ...state } = await stateOf(join(draft, DATABASE), progress)

  await mkdir(join(draft, 'files'))
  const missing: string[] = []
  let [reused, done] = [0, 0]
  for (const { name, sha256 } of named) {
    const target = join(draft, 'files', name)
    const before = known.get(`files/${name}`)
    // Linked only to a backup, never to the data: one damaged sector must not reach both.
    // Linked only to a backup, never to the data: one damaged sector must not reach both.
    const isWhole = async () => sha256 === null || (await hashOf(target)) === sha256
    const isLinked = before?.sha256 === sha256 && (await linkedTo(before?.file, target))
    if (isLinked && (await isWhole())) reused += 1
    else {
      await rm(target, { force: true })
      const isCopied = await copyFile(join(config.filesDir, name), target).then(
        () => true,
        ifAbsent,
      )
      if (!isCopied || !(await isWhole())) {
        await rm(target, { force: true })
        missing.push(name)
      }
    }
    progress('files of evidence', (done += 1), named.length)
  }

  await mkdir(join(draft, 'declarations'))
  for (const name of await filesUnder('declarations'))
    await copyInto(join('declarations', name), join(draft, 'declarations', name))
  if (backing.withKeys) {
    await mkdir(join(draft, 'keys'), { mode: 0o700 })
    await copyFile(config.logKeyFile, join(draft, 'keys', 'log.key')).catch(ifAbsent)
    await copyFile(config.accountKeyFile, join(draft, 'keys', 'account.key')).catch(ifAbsent)
  }
  await seal(draft, backing, { ...state, missing })
  return reused
}

async function stateOf(file: string, progress: Progress) {
  const db = openSnapshot(pathToFileURL(file).href)
  try {
    const log = await recomputed(db, progress)
    const [migrated] = await db.all<{ at: number }>(
      sql`SELECT max(created_at) AS at FROM __drizzle_migrations`,
    )
    const rows = await db
      .selectDistinct({ name: evidence.storedName, sha256: evidence.sha256 })
      .from(evidence)
      .where(isNotNull(evidence.storedName))
    const named = rows.flatMap(({ name, sha256 }) => (name === null ? [] : [{ name, sha256 }]))
    return { log, schema: Number(migrated?.at ?? 0), named }
  } finally {
    closeDatabase(db)
  }
}

async function seal(
  draft: string,
  { now, build, vkey }: Backing,
  { log, schema, missing }: Pick<Manifest, 'log' | 'schema' | 'missing'>,
) {
  const files = []
  for (const path of await filesUnder(draft)) {
    const file = join(draft, path)
    await syncFile(file)
    files.push({ path, size: (await stat(file)).size, sha256: await hashOf(file) })
  }
  const manifest: Manifest = {
    format: 'kept-backup-1',
    made: now.toISOString(),
    build,
    schema,
    log: { ...log, ...(vkey === undefined ? {} : { vkey }) },
    missing,
    files,
  }
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`
  await writeFile(join(draft, MANIFEST), text)
  await writeFile(join(draft, SEAL), sealOf(text))
  for (const name of [MANIFEST, SEAL]) await syncFile(join(draft, name))
  for (const folder of new Set(files.map(({ path }) => dirname(join(draft, path)))))
    await syncFolder(folder)
  await syncFolder(draft)
}

/** Removes the oldest beyond so many, and what an interrupted run has left. */
async function tidy(to: string, names: readonly string[], keep: number | undefined) {
  for (const name of await readdir(to))
    if (UNFINISHED.test(name)) await rm(join(to, name), { recursive: true, force: true })
  const removed = keep === undefined ? [] : names.toSorted().slice(0, -keep)
  for (const name of removed) await rm(join(to, name), { recursive: true, force: true })
  return removed
}

async function copyInto(source: string, target: string) {
  await mkdir(dirname(target), { recursive: true })
  await copyFile(source, target)
}

const linkedTo = async (file: string | undefined, target: string): Promise<boolean> =>
  file !== undefined &&
  link(file, target).then(
    () => true,
    () => false,
  )

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
