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
  const pieces: Uint8Array[] = []
  let size = 0
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel()
    return undefined
  }
  try {
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
      size += piece.length
      // Leaving the loop cancels what is still to come.
      if (size > most) return undefined
      pieces.push(piece)
    }
  } catch {
    return undefined
  }
  return Buffer.concat(pieces)
}
