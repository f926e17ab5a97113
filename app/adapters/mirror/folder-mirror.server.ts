import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { LogMirror } from './log-mirror.ts'
import { mirrorOfFiles } from './mirror-of-files.ts'

/** A copy of the log in a folder, as a program that fetches whole sites would have left it. */
export function folderMirror(folder: string): LogMirror {
  const inside = join(folder, 'log')
  const root = existsSync(inside) ? inside : folder
  return mirrorOfFiles(
    async (path) => {
      try {
        return new Uint8Array(await readFile(join(root, path)))
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw error
      }
    },
    async (path) => {
      const names = await readdir(join(root, path)).catch((error: unknown) => {
        if (isAbsent(error)) return []
        throw error
      })
      return names.map(Number).filter((width) => Number.isInteger(width))
    },
  )
}

const absent: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR'])
const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && absent.has(error.code)
