import { createHash } from 'node:crypto'

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

import type { Throttle } from '#app/domain/accounts/throttle.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const LONGEST = 15 * MINUTE

/** What limits there are on tries at one account; those by network address are the server's. */
export type Attempts = {
  /** Passwords, counted by the address typed, whether or not anybody has it. */
  passwords: Throttle
  /** Letters with a link, counted by the address they go to. */
  letters: Throttle
  /** Codes of a second factor, counted by account. */
  codes: Throttle
}

export const attempts = (): Attempts => ({
  passwords: growingWait({ free: 5, within: 15 * MINUTE, remembered: 12 * HOUR }),
  letters: fixedWindow({ free: 3, within: HOUR }),
  codes: fixedWindow({ free: 5, within: 5 * MINUTE }),
})

/** Names are kept hashed: what was typed may have been a password in the wrong field. */
const keyOf = (name: string) => createHash('sha256').update(name).digest('base64url')

const orRefused = (tried: Promise<RateLimiterRes>) =>
  tried.then(
    () => undefined,
    (refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused
      throw refused
    },
  )
const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1_000))

/**
 * So many tries within a time are free. Then there is one after each wait, and waits double from a
 * minute to a quarter of an hour as long as it goes on. A try counts before it is known what came
 * of it, so that a hundred at once are no way round.
 */
export function growingWait(rule: { free: number; within: number; remembered: number }): Throttle {
  const tries = new RateLimiterMemory({ points: rule.free, duration: rule.within })
  const waits = new RateLimiterMemory({ points: 1, duration: MINUTE })
  const series = new RateLimiterMemory({ points: 1, duration: rule.remembered })
  return {
    async take(name) {
      const key = keyOf(name)
      const waiting = await waits.get(key)
      if (!waiting) {
        const { consumedPoints } = await tries.penalty(key)
        if (consumedPoints < rule.free) return { ok: true, last: false }
      }
      const grown = (await series.get(key))?.consumedPoints ?? 0
      const wait = Math.min(LONGEST, MINUTE * 2 ** grown)
      const refused = await orRefused(waits.consume(key, 1, { customDuration: wait }))
      if (refused)
        return { ok: false, seconds: secondsOf(refused), first: refused.consumedPoints === 2 }
      const { consumedPoints } = await series.penalty(key)
      return { ok: true, last: consumedPoints === 1 }
    },
    async clear(name) {
      const key = keyOf(name)
      await Promise.all([tries.delete(key), waits.delete(key), series.delete(key)])
    },
  }
}

/** So many within a time, counted from the first. */
export function fixedWindow({ free, within }: { free: number; within: number }): Throttle {
  const taken = new RateLimiterMemory({ points: free, duration: within })
  return {
    async take(name) {
      const refused = await orRefused(taken.consume(keyOf(name)))
      if (!refused) return { ok: true, last: false }
      const first = refused.consumedPoints === free + 1
      return { ok: false, seconds: secondsOf(refused), first }
    },
    async clear(name) {
      await taken.delete(keyOf(name))
    },
  }
}
