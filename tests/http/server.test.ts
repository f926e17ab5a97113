import { existsSync } from 'node:fs'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

import { eq } from 'drizzle-orm'
import { afterEach, expect, it, vi } from 'vitest'

import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { openKeyFile } from '#app/adapters/signer/key-file.server.ts'
import { readConfig, type Config } from '#app/config.server.ts'
import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { users } from '#app/db/schema/accounts.ts'
import { openCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { parseVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { serve } from '#app/http/server.server.ts'
import * as firstRun from '#app/routes/account/first-run/route.tsx'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { freshDatabase, freshFile } from '#tests/support/database.ts'
import { growLog } from '#tests/support/long-log.ts'
import { person } from '#tests/support/people.ts'
import { buildOf } from '#tests/support/server.ts'
import { testSigner } from '#tests/support/signer.ts'
import { NOW } from '#tests/support/world.ts'

const quiet = { request: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal)
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function started(dataDir: string, changes: Partial<Config> = {}) {
  const said: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
  const read = readConfig({ PORT: String(await freePort()), DATA_DIR: dataDir })
  const config = { ...(read as { config: Config }).config, ...changes }
  const routes = { ':locale/first-run': firstRun } as Parameters<typeof buildOf>[0]
  const { stop } = await serve(buildOf(routes), { config, log: quiet })
  write.mockRestore()
  stops.push(stop)
  return { config, said: said.join(''), stop }
}

it('opens an empty register and prints the way in, once', async () => {
  const { folder } = await freshFile()
  const dataDir = join(folder, 'new', 'data')
  const { config, said, stop } = await started(dataDir)
  expect(said).toContain(`Kept is at ${config.origin}\n`)
  const door = /Open (\S+) to make the first account/.exec(said)?.[1] ?? ''
  expect(door).toMatch(/\/en\/first-run\?token=[\w-]{32}$/)
  expect((await fetch(`${config.origin}/healthz`)).status).toBe(200)
  expect((await fetch(door)).status).toBe(200)
  expect(existsSync(join(dataDir, 'register.lock'))).toBe(true)

  const body = new URLSearchParams({
    name: 'Ada',
    email: 'ada@example.org',
    password: 'several plain words',
  })
  const headers = { Origin: config.origin }
  const made = await fetch(door, { method: 'POST', body, headers, redirect: 'manual' })
  expect(made.status).toBe(303)

  stops.length = 0
  await stop()
  expect(existsSync(join(dataDir, 'register.lock'))).toBe(false)
  const again = await started(dataDir)
  expect(again.said).not.toContain('token')
  expect((await fetch(`${again.config.origin}/en/first-run`)).status).toBe(410)
})

it('refuses to open what another process has open, in one line', async () => {
  const { folder } = await freshFile()
  const { config } = await started(folder)
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`)
  })
  await expect(serve(buildOf({}), { config, log: quiet })).rejects.toThrow('ended with 1')
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^Cannot start: the register is in use by process \d+; .*\n$/)
})

it('ends by itself when told to stop', async () => {
  const { folder } = await freshFile()
  const { config } = await started(folder)
  stops.length = 0
  const ended = new Promise((resolve) => {
    vi.spyOn(process, 'exit').mockImplementation(((code: number) => resolve(code)) as never)
  })
  process.emit('SIGTERM')
  expect(await ended).toBe(0)
  await expect(fetch(`${config.origin}/healthz`)).rejects.toThrow('fetch failed')
  expect(existsSync(join(folder, 'register.lock'))).toBe(false)
})

/** The one line a start ends with that cannot go on. */
async function refusal(dataDir: string, changes: Partial<Config> = {}) {
  const said: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    return said.push(String(text)) > 0
  })
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`)
  })
  await expect(started(dataDir, changes)).rejects.toThrow('ended with 1')
  write.mockRestore()
  exit.mockRestore()
  // What a real exit would have let go.
  await rm(join(dataDir, 'register.lock'), { force: true })
  expect(said).toHaveLength(1)
  return said[0]
}

it('makes a key, says its public half, and signs the empty log; later it is the same key', async () => {
  const { folder } = await freshFile()
  const first = await started(folder)
  const name = `${new URL(first.config.origin).host}/log`
  const key = /public log's key is (\S+)\n/.exec(first.said)?.[1] ?? ''
  expect(key).toMatch(new RegExp(`^${name}\\+[0-9a-f]{8}\\+AS?[\\w+/]+={0,2}$`))
  expect(first.said).toContain(`It is new, in ${join(folder, 'log.key')}`)
  const notes = await readFile(join(folder, 'checkpoints.log'), 'utf8')
  expect(openCheckpoint(notes, parseVerifierKey(key), verify)).toMatchObject({ size: 0 })

  stops.length = 0
  await first.stop()
  // Another port is another origin; the log keeps its name all the same.
  const again = await started(folder)
  expect(again.said).toContain(`key is ${key}\n`)
  expect(again.said).not.toContain('It is new')
  expect(await readFile(join(folder, 'checkpoints.log'), 'utf8')).toBe(notes)
})

it('goes on with no other key than the one its log was signed with', async () => {
  const { folder } = await freshFile()
  const { stop, config } = await started(folder)
  stops.length = 0
  await stop()
  await chmod(join(folder, 'log.key'), 0o644)
  expect(await refusal(folder)).toMatch(/^Cannot start: LOG_KEY_FILE: readable-by-others: /)
  await rm(join(folder, 'log.key'))
  expect(await refusal(folder)).toMatch(/^Cannot start: LOG_KEY_FILE \S+ is gone, but /)
  const other = join(folder, 'other.key')
  await openKeyFile(other, `${new URL(config.origin).host}/log`)
  expect(await refusal(folder, { logKeyFile: other })).toMatch(
    /^Cannot start: LOG_KEY_FILE \S+ holds another key than the one /,
  )
  expect(existsSync(join(folder, 'log.key'))).toBe(false)
})

it('is no register with an account of the demonstration, whose password everybody knows', async () => {
  const { folder } = await freshFile()
  const { stop, config } = await started(folder)
  stops.length = 0
  await stop()
  const db = await openDatabase(config.databaseUrl)
  const { userId } = await person(db, 'Amina')
  const set = {
    email: 'amina.diallo@partner.example',
    passwordHash: await hashPassword('demonstration'),
  }
  await db.update(users).set(set).where(eq(users.id, userId))
  closeDatabase(db)
  expect(await refusal(folder, { production: true })).toBe(
    'Cannot start: amina.diallo@partner.example has the password of the demonstration, which everybody knows\n',
  )
  expect((await started(folder, { production: true, demonstration: true })).said).toContain(
    'Kept is',
  )
})

it('keeps the name of the log where the register is public', async () => {
  const { folder } = await freshFile()
  const moved = (origin: string) => ({ origin, production: true })
  const { stop } = await started(folder, moved('https://kept.example'))
  stops.length = 0
  await stop()
  expect(await refusal(folder, moved('https://other.example'))).toMatch(
    /is the key of kept\.example\/log; by ORIGIN this log is other\.example\/log/,
  )
})

it('starts without publishing on a database older than what it signed, and says how to mend it', async () => {
  const { folder } = await freshFile()
  const marks = checkpointMarks(folder)
  const longer = await freshDatabase()
  await growLog(longer, 3)
  await signCheckpoint({ db: longer, now: NOW, signer: testSigner('localhost/log'), marks })
  const signed = await readFile(join(folder, 'checkpoints.log'), 'utf8')
  const file = join(folder, 'log.key')
  await openKeyFile(file, 'localhost/log')

  const { config, said } = await started(folder)
  expect(said).toContain('PUBLISHING IS STOPPED: the database holds 0 entries')
  expect(said).toContain('npm run recover -- --from PLACE')
  const health = await fetch(`${config.origin}/healthz`)
  expect([health.status, await health.json()]).toMatchObject([200, { publishing: 'stopped' }])
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(await readFile(join(folder, 'checkpoints.log'), 'utf8')).toBe(signed)
})

it('takes a policy, and says what is wrong with one', async () => {
  const { folder } = await freshFile()
  const logPolicyFile = join(folder, 'policy')
  expect(await refusal(folder, { logPolicyFile })).toMatch(
    /^Cannot start: LOG_POLICY_FILE .*ENOENT/,
  )
  await writeFile(logPolicyFile, 'quorum nobody\n')
  expect(await refusal(folder, { logPolicyFile })).toMatch(/names a witness or group/)
  await writeFile(logPolicyFile, 'quorum none\n')
  expect((await started(folder, { logPolicyFile })).said).toContain('Kept is at')
})
