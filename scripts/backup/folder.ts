import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

import { z } from 'zod'

/** Something about a backup, or the place for one, that whoever runs it has to know. */
export class BackupProblem extends Error {}

export const DATABASE = 'kept.db'
export const MARKS = 'checkpoints.log'
export const MANIFEST = 'manifest.json'
/** In the form `sha256sum -c` reads: the manifest has the hash of all else, and this has its own. */
export const SEAL = 'manifest.sha256'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const manifestSchema = z.strictObject({
  format: z.literal('kept-backup-1'),
  made: z.iso.datetime(),
  build: z.string(),
  /** When the newest migration of the tables was written, in milliseconds. */
  schema: z.number().int(),
  log: z.strictObject({
    size: z.number().int().nonnegative(),
    root: sha256,
    /** The log's verifier key, where the log had one. */
    vkey: z.string().optional(),
  }),
  /** Evidence the database names that was not in the data folder, or not as it was handed in. */
  missing: z.array(z.string()),
  files: z.array(
    z.strictObject({ path: z.string(), size: z.number().int().nonnegative(), sha256 }),
  ),
})
export type Manifest = z.infer<typeof manifestSchema>

export function readManifest(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    throw new BackupProblem(`${MANIFEST} cannot be read`)
  }
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

/** Every file under a folder, with `/` between its parts; a link or a device is no file of ours. */
export async function filesUnder(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (entry.isFile()) found.push(path)
    else if (!entry.isDirectory()) throw new BackupProblem(`${path} is neither file nor folder`)
  }
  return found.toSorted()
}

export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
