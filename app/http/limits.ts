const MINUTE = 60
const HOUR = 60 * MINUTE

/** So many requests within so many seconds. */
export type Quota = { name: string; most: number; seconds: number }
export type Limit = {
  matches: (method: string, path: string) => boolean
  /** Whose requests are counted together. An account is known by its session's cookie. */
  by: 'network' | 'account'
  quotas: readonly Quota[]
}

const posts = (pattern: RegExp) => (method: string, path: string) =>
  method === 'POST' && pattern.test(path)
const reads = (pattern: RegExp) => (method: string, path: string) =>
  method !== 'POST' && pattern.test(path)
const upTo = (most: number, seconds: number, name: string): Quota => ({ name, most, seconds })

/** The act that puts something into the public log, or takes it out of sight. */
const publishing =
  /^\/..\/desk\/(?:verify\/[^/]+|screen\/[^/]+|review\/[^/]+(?:\/(?:return|confirm|correct))?|commitments\/[^/]+\/(?:check|amend|withdraw)|reports\/[^/]+\/check|reviews\/[^/]+\/reply|redactions\/[^/]+|import)$/

/**
 * How often anybody may ask what costs or harms (docs/operations.md). A request counts against
 * every row it matches. Tries at one account are counted apart, in auth/attempts.
 */
export const limits: readonly Limit[] = [
  {
    matches: posts(/^\/..\/(?:sign-in|account\/prove)$/),
    by: 'network',
    quotas: [upTo(50, HOUR, 'sign-in')],
  },
  {
    matches: posts(/^\/..\/sign-in\/.+$/),
    by: 'network',
    quotas: [upTo(50, HOUR, 'second-factor')],
  },
  { matches: posts(/^\/..\/sign-up$/), by: 'network', quotas: [upTo(20, HOUR, 'sign-up')] },
  {
    matches: posts(/^\/..\/account\/(?:forgotten|reset|confirm|address)$/),
    by: 'network',
    quotas: [upTo(20, HOUR, 'reset')],
  },
  {
    matches: posts(/\/evidence\/upload$/),
    by: 'account',
    quotas: [upTo(30, HOUR, 'upload')],
  },
  { matches: posts(publishing), by: 'account', quotas: [upTo(60, HOUR, 'publish')] },
  {
    matches: posts(/^\/..\/(?:desk|account)(?:\/|$)/),
    by: 'network',
    quotas: [upTo(300, MINUTE, 'desk')],
  },
  {
    // All rows at once. A tool that fetches the whole package asks for some twenty files.
    matches: reads(/^\/data\/.|[.](?:csv|ics)$/),
    by: 'network',
    quotas: [upTo(40, MINUTE, 'export'), upTo(240, HOUR, 'export-hour')],
  },
  {
    matches: reads(/^\/..\/search(?:[.]\w+)?$/),
    by: 'network',
    quotas: [upTo(120, MINUTE, 'search')],
  },
  { matches: reads(/^\/..\/account\/data$/), by: 'account', quotas: [upTo(30, HOUR, 'own-data')] },
]
