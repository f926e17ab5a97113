/** A witness of a log, run by anybody but the log: `npm run witness -- --help`. */
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { KeyFileError } from '#app/adapters/files/secret-file.server.ts'
import { openKeyFile } from '#app/adapters/signer/key-file.server.ts'
import { holdLock, RegisterInUse } from '#app/db/lock.server.ts'
import {
  COSIGNATURE_KEY,
  formatVerifierKey,
  isKeyName,
  NOTE_KEY,
  NoteError,
  parseVerifierKey,
  verifierKey,
} from '#app/domain/ledger/signed-note.ts'

import { MemoryLost, openMemory } from './witness/memory.ts'
import { witnessServer } from './witness/server.ts'

const usage = `npm run witness -- --log URL --log-vkey VKEY [--name NAME] [--state FILE] [--key FILE] [--port N] [--host HOST]

  --log       the log to watch, such as https://kept.example/log
  --log-vkey  its verifier key, got from somebody you trust and not from the log itself
  --name      what this witness is called for ever, such as witness.university.example;
              this machine's name when absent
  --state     remembers the newest checkpoint that was cosigned (./data/witness/checkpoint)
  --key       this witness's own key, made on first use (./data/witness/key)
  --port      where it listens (7380)
  --host      at which address (127.0.0.1); put a web server with TLS before it

It never asks the log for anything: the log asks it.`

const fail = (line: string): never => {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

try {
  await watch(read())
} catch (error) {
  if (error instanceof MemoryLost && error.code === 'state-missing')
    fail(
      `Cannot start: the key has been used before and ${error.message.replace(/^.*?: /, '')} is gone. ` +
        'A witness that forgets would cosign a second history: bring the file back, or begin anew ' +
        'with a new key under a new name.',
    )
  const known = [MemoryLost, KeyFileError, NoteError, RegisterInUse]
  if (!known.some((kind) => error instanceof kind)) throw error
  fail(`Cannot start: ${(error as Error).message}`)
}

function read() {
  try {
    const { values } = parseArgs({
      options: {
        log: { type: 'string' },
        'log-vkey': { type: 'string' },
        name: { type: 'string', default: hostname() },
        state: { type: 'string', default: './data/witness/checkpoint' },
        key: { type: 'string', default: './data/witness/key' },
        port: { type: 'string', default: '7380' },
        host: { type: 'string', default: '127.0.0.1' },
        help: { type: 'boolean' },
      },
    })
    if (!values.help) return values
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

async function watch({ log = '', 'log-vkey': vkey = '', ...given }: ReturnType<typeof read>) {
  if (!log || !vkey) fail(usage)
  const logKey = parseVerifierKey(vkey)
  if (logKey.type !== NOTE_KEY) fail('Cannot start: --log-vkey is the key of a witness')
  if (nameIn(log) !== logKey.name)
    fail(`Cannot start: --log-vkey is the key of ${logKey.name}, not of ${log}`)
  if (!isKeyName(given.name)) fail('Cannot start: --name must be one word without a +')
  const port = /^\d{1,5}$/.test(given.port) ? Number(given.port) : 65_536
  if (port > 65_535) fail('Cannot start: --port must be a number up to 65535')

  const [state, keyFile] = [resolve(given.state), resolve(given.key)]
  await mkdir(dirname(state), { recursive: true })
  await mkdir(dirname(keyFile), { recursive: true })
  const letGo = holdLock(dirname(state), `${basename(state)}-witness`)
  const { key: pair, sign, created } = await openKeyFile(keyFile, given.name)
  const key = verifierKey(given.name, COSIGNATURE_KEY, pair.publicKey)
  const memory = await openMemory(state, { log: logKey, own: key }, created)
  const say = (line: string) =>
    process.stdout.write(`${new Date().toISOString().slice(0, 19)}Z ${line}\n`)
  const server = witnessServer({ logKey, key, sign, memory, now: () => new Date(), log: say })
  server.once('error', (error) => fail(`Cannot start: port ${port}: ${error.message}`))
  server.listen(port, given.host, () => {
    const address = server.address()
    const at = typeof address === 'object' && address ? address.port : port
    process.stdout.write(`${formatVerifierKey(key.name, key.type, key.publicKey)}\n`)
    say(
      `watches ${logKey.name} at http://${given.host}:${at}, ${memory.known?.checkpoint.size ?? 0} entries known`,
    )
  })
  const stop = () => {
    server.close(() => {
      letGo()
      process.exit(0)
    })
    server.closeIdleConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** A log's origin is its address without the scheme. */
function nameIn(url: string): string {
  if (!URL.canParse(url)) fail('Cannot start: --log is not a URL')
  const { host, pathname } = new URL(url)
  return `${host}${pathname.replace(/\/$/, '')}`
}
