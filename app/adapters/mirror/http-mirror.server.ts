import { boundedBody } from '../http/bounded-body.ts'
import type { LogMirror } from './log-mirror.ts'
import { mirrorOfFiles } from './mirror-of-files.ts'

const PATIENCE_MS = 30_000
/** More than 256 entries are ever told with, each with all it may disclose. */
const MOST = 64 * 1024 * 1024

/** A copy of the log served by somebody: `https://mirror.example`, or where its `log/` lies. */
export function httpMirror(address: string): LogMirror {
  const { href } = new URL(address)
  const base = href.replace(/\/?$/, '/').replace(/(?<!\/log)\/$/, '/log/')
  return mirrorOfFiles(async (path) => {
    const url = base + path
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(url, { redirect: 'error', signal })
    if (answer.status === 404) {
      await answer.body?.cancel()
      return undefined
    }
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
    return boundedBody(answer, MOST)
  })
}
