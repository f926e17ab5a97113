import { setTimeout as later } from 'node:timers/promises'

import { Unreachable } from './problem.ts'

export type Answer = { status: number; bytes: Uint8Array; retryAfterMs?: number }
/** Asks for one public path of the register. */
export type Ask = (path: string, accept?: string) => Promise<Answer>

export type Requests = { ask: Ask; count: () => number }

const AT_ONCE = 8
const TRIES = 5
/** A register that wants to be left alone for longer is not waited for. */
const LONGEST_WAIT_MS = 120_000
const TIMEOUT_MS = 60_000
/** No answer of a register is larger; one that is would only fill this machine's memory. */
const MAX_BYTES = 256 * 1024 * 1024

type Settings = {
  fetch?: typeof fetch
  pauseMs?: number
  sleep?: (ms: number) => Promise<unknown>
}

/** Asks a few things at once, patiently; what stays silent or broken is `Unreachable`. */
export function requestsTo(
  base: URL,
  { fetch: send = fetch, pauseMs = 400, sleep = later }: Settings,
): Requests {
  // Within one machine nothing travels: packing and unpacking would be most of the work.
  const encoding = isLoopback(base) ? 'identity' : 'gzip'
  let count = 0
  let free = AT_ONCE
  const waiting: (() => void)[] = []
  const turn = async () => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
  }
  const done = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  const once = async (url: URL, accept: string): Promise<Answer> => {
    count += 1
    const answer = await send(url, {
      headers: { Accept: accept, 'Accept-Encoding': encoding },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const seconds = Number(answer.headers.get('Retry-After') ?? '0')
    const wait = Number.isFinite(seconds) ? Math.min(LONGEST_WAIT_MS, seconds * 1_000) : 0
    return {
      status: answer.status,
      bytes: await bytesOf(answer),
      ...(wait > 0 && { retryAfterMs: wait }),
    }
  }
  const ask: Ask = async (path, accept = '*/*') => {
    const url = new URL(path, base)
    await turn()
    try {
      for (let tried = 1; ; tried += 1) {
        const last = tried === TRIES
        let wait = pauseMs * 2 ** (tried - 1)
        try {
          const answer = await once(url, accept)
          const isBusy = answer.status === 429 || answer.status >= 500
          if (!isBusy) return answer
          wait = Math.max(wait, answer.retryAfterMs ?? 0)
          if (last) throw new Unreachable(`${url.href} answers ${answer.status}`)
        } catch (error) {
          if (error instanceof Unreachable || last) throw unreachable(url, error)
        }
        await sleep(wait)
      }
    } finally {
      done()
    }
  }
  return { ask, count: () => count }
}

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')

async function bytesOf(answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = answer.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) return Buffer.concat(chunks)
    chunks.push(value)
    length += value.length
    if (length > MAX_BYTES) throw new Unreachable(`${answer.url} answers without end`)
  }
}

function unreachable(url: URL, error: unknown): Unreachable {
  if (error instanceof Unreachable) return error
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return new Unreachable(`${url.href}: ${cause instanceof Error ? cause.message : String(cause)}`)
}
