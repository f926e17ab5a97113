/** Verifies a register from outside, by its public addresses alone: `npm run verify -- --help`. */
import { parseArgs } from 'node:util'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { parseVerifierKey } from '#app/domain/ledger/signed-note.ts'

import { MemoryBroken, noMemory, openMemory } from './verify/memory.ts'
import { Unreachable } from './verify/problem.ts'
import { progressLine } from './verify/progress.ts'
import { verifyRegister } from './verify/run.ts'
import { isWhole, verdictInWords } from './verify/verdict.ts'

const usage = `npm run verify -- URL [--vkey KEY] [--state FILE] [--pages N] [--files N] [--json]

  URL      the register, such as https://kept.example
  --vkey   the log's verifier key, got from somebody you trust and not from the register;
           without it the key the log shows is taken, and the verdict says so
  --state  remembers the newest state that was verified, to see next time whether it was rewritten;
           beside it FILE.entries keeps entries, so that an interrupted run goes on where it was
  --pages  compares so many pages of commitments, drawn by lot; without it all of up to 500, else 200
  --files  downloads so many public files of evidence, drawn by lot, and compares their hashes;
           without it 20
  --json   says it all as JSON

Reads the whole public log and everything it says, rebuilds the public record from that alone, and
compares it with what the open data and the pages show. Exit status: 0 the log is whole and the
register shows what it says; 1 it is not; 2 no verdict, as the register could not be asked.`

const fail = (line: string): never => {
  process.stderr.write(`${line}\n`)
  process.exit(2)
}

hashNatively()
const { given, url } = read()
const progress = progressLine(process.stderr)
try {
  const verdict = await verifyRegister({
    url,
    vkey: given.vkey === undefined ? undefined : keyIn(given.vkey),
    memory: given.state === undefined ? noMemory : await openMemory(given.state),
    pages: given.pages === undefined ? undefined : countIn(given.pages),
    files: given.files === undefined ? undefined : countIn(given.files),
    verify,
    progress: progress.say,
  })
  progress.end()
  const words = given.json ? JSON.stringify(verdict, undefined, 2) : verdictInWords(verdict)
  process.stdout.write(`${words}\n`)
  process.exitCode = isWhole(verdict) ? 0 : 1
} catch (error) {
  progress.end()
  if (error instanceof Unreachable) fail(`Cannot ask the register: ${error.message}`)
  if (error instanceof MemoryBroken) fail(`Cannot use --state: ${error.message}`)
  throw error
}

function read() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        vkey: { type: 'string' },
        state: { type: 'string' },
        pages: { type: 'string' },
        files: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) {
      process.stdout.write(`${usage}\n`)
      process.exit(0)
    }
    const [text = '', ...more] = positionals
    if (more.length > 0 || !/^https?:\/\//.test(text) || !URL.canParse(text)) return fail(usage)
    return { given: values, url: new URL(new URL(text).origin) }
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function keyIn(text: string) {
  try {
    return parseVerifierKey(text.trim())
  } catch (error) {
    if (error instanceof LedgerError) return fail('--vkey is not the key of a log')
    throw error
  }
}

function countIn(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : fail('--pages must be a whole number')
}
