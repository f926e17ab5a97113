import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import { databaseFile } from '../scratch/register.ts'
import { ensureBuild } from '../steps.js'

export type Served = {
  url: string
  /** Milliseconds from its start to its first answer. */
  startedIn: number
  /** Resident memory now, and at most so far, in megabytes. */
  memory: () => Promise<{ now: number; most: number }>
  /** Delay of its event loop since this was last asked, in milliseconds: 99 of 100 were less. */
  delay: () => Promise<number>
}
/** What the unit that operators install sets for the process; it is measured as it is run. */
const deployedEnvironment = (unit: string): Record<string, string> =>
  Object.fromEntries(
    [...unit.matchAll(/^Environment=(.+)$/gm)].flatMap(([, set = '']) =>
      set.split(' ').map((one) => one.split('=', 2) as [string, string]),
    ),
  )

type Options = { env?: Record<string, string>; firstPage?: string }

/** Serves a folder by the production server, in a process of its own, on a free port. */
export async function serving<value>(
  folder: string,
  work: (served: Served) => Promise<value>,
  { env = {}, firstPage = '/healthz' }: Options = {},
): Promise<value> {
  await ensureBuild()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  // The watcher of its event loop is loaded before it, and no part of the product.
  const watcher = pathToFileURL('scripts/bench/watch-loop.js').href
  const server = spawn(process.execPath, ['--import', watcher, 'scripts/serve.js'], {
    env: {
      ...process.env,
      ...deployedEnvironment(await readFile('deploy/kept.service', 'utf8')),
      PORT: String(port),
      DATA_DIR: folder,
      API_REQUESTS_PER_MINUTE: '0',
      RATE_LIMITS: 'off',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const over = once(server, 'exit')
  try {
    await answering(url + firstPage, server)
    const startedIn = performance.now() - began
    const delay = async () => {
      server.send('delay')
      return ((await once(server, 'message')) as [number])[0]
    }
    return await work({ url, startedIn, memory: () => memoryOf(server.pid), delay })
  } finally {
    server.kill('SIGTERM')
    await over
  }
}

/** Runs the floor beside it, on the same database; `page` is what it sends for `/same`. */
export async function onTheFloor<value>(
  folder: string,
  page: string,
  work: (url: string) => Promise<value>,
): Promise<value> {
  const port = await freePort()
  const database = pathToFileURL(databaseFile(folder)).href
  const floor = fork('scripts/bench/floor.ts', [database, String(port), page], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const over = once(floor, 'exit')
  try {
    await once(floor, 'message')
    return await work(`http://127.0.0.1:${port}`)
  } finally {
    floor.kill('SIGTERM')
    await over
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function answering(url: string, server: ChildProcess) {
  for (let tries = 0; tries < 60_000 && server.exitCode === null; tries += 1) {
    const answer = await fetch(url).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await sleep(5)
  }
  throw new Error('the server does not answer')
}

async function memoryOf(pid: number | undefined) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1_024
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}
