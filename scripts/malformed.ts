/** Sends a built register what no browser would: `npm run torture:malformed -- --help`. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import routes from '#app/routes.ts'

import { malformed } from './torture/malformed.ts'
import { patternsOf } from './torture/patterns.ts'

const usage = `npm run torture:malformed -- [--requests N]

  --requests  how many (10000)

Starts the built register (npm run build) in a temporary folder, without limits by address, and
fails when it ends, answers with a fault, grows by 100 MB, or lets a reader wait half a second.`

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '10000' }, help: { type: 'boolean' } },
})
const requests = Number(values.requests)
if (values.help || !(requests >= 1 && Number.isInteger(requests))) {
  process.stdout.write(`${usage}\n`)
  process.exit(values.help ? 0 : 1)
}

const PROBE_MS = 500
const GROWTH_MB = 100
const host = '127.0.0.1'
const port = await freePort()
const folder = mkdtempSync(join(tmpdir(), 'kept-malformed-'))
const server = spawn(process.execPath, ['scripts/serve.js'], {
  env: {
    ...process.env,
    PORT: String(port),
    ORIGIN: `http://localhost:${port}`,
    DATA_DIR: folder,
    RATE_LIMITS: 'off',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
let ended: number | null | undefined
server.once('exit', (code) => (ended = code))

const paths = (await patternsOf(routes)).map((pattern) =>
  `/${pattern}`.replace(':locale', 'en').replace(/:\w+\??|\*/g, '1'),
)
const problems: string[] = []
try {
  await up()
  await malformed({ host, port, requests: 2_000, slow: 0, paths })
  const before = memory()
  const started = performance.now()
  const report = await malformed({ host, port, requests, slow: 100, paths })
  const seconds = (performance.now() - started) / 1_000
  const grown = memory() - before
  problems.push(...new Set(report.faults))
  if (ended !== undefined) problems.push(`the server ended with ${ended}`)
  if (grown >= GROWTH_MB) problems.push(`it grew by ${grown} MB`)
  if (report.slowestProbeMs >= PROBE_MS)
    problems.push(`a reader waited ${Math.round(report.slowestProbeMs)} ms`)
  const statuses = Object.entries(report.statuses).toSorted(([a], [b]) => a.localeCompare(b))
  process.stdout.write(
    `${report.sent} requests and 100 slow connections in ${seconds.toFixed(0)} s: ` +
      `${statuses.map(([status, count]) => `${status}: ${count}`).join(', ')}; ` +
      `${report.probes} readers waited ${Math.round(report.slowestProbeMs)} ms at most; ` +
      `memory grew by ${grown} MB from ${before}; ${problems.length} problems\n`,
  )
} finally {
  server.kill('SIGTERM')
  while (ended === undefined && server.signalCode === null) await sleep(50)
  rmSync(folder, { recursive: true, force: true })
}
for (const problem of problems) process.stdout.write(`FAILED ${problem}\n`)
process.exit(problems.length > 0 ? 1 : 0)

async function up() {
  for (let tries = 0; tries < 300 && ended === undefined; tries += 1) {
    const answered = await fetch(`http://${host}:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return
    await sleep(100)
  }
  throw new Error('the register does not start')
}

/** Resident memory of the server in MB, as Linux tells it. */
function memory(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}

async function freePort(): Promise<number> {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, host, resolve))
  const { port: free } = taken.address() as AddressInfo
  await new Promise((resolve) => taken.close(resolve))
  return free
}
