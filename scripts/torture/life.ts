/**
 * One life of a register under load, for `npm run torture` to end: opens the folder as the server
 * does, signs by the server's own job, publishes through its use-cases from four sides at once, and
 * says on standard output what it would have acknowledged.
 */
import { existsSync, writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'

import { desc, eq } from 'drizzle-orm'

import { hashNatively } from '#app/adapters/hashes/node-sha256.server.ts'
import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { openKeyFile } from '#app/adapters/signer/key-file.server.ts'
import { afterCommit } from '#app/db/after-commit.server.ts'
import { holdLockOrExit } from '#app/db/lock.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { Result } from '#app/domain/shared/result.ts'
import { signCheckpoint } from '#app/jobs/sign-checkpoint.server.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'

import {
  databaseFile,
  granted,
  makeScratchRegister,
  openScratchRegister,
  scratchTerms,
} from '../scratch/register.ts'
import { keyFile, ORIGIN, type Said } from './folder.ts'

const [folder = ''] = process.argv.slice(2)
hashNatively()
holdLockOrExit(folder)
const { db, partner, coordinator, organisationId } = existsSync(databaseFile(folder))
  ? await openScratchRegister(folder)
  : await makeScratchRegister(folder, new Date())
const now = () => new Date()
const as = (actor: typeof partner) => ({ db, actor, now: now() })
const signer = await openKeyFile(keyFile(folder), ORIGIN)
const marks = checkpointMarks(folder)
const broken = await guardLog({ db, marks })
if (broken) throw new Error(`the guard stopped an honest register: ${broken.code}`)

const signing = signCheckpoint({ db, signer, marks })
const signed = granted(await signing.run(now()))
// At once to the pipe: what was said stays said, whatever happens to this process.
const say = (said: Said) => void writeSync(1, `${JSON.stringify(said)}\n`)
say({ signed: signed.size })
// After each commit and without the server's pause: so that many a kill falls within a signing.
afterCommit(db, () => void signing.run(now()))

let drafting: Promise<unknown> = Promise.resolve()
await Promise.all(Array.from({ length: 4 }, publishForEver))

async function publishForEver() {
  for (let round = 0; ; round += 1) {
    const terms = scratchTerms(`Train teachers, round ${round}`, 1 + (round % 5), now())
    const { id, milestones } = await drafted(terms)
    await asked(submitCommitment(as(partner), id))
    await asked(publishCommitment(as(coordinator), id))
    await acknowledge(id)
    const reason = 'The districts asked for another term of preparation.'
    const { title, text, endOn } = terms
    const changed = { reason, title: `${title}, and more`, text, endOn, milestones }
    await asked(amendCommitment(as(partner), id, changed))
    await acknowledge(id)
    if (round % 4 !== 3) continue
    await asked(withdrawCommitment(as(partner), id, reason))
    await acknowledge(id)
  }
}

/** One at a time: who begins a second draft before the first is filled in gets the first again. */
function drafted(terms: Terms) {
  const turn = drafting.then(async () => {
    const empty = draftCommitment(as(partner), { organisationId, declaration: 'qd2015' })
    const { id } = (await asked(empty)).commitment
    const edited = (await asked(editCommitment(as(partner), id, terms))).commitment
    return { id, milestones: edited.terms.milestones ?? [] }
  })
  drafting = turn
  return turn
}

/** A request and a pause: SQLite never lets go by itself, and the signing wants its turns. */
async function asked<result extends Result<unknown, string>>(answer: Promise<result>) {
  const value = granted(await answer)
  await setImmediate()
  return value
}

/** As an answer would: after the commit, with the act and its place in the log. */
async function acknowledge(subject: string) {
  const act = await db
    .select({ id: acts.id, kind: acts.kind, entry: acts.entry })
    .from(acts)
    .where(eq(acts.subject, subject))
    .orderBy(desc(acts.entry))
    .limit(1)
    .get()
  if (!act || act.entry === null) throw new Error(`an act on ${subject} is not in the log`)
  say({ act: act.id, kind: act.kind, entry: act.entry, subject })
}
