import { randomBytes } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'

import type { Database } from '#app/db/client.server.ts'
import { snapshotInto } from '#app/db/snapshot.server.ts'
import { DatabaseFull } from '#app/db/unavailable.server.ts'

import type { Log } from './context.server.ts'

/** Where programs of this machine ask the running server, which alone may open the database. */
export const controlSocket = (dataDir: string) => join(dataDir, 'control.sock')
export const snapshotFolder = (dataDir: string) => join(dataDir, 'snapshots')
// A socket's address holds 104 bytes on some systems; 108 on Linux.
const LONGEST = 103

/**
 * Lets `npm run backup` have a copy of the database. Only who owns the data folder reaches the
 * socket, and it is told no path: the copy appears in the data folder, for the asker to take away.
 */
export async function listenForBackups(
  db: Database,
  dataDir: string,
  log: Log,
): Promise<Server | undefined> {
  const socket = controlSocket(dataDir)
  const snapshots = snapshotFolder(dataDir)
  await rm(snapshots, { recursive: true, force: true })
  // The register's lock is held: whoever listened there has died.
  await rm(socket, { force: true })
  const server = createServer((req, res) => {
    if (req.method !== 'POST' || req.url !== '/snapshot') return void res.writeHead(404).end()
    takeSnapshot(db, snapshots).then(
      (name) => res.writeHead(200).end(name),
      (error: unknown) => {
        log.error({ err: error }, 'a backup was asked for and could not be made')
        res.writeHead(error instanceof DatabaseFull ? 507 : 500).end()
      },
    )
  })
  try {
    if (Buffer.byteLength(socket) > LONGEST) throw new Error('the path of DATA_DIR is too long')
    await new Promise<void>((done, refused) => {
      server.once('error', refused)
      server.listen(socket, done)
    })
    await chmod(socket, 0o600)
    return server
  } catch (error) {
    log.warn({ err: error }, 'npm run backup works only while this server is stopped')
    return undefined
  }
}

async function takeSnapshot(db: Database, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${randomBytes(16).toString('hex')}.db`
  try {
    await snapshotInto(db, join(folder, name))
    return name
  } catch (error) {
    await rm(join(folder, name), { force: true })
    throw error
  }
}
