import { copyFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { basename, join } from 'node:path'

import type { Config } from '#app/config.server.ts'
import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { holdLock, RegisterInUse } from '#app/db/lock.server.ts'
import { snapshotInto } from '#app/db/snapshot.server.ts'
import { controlSocket, snapshotFolder } from '#app/http/control.server.ts'

import { BackupProblem } from './folder.ts'

/**
 * The database as of now in a file. One process at a time may have it open: where a server runs it
 * is asked for the copy, else this process opens it under the register's lock.
 */
export async function takeSnapshot(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  file: string,
): Promise<void> {
  let letGo
  try {
    letGo = holdLock(dataDir)
  } catch (error) {
    if (!(error instanceof RegisterInUse)) throw error
    return fromServer(dataDir, file, error)
  }
  try {
    const db = await openDatabase(databaseUrl)
    try {
      await snapshotInto(db, file)
    } finally {
      closeDatabase(db)
    }
  } finally {
    letGo()
  }
}

async function fromServer(dataDir: string, file: string, inUse: RegisterInUse) {
  const { status, said } = await asked(controlSocket(dataDir)).catch(() => {
    throw new BackupProblem(`${inUse.message}. It takes no questions: stop it, and try again`)
  })
  if (status === 507) throw new BackupProblem('there is no room for a copy in the data folder')
  if (status !== 200)
    throw new BackupProblem(`the server could not copy its database; its log says why`)
  const copy = join(snapshotFolder(dataDir), basename(said))
  try {
    await copyFile(copy, file)
  } finally {
    await rm(copy, { force: true })
  }
}

function asked(socketPath: string): Promise<{ status: number | undefined; said: string }> {
  return new Promise((done, failed) => {
    const asking = request({ socketPath, path: '/snapshot', method: 'POST' }, (answer) => {
      let said = ''
      answer.setEncoding('utf8').on('data', (part: string) => (said += part))
      answer.on('end', () => done({ status: answer.statusCode, said }))
      answer.on('error', failed)
    })
    asking.on('error', failed)
    asking.end()
  })
}
