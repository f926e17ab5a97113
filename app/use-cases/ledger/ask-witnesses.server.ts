import type { Witness } from '#app/adapters/witnesses/witness.ts'
import { publishingStop } from '#app/db/publishing.server.ts'
import {
  hashesOf,
  publishedCheckpoint,
  type StoredCheckpoint,
} from '#app/db/read/log-tiles.server.ts'
import { lastCosigned } from '#app/db/read/witnesses.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { insertCosignature } from '#app/db/write/checkpoints.server.ts'
import { verifyCosignature } from '#app/domain/ledger/cosignature.ts'
import { NoteError, parseNote, signatureLine } from '#app/domain/ledger/signed-note.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { proveConsistency } from '#app/domain/ledger/tile-tree.ts'
import { writeAddCheckpoint } from '#app/domain/ledger/witness-request.ts'

import { heedWitnesses, type Heeding } from './heed-witnesses.server.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>

export type Asking = Heeding & { log: Log }

/**
 * `refused`: it holds that this log does not extend what it cosigned. `ahead`: it says it has
 * cosigned more entries than were signed here.
 */
export type Outcome =
  | 'nothing-to-ask'
  | 'cosigned'
  | 'out-of-reach'
  | 'not-understood'
  | 'refused'
  | 'ahead'
  | 'failed'

type Round = {
  /** How many entries it is believed to have cosigned. */
  size: number | undefined
  status: number | undefined
  last: Outcome
  busy: Promise<Outcome> | undefined
}
const rounds = new WeakMap<Witness, Round>()

/**
 * Asks each witness for its line under the newest checkpoint and keeps those that hold. Each is on
 * its own: one that is slow, away or wrong keeps nobody waiting but itself. Called after signing,
 * never within a request.
 */
export async function askWitnesses(
  witnesses: readonly Witness[],
  asking: Asking,
): Promise<Record<string, Outcome>> {
  const asked = witnesses.map(async (witness) => [witness.name, await round(witness, asking)])
  return Object.fromEntries(await Promise.all(asked)) as Record<string, Outcome>
}

function round(witness: Witness, asking: Asking): Promise<Outcome> {
  const mine: Round = rounds.get(witness) ?? {
    size: undefined,
    status: undefined,
    last: 'nothing-to-ask',
    busy: undefined,
  }
  rounds.set(witness, mine)
  mine.busy ??= turn(witness, mine, asking).finally(() => (mine.busy = undefined))
  return mine.busy
}

async function turn(witness: Witness, mine: Round, asking: Asking): Promise<Outcome> {
  let outcome: Outcome
  let why: unknown
  mine.status = undefined
  try {
    outcome = await ask(witness, mine, asking)
  } catch (error) {
    outcome = error instanceof OutOfReach ? 'out-of-reach' : 'failed'
    why = error instanceof OutOfReach ? error.cause : error
  }
  if (outcome === 'nothing-to-ask') return outcome
  if (outcome !== mine.last) tell(witness, { outcome, status: mine.status, err: why }, asking.log)
  mine.last = outcome
  return outcome
}

/** The first time only: a witness that is away for a week is one line, not a hundred thousand. */
function tell(
  { name }: Witness,
  how: { outcome: Outcome; status: unknown; err: unknown },
  log: Log,
) {
  const { outcome } = how
  const fields = { witness: name, ...how }
  if (outcome === 'cosigned') log.info(fields, 'the witness cosigns')
  else if (outcome === 'refused' || outcome === 'ahead')
    log.error(fields, 'ALARM: a witness holds that this log is not the one it knows')
  else if (outcome === 'failed') log.error(fields, 'could not ask the witness')
  else log.warn(fields, 'the witness does not cosign')
}

class OutOfReach extends Error {}

type Answer = Awaited<ReturnType<Witness['addCheckpoint']>>

async function ask(witness: Witness, mine: Round, asking: Asking): Promise<Outcome> {
  const { db } = asking
  const newest = await publishedCheckpoint(db)
  if (!newest || publishingStop(db) || isWitnessed(newest, witness)) return 'nothing-to-ask'
  const believed = mine.size ?? (await lastCosigned(db, witness.key.name))?.size ?? 0
  mine.size = Math.min(believed, newest.size)

  let answer = await submit(witness, mine.size, newest, asking)
  let told = sizeIn(answer)
  if (told !== undefined && told !== mine.size) {
    if (told > ((await publishedCheckpoint(db))?.size ?? 0))
      return suspicious('ahead', witness, asking)
    mine.size = Math.min(told, newest.size)
    answer = await submit(witness, mine.size, newest, asking)
    told = sizeIn(answer)
  }
  mine.status = answer.status
  // It may have been given another meanwhile: it is asked anew at the next time.
  const overtaken = told !== undefined && told !== mine.size
  if (!overtaken && (answer.status === 409 || answer.status === 422))
    return suspicious('refused', witness, asking)
  if (answer.status !== 200 || !(await keep(witness, newest, answer.body, asking)))
    return 'not-understood'
  mine.size = newest.size
  return 'cosigned'
}

const isWitnessed = ({ witnesses }: StoredCheckpoint, { key }: Witness) =>
  witnesses.some(({ name }) => name === key.name)

const sizeIn = ({ status, body }: Answer): number | undefined =>
  status === 409 ? readCount(body.replace(/\n$/, '')) : undefined

async function suspicious(outcome: Outcome, witness: Witness, asking: Asking): Promise<Outcome> {
  await heedWitnesses([witness], asking)
  return outcome
}

async function submit(
  witness: Witness,
  oldSize: number,
  { size, note }: StoredCheckpoint,
  { db }: Asking,
): Promise<Answer> {
  const proof =
    oldSize === 0 || oldSize === size ? [] : await proveConsistency(oldSize, size, hashesOf(db))
  try {
    return await witness.addCheckpoint(writeAddCheckpoint({ oldSize, proof, note }))
  } catch (error) {
    throw new OutOfReach('out of reach', { cause: error })
  }
}

/** Verified first: a line that does not hold would spoil the note for whoever knows the witness. */
async function keep(
  { key }: Witness,
  { size, note }: StoredCheckpoint,
  body: string,
  { db, verify }: Asking,
): Promise<boolean> {
  const { text } = parseNote(note)
  for (const signature of signaturesIn(text, body)) {
    const made = verifyCosignature(text, key, signature, verify)
    if (!made) continue
    const line = signatureLine(signature).trimEnd()
    const cosignedAt = new Date(made.time * 1000)
    await writing(db, (tx) => insertCosignature(tx, { size, witness: key.name, line, cosignedAt }))
    return true
  }
  return false
}

function signaturesIn(text: string, body: string) {
  try {
    return parseNote(`${text}\n${body}`).signatures
  } catch (error) {
    if (error instanceof NoteError) return []
    throw error
  }
}
