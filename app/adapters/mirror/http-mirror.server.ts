import type { LogMirror } from './log-mirror.ts'
import { mirrorOfFiles } from './mirror-of-files.ts'

const PATIENCE_MS = 30_000

/** A copy of the log served by somebody: `https://mirror.example`, or where its `log/` lies. */
export function httpMirror(address: string): LogMirror {
  const { href } = new URL(address)
  const base = href.replace(/\/?$/, '/').replace(/(?<!\/log)\/$/, '/log/')
  return mirrorOfFiles(async (path) => {
    const url = base + path
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.status === 404) {
      await answer.body?.cancel()
      return undefined
    }
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  })
}
