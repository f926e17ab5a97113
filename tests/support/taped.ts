/** Answers of a real register, kept by their path, to be given again with changes. */
export type Tape = Map<string, { status: number; bytes: Uint8Array }>

export const pathOf = (url: URL | RequestInfo): string => {
  const { pathname, search } = new URL(url instanceof Request ? url.url : url)
  return pathname + search
}

/** Asks the register itself and keeps what it answers. */
export function taping(tape: Tape): typeof fetch {
  return async (url, init) => {
    const answer = await fetch(url, init)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    tape.set(pathOf(url), { status: answer.status, bytes })
    return new Response(bytes, { status: answer.status })
  }
}

export type Change = (path: string, bytes: Uint8Array) => Uint8Array | undefined

/** Gives what is on the tape, changed; what is not on it, and what is changed to nothing, is a 404. */
export function playing(tape: Tape, change: Change = (_, bytes) => bytes): typeof fetch {
  return (url) => {
    const path = pathOf(url)
    const kept = tape.get(path)
    const bytes = kept && change(path, kept.bytes)
    return Promise.resolve(
      kept && bytes
        ? new Response(Buffer.from(bytes), { status: kept.status })
        : new Response('Not here', { status: 404 }),
    )
  }
}

/** Changes the answers under one path, as text. */
export const text =
  (at: string | RegExp, change: (text: string) => string): Change =>
  (path, bytes) =>
    (typeof at === 'string' ? path === at : at.test(path))
      ? Buffer.from(change(Buffer.from(bytes).toString('utf8')))
      : bytes

/** The same, as JSON. */
export const json = (at: string | RegExp, change: (value: never) => unknown): Change =>
  text(at, (said) => JSON.stringify(change(JSON.parse(said) as never)))

/** Numbers from 0 up to 1 that look drawn by lot and are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
