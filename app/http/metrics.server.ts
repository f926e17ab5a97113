import { createServer, type Server } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'

import { Counter, Gauge, Histogram, Registry } from 'prom-client'

import type { Database } from '#app/db/client.server.ts'
import { figures } from '#app/db/read/figures.server.ts'

import type { Log, RequestLine } from './context.server.ts'

export type Metrics = {
  answered: (line: RequestLine, fromCache: boolean) => void
  /** A limit was met: which one. */
  limited: (name: string) => void
  text: () => Promise<string>
  stop: () => void
}

type Gathered = { kind: string; method: string; status: number; times: number }

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What operators watch (docs/operations.md). Kinds of address, never an address or a person. */
export function metrics({ db, now }: { db: Database; now: () => Date }): Metrics {
  const registers = [new Registry()]
  const [register] = registers
  const requests = new Counter({
    name: 'kept_requests_total',
    help: 'Requests answered, by kind of address, method and status.',
    labelNames: ['kind', 'method', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'kept_request_seconds',
    help: 'How long answers took that were not at hand in the public cache.',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  })
  const cached = new Counter({
    name: 'kept_cache_hits_total',
    help: 'Requests answered from the public cache.',
    registers,
  })
  const limited = new Counter({
    name: 'kept_limited_total',
    help: 'Requests refused by a rate limit, by its name.',
    labelNames: ['limit'],
    registers,
  })
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const loopMean = gauge('kept_event_loop_delay_mean_seconds', 'Since it was last asked for.')
  const loopWorst = gauge('kept_event_loop_delay_p99_seconds', 'Since it was last asked for.')
  const rss = gauge('process_resident_memory_bytes', 'Memory of the process.')
  const log = gauge('kept_log_entries', 'Entries of the public log.')
  const signed = gauge('kept_log_signed_entries', 'Entries the newest checkpoint holds.')
  const age = gauge('kept_checkpoint_age_seconds', 'How long ago the newest checkpoint was signed.')
  const waiting = gauge('kept_mails_waiting', 'Letters not sent yet.')
  const givenUp = gauge('kept_mails_given_up', 'Letters that are not tried any more.')
  const writers = gauge('kept_writes_waiting', 'Writes that wait for their turn, or have it.')
  const refused = gauge('kept_refused_attempts', 'Attempts refused to people, as kept.')

  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  // A kept page takes less time than its figures would: those are gathered, and told when asked.
  const gathered = new Map<string, Gathered>()
  const gather = (kind: string, method: string, status: number) => {
    const key = `${kind} ${method} ${status}`
    const known = gathered.get(key) ?? { kind, method, status, times: 0 }
    known.times += 1
    gathered.set(key, known)
  }
  const tell = () => {
    for (const { kind, method, status, times } of gathered.values()) {
      requests.inc({ kind, method, status }, times)
      cached.inc(times)
    }
    gathered.clear()
  }

  return {
    answered({ method, path, status, ms }, fromCache) {
      const kind = kindOf(path)
      if (fromCache && ms === 0) return gather(kind, knownMethod(method), status)
      requests.inc({ kind, method: knownMethod(method), status })
      seconds.observe({ kind }, ms / 1_000)
      if (fromCache) cached.inc()
    },
    limited: (name) => limited.inc({ limit: name }),
    async text() {
      tell()
      const known = await figures(db)
      log.set(known.logSize)
      signed.set(known.signedSize)
      if (known.signedAt) age.set((now().getTime() - known.signedAt.getTime()) / 1_000)
      waiting.set(known.mailsWaiting)
      givenUp.set(known.mailsGivenUp)
      refused.set(known.refusedAttempts)
      writers.set(known.writersWaiting)
      rss.set(process.memoryUsage.rss())
      loopMean.set(inSeconds(delay.mean))
      loopWorst.set(inSeconds(delay.percentile(99)))
      delay.reset()
      return register!.metrics()
    },
    stop: () => delay.disable(),
  }
}

const inSeconds = (nanoseconds: number) => (Number.isNaN(nanoseconds) ? 0 : nanoseconds / 1e9)

/** A handful, so that nobody makes the counters grow by asking for new addresses. */
const kinds: readonly [string, RegExp][] = [
  ['api', /^\/api(?:\/|$)/],
  ['log', /^\/log(?:\/|$)/],
  ['data', /^\/data\//],
  ['file', /^\/(?:files|assets|fonts)\//],
  ['health', /^\/healthz$/],
  ['desk', /^\/..\/desk(?:\/|$)/],
  ['account', /^\/..\/(?:account|sign-in|sign-up|sign-out|first-run)(?:\/|$)/],
  ['format', /^\/..\/.*[.](?:csv|json|jsonld|atom|ics)$/],
  ['page', /^\/..(?:\/|$)/],
]
const kindOf = (path: string) => kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other'
const knownMethod = (method: string) =>
  ['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method) ? method : 'other'

/** Answers on a port of its own, for the machines of operators. Nothing else is there. */
export function metricsServer({ text }: Pick<Metrics, 'text'>, log: Log): Server {
  return createServer((req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') return void res.writeHead(404).end()
    text().then(
      (said) => res.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(said),
      (error: unknown) => {
        log.error({ err: error }, 'the figures could not be told')
        res.writeHead(503).end()
      },
    )
  })
}
