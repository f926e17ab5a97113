import { boundedBody } from '../http/bounded-body.ts'

const PATIENCE_MS = 60_000

/**
 * The bytes at an address, or undefined where there are none, or more than `most` of them. Follows
 * no redirect: what was named is asked, and nobody else.
 */
export async function remoteFile(url: string, most: number): Promise<Buffer | undefined> {
  let answer: Response
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    answer = await fetch(url, { redirect: 'error', signal, credentials: 'omit' })
  } catch {
    return undefined
  }
  if (!answer.ok) {
    await answer.body?.cancel()
    return undefined
  }
  return boundedBody(answer, most).catch(() => undefined)
}
