import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { KeyFileError } from '#app/adapters/files/secret-file.server.ts'
import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { openKeyFile } from '#app/adapters/signer/key-file.server.ts'
import { httpWitnesses } from '#app/adapters/witnesses/http-witness.server.ts'
import { PolicyFileError, readPolicyFile } from '#app/adapters/witnesses/policy-file.server.ts'
import { isLocal, type Config } from '#app/config.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { publishingStop } from '#app/db/publishing.server.ts'
import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { openCheckpoint, readCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import type { LogBreak } from '#app/domain/ledger/continuity.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import type { Policy } from '#app/domain/ledger/policy.ts'
import { NoteError, parseNote, type VerifierKey } from '#app/domain/ledger/signed-note.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'
import { heedWitnesses } from '#app/use-cases/ledger/heed-witnesses.server.ts'

import type { PublicLog } from './context.server.ts'

/** Opens the key and the marks of the public log, and looks whether the record is still its own. */
export async function openPublicLog(config: Config, db: Database) {
  const marks = checkpointMarks(config.dataDir)
  const newest = (await newestCheckpoint(db))?.note
  const signed = (await marks.newest()) ?? stateIn(newest)
  if (signed && !existsSync(config.logKeyFile))
    cannotStart(
      `LOG_KEY_FILE ${config.logKeyFile} is gone, but ${signed.origin} has signed ${signed.size} entries with it. Put the key back: with a new one this would be another log`,
    )
  const signer = await signerIn(config)
  if (newest !== undefined && !isBy(signer.key, newest))
    cannotStart(
      `LOG_KEY_FILE ${config.logKeyFile} holds another key than the one ${signer.key.name} signs with: nobody could tell its log from a forged one. Put the right key back`,
    )
  const policy = config.logPolicyFile ? await policyIn(config.logPolicyFile, signer.key) : undefined
  const witnesses = httpWitnesses(policy?.witnesses ?? [])
  // Before anything is signed: a backup may have brought the marks back with the database.
  if (!(await guardLog({ db, marks })))
    await heedWitnesses(witnesses, { db, logKey: signer.key, verify })
  const publicLog: PublicLog = {
    origin: signer.key.name,
    key: signer.key,
    policy,
    stopped: () => publishingStop(db),
  }
  return { publicLog, signer, marks, witnesses }
}

/** What a note says of the log; nothing when somebody has written into it, as the guard will say. */
function stateIn(note: string | undefined): Checkpoint | undefined {
  try {
    return note === undefined ? undefined : readCheckpoint(parseNote(note).text)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

function isBy(key: VerifierKey, note: string): boolean {
  try {
    openCheckpoint(note, key, verify)
    return true
  } catch (error) {
    if (error instanceof NoteError) return error.code !== 'no-known-signature'
    if (error instanceof LedgerError) return true
    throw error
  }
}

/** The log's key where there is one; none is made. */
export const existingLogKey = async (config: Config): Promise<VerifierKey | undefined> =>
  existsSync(config.logKeyFile) ? (await signerIn(config)).key : undefined

async function signerIn({ logKeyFile, origin }: Config) {
  // Whoever tries it out changes the port; a log keeps the name it began with.
  const named = isLocal(origin) && (await nameIn(logKeyFile))
  const name = named || `${new URL(origin).host}/log`
  try {
    return await openKeyFile(logKeyFile, name)
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error
    const advice =
      error.code === 'another-name'
        ? `; by ORIGIN this log is ${name}, and a log keeps its name for ever: set ORIGIN back`
        : ''
    return cannotStart(`LOG_KEY_FILE: ${error.message}${advice}`)
  }
}

/** `PRIVATE+KEY+name+…`; whether it is a key at all is looked at when it is opened. */
const nameIn = async (file: string): Promise<string | undefined> =>
  (await readFile(file, 'utf8').catch(() => '')).split('+')[2]

async function policyIn(file: string, key: VerifierKey): Promise<Policy> {
  try {
    return await readPolicyFile(file, key)
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error
    return cannotStart(`LOG_POLICY_FILE ${file}: ${error.message}`)
  }
}

function cannotStart(why: string): never {
  process.stderr.write(`Cannot start: ${why}\n`)
  process.exit(1)
}

const mending = `Pages are served and drafts can be written. Nothing is published and nothing is signed.
An older copy may show words again that were withheld since: keep the register closed to the
public until npm run recover has run.
To mend it:
  1. Stop this server.
  2. npm run recover -- --from PLACE
     PLACE is another copy of the log: the address of a mirror, or a folder with its files.
  3. Start the server again.
Keep checkpoints.log and the key as they are: without them two histories would be signed.
`

/** Plain words for whoever runs the register, on the console. */
export const stopNotice = ({ code, signed, held }: LogBreak): string =>
  code === 'entries-missing'
    ? `
PUBLISHING IS STOPPED: the database holds ${entries(held)} of the public log, but ${signed} ${wasOrWere(signed)} signed.
It is an older copy, brought back from a backup perhaps: ${entries(signed - held)} ${signed - held === 1 ? 'is' : 'are'} missing.
${mending}`
    : `
PUBLISHING IS STOPPED: the database holds another history than the one whose ${entries(signed)} ${wasOrWere(signed)} signed.
Somebody changed the log, or this is another register's database. Keep it aside to look into, and
put back the newest backup from before; what that one lacks can then be recovered.
${mending}`

const entries = (n: number) => `${n} ${n === 1 ? 'entry' : 'entries'}`
const wasOrWere = (n: number) => (n === 1 ? 'was' : 'were')
