import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { ensureBuild } from '../steps.js'

/** Serves a folder by the production server, in a process of its own, on a free port. */
export async function serving<value>(
  folder: string,
  work: (url: string) => Promise<value>,
): Promise<value> {
  await ensureBuild()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const server = spawn(process.execPath, ['scripts/serve.js'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const over = once(server, 'exit')
  try {
    await answering(url, server)
    return await work(url)
  } finally {
    server.kill('SIGTERM')
    await over
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function answering(url: string, server: { exitCode: number | null }) {
  // With many commitments the turn of the day, before the first answer, takes its time.
  for (let tries = 0; tries < 3_000 && server.exitCode === null; tries += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('the server does not answer')
}
