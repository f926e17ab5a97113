import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test'

import type { HostileRegister, HostileRole } from './hostile-register.ts'
import { caughtIn } from './injected.ts'

type Hostile = HostileRegister & { origin: string }
type Visit = BrowserContext & { caught: string[] }

type Journeys = {
  /** A browser of somebody's in the hostile register, and what it was caught at. */
  browse: (who: HostileRole | 'stranger', options?: BrowserContextOptions) => Promise<Visit>
}

/** Journeys through a register of their own, made and served for this worker alone. */
export const test = base.extend<Journeys, { hostile: Hostile }>({
  hostile: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture asks for
    async ({}, give) => {
      const port = String(await freePort())
      const folder = await mkdtemp(join(tmpdir(), 'kept-hostile-'))
      const origin = `http://localhost:${port}`
      const env = {
        ...process.env,
        ...{ PORT: port, ORIGIN: origin, DATA_DIR: folder, DEMONSTRATION: '1' },
        ...{ RATE_LIMITS: 'off', API_REQUESTS_PER_MINUTE: '0', NODE_ENV: 'production' as const },
      }
      const made = await promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', 'tests/support/hostile-register.ts'],
        { env, maxBuffer: 64 * 1024 * 1024 },
      )
      const server = spawn(process.execPath, ['scripts/serve.js'], { env, stdio: 'ignore' })
      const ended = once(server, 'exit')
      try {
        await answering(`${origin}/healthz`)
        await give({ ...(JSON.parse(made.stdout) as HostileRegister), origin })
      } finally {
        server.kill('SIGTERM')
        await ended
        await rm(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  browse: async ({ browser, hostile }, give) => {
    const opened: BrowserContext[] = []
    await give(async (who, options = {}) => {
      const context = await browser.newContext({ baseURL: hostile.origin, ...options })
      opened.push(context)
      if (who !== 'stranger') {
        const value = hostile.cookies[who]
        await context.addCookies([{ name: 'session', value, url: hostile.origin }])
      }
      return Object.assign(context, { caught: await caughtIn(context) })
    })
    for (const context of opened) await context.close()
  },
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function answering(address: string) {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${address} does not answer`)
}
