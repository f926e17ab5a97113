import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { isStoredName, type FileStore, type IncomingFile } from './file-store.ts'
import { syncFolder } from './sync-folder.server.ts'

const randomName = () => randomBytes(16).toString('hex')

/** Evidence on this machine's disk. What an earlier run left half-written is swept away. */
export async function diskFiles(folder: string): Promise<FileStore> {
  const arriving = join(folder, 'incoming')
  await mkdir(arriving, { recursive: true })
  for (const torn of await readdir(arriving)) await rm(join(arriving, torn), { force: true })

  return {
    incoming: () => incomingFile(arriving, folder),
    async open(storedName) {
      if (!isStoredName(storedName)) return undefined
      const path = join(folder, storedName)
      const found = await stat(path).catch(() => undefined)
      return found?.isFile()
        ? { size: found.size, stream: () => createReadStream(path) }
        : undefined
    },
    async remove(storedName) {
      if (isStoredName(storedName)) await rm(join(folder, storedName), { force: true })
    },
    list: async () => (await readdir(folder)).filter(isStoredName),
  }
}

async function incomingFile(arriving: string, folder: string): Promise<IncomingFile> {
  const temporary = join(arriving, randomName())
  const handle = await open(temporary, 'wx', 0o600)
  let settled = false
  return {
    write: (chunk) => handle.appendFile(chunk),
    read: () => createReadStream(temporary),
    async keep() {
      const storedName = randomName()
      await handle.sync()
      await handle.close()
      await rename(temporary, join(folder, storedName))
      settled = true
      await syncFolder(folder)
      return storedName
    },
    async discard() {
      if (settled) return
      settled = true
      await handle.close().catch(() => {})
      await rm(temporary, { force: true })
    },
  }
}
