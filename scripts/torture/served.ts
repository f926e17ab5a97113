import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

import { and, asc, eq, isNotNull } from 'drizzle-orm'

import { openKeyFile } from '#app/adapters/signer/key-file.server.ts'
import { createSession } from '#app/auth/sessions.server.ts'
import { closeDatabase } from '#app/db/client.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { logEntries } from '#app/db/schema/log.ts'
import { ORDER_SLACK_MS, readEntry } from '#app/domain/ledger/entry.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'

import {
  granted,
  makeScratchRegister,
  openScratch,
  openScratchRegister,
  scratchTerms,
} from '../scratch/register.ts'
import { keyFile, ORIGIN } from './folder.ts'
import { proveFolder } from './proof.ts'

/** A register in a folder with commitments that wait to be published, and who may. */
export type Prepared = { folder: string; waiting: string[]; cookie: string }

/** Makes one in an empty folder, through the same use-cases as any other. */
export async function prepare(folder: string, count: number): Promise<Prepared> {
  await mkdir(folder, { recursive: true })
  await openKeyFile(keyFile(folder), ORIGIN)
  closeDatabase((await makeScratchRegister(folder, new Date())).db)
  const { db, partner, organisationId } = await openScratchRegister(folder)
  const now = new Date()
  const as = { db, actor: partner, now }
  const waiting: string[] = []
  for (let i = 0; i < count; i += 1) {
    const made = granted(await draftCommitment(as, { organisationId, declaration: 'qd2015' }))
    const { id } = made.commitment
    granted(await editCommitment(as, id, scratchTerms(`Train teachers ${i}`, 1, now)))
    granted(await submitCommitment(as, id))
    waiting.push(id)
  }
  closeDatabase(db)
  return { folder, waiting, cookie: await cookieAt(folder, now) }
}

/** The coordinator's session, begun at that time. */
export async function cookieAt(folder: string, at: Date): Promise<string> {
  const { db, coordinator } = await openScratchRegister(folder)
  try {
    const place = { db, secureCookies: false, now: () => at }
    const header = await createSession(place, coordinator.userId, { secondFactor: true })
    return header.split(';', 1)[0] ?? ''
  } finally {
    closeDatabase(db)
  }
}

export type Running = {
  url: string
  process: ChildProcess
  /** Delay of its event loop since this was last asked, in milliseconds: 99 of 100 were less. */
  delay: () => Promise<number>
  ended: Promise<{ code: number | null; signal: string | null }>
}

/** Starts the built server on a folder and waits until it answers. */
export async function start(folder: string, env: Record<string, string> = {}): Promise<Running> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const loaded = ['scripts/bench/watch-loop.js', 'scripts/torture/shift-clock.js']
  const imports = loaded.flatMap((file) => ['--import', pathToFileURL(file).href])
  const server = spawn(process.execPath, [...imports, 'scripts/serve.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      ORIGIN: url,
      DATA_DIR: folder,
      RATE_LIMITS: 'off',
      // Two factors are offered in a demonstration; this coordinator has none.
      DEMONSTRATION: '1',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = once(server, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }))
  for (let tries = 0; tries < 1_200 && server.exitCode === null; tries += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.ok) {
      await answer.arrayBuffer()
      const delay = async () => {
        server.send('delay')
        return ((await once(server, 'message')) as [number])[0]
      }
      return { url, process: server, delay, ended }
    }
    await sleep(50)
  }
  server.kill('SIGKILL')
  throw new Error('the server does not start')
}

export async function stop({ process: server, ended }: Running) {
  server.kill('SIGTERM')
  return ended
}

export type Answered = { status: number; retryAfter: string | null; text: string; ms: number }

export const publish = (url: string, cookie: string, id: string): Promise<Answered> =>
  asked(`${url}/en/desk/screen/${id}`, {
    cookie,
    form: new URLSearchParams({ decision: 'publish' }).toString(),
  })

/** One request on a connection of its own: none is lost to one that was kept and closed. */
export function asked(
  url: string,
  { cookie, form }: { cookie?: string; form?: string } = {},
): Promise<Answered> {
  const before = performance.now()
  return new Promise((resolve, reject) => {
    const headers = {
      'Sec-Fetch-Site': 'same-origin',
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
    }
    const method = form === undefined ? 'GET' : 'POST'
    const asking = request(url, { agent: false, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('error', reject)
      answer.on('end', () => {
        const retryAfter = answer.headers['retry-after'] ?? null
        const ms = performance.now() - before
        resolve({ status: answer.statusCode ?? 0, retryAfter, text, ms })
      })
    })
    asking.on('error', reject)
    asking.end(form)
  })
}

/** What stands in a folder no process works on: proven whole, and what is published. */
export async function look(folder: string, expected: readonly string[] = []) {
  const home = await mkdtemp(join(tmpdir(), 'kept-look-'))
  try {
    const copy = join(home, 'copy')
    await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('.sock') })
    const { key } = await openKeyFile(keyFile(copy), ORIGIN)
    const { problems, entries, checkpoints } = await proveFolder(copy, { key, acknowledged: [] })
    const db = await openScratch(copy)
    try {
      const published = await db
        .select({ id: acts.subject })
        .from(acts)
        .where(and(eq(acts.kind, 'commitment.published'), isNotNull(acts.entry)))
      const known = new Set(published.map(({ id }) => id))
      for (const id of expected) if (!known.has(id)) problems.push(`${id} is lost`)
      const leaves = await db
        .select({ leaf: logEntries.leaf })
        .from(logEntries)
        .orderBy(asc(logEntries.idx))
      let latest = 0
      for (const [idx, { leaf }] of leaves.entries()) {
        const at = Date.parse(readEntry(new Uint8Array(leaf)).at)
        if (at < latest - ORDER_SLACK_MS) problems.push(`entry ${idx} is earlier than one before`)
        latest = Math.max(latest, at)
      }
      return { problems, entries, checkpoints, published: known }
    } finally {
      closeDatabase(db)
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
