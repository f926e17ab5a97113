/**
 * What another machine answers, at most `most` bytes of it: nobody can make us hold more.
 * @throws {RangeError} when there is more; the rest is not waited for
 */
export async function boundedBody({ body }: Pick<Response, 'body'>, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    pieces.push(part.value)
    length += part.value.length
    if (length > most) {
      await reader?.cancel()
      throw new RangeError('the answer is too long')
    }
  }
  return Buffer.concat(pieces)
}
