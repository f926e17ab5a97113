import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { openKeyFile } from '#app/adapters/signer/key-file.server.ts'
import { closeDatabase } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import type { Act } from '#app/domain/acts/act.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { record } from '#app/use-cases/record.server.ts'

import { seededRandom } from '../scratch/random.ts'
import { granted, makeScratchRegister, scratchTerms } from '../scratch/register.ts'
import { growLog } from './grow-log.ts'
import { median, milliseconds, timed, type Bench, type Row } from './measure.ts'

const SHORT = 1_000
const LONG = 100_000
/** Each is timed so often on either log, in turns, so that what else goes on falls on both. */
const TIMES = 400

/** What one more public act costs on a short and on a long log: the act, its entry, its letters. */
export async function benchAppend({ folder, say }: Bench): Promise<Row[]> {
  const short = await registerOf(join(folder, 'short'), SHORT, say)
  const long = await registerOf(join(folder, 'long'), LONG, say)
  const random = seededRandom(1)
  for (let i = 0; i < TIMES; i += 1)
    for (const one of random() < 0.5 ? [short, long] : [long, short]) await one.go()
  for (const one of [short, long]) await one.close()
  return [
    row('append an act, its letters included, durable', 'append', short, long, 1.2),
    // A signature reads at most 255 hashes of each tile level, and the long log has one level more.
    row('sign a checkpoint', 'sign', short, long, 2.5),
  ]
}

type Timed = { append: number[]; sign: number[] }

function row(work: string, of: keyof Timed, short: Timed, long: Timed, atMost: number): Row {
  const [limit, kept] = [median(short[of]), median(long[of])]
  return {
    work: `${work}, at ${LONG} entries`,
    limit: `${milliseconds(limit)} at ${SHORT}`,
    kept: milliseconds(kept),
    ratio: kept / limit,
    budget: { atMost },
  }
}

async function registerOf(folder: string, size: number, say: (line: string) => void) {
  await mkdir(folder, { recursive: true })
  const start = new Date('2026-01-01T00:00:00Z')
  const { db, partner, coordinator, organisationId } = await makeScratchRegister(folder, start)
  const as = (actor: typeof partner) => ({ db, actor, now: start })
  const draft = { organisationId, declaration: 'qd2015' }
  const { id } = granted(await draftCommitment(as(partner), draft)).commitment
  granted(await editCommitment(as(partner), id, scratchTerms('Train teachers', 5, start)))
  granted(await submitCommitment(as(partner), id))
  granted(await publishCommitment(as(coordinator), id))
  await growLog(db, size, (done) => say(`${done} of ${size} entries`))

  const signer = await openKeyFile(join(folder, 'log.key'), 'bench.example/log')
  const signing = { db, signer, marks: checkpointMarks(folder) }
  granted(await signCheckpoint({ ...signing, now: start }))
  const times: Timed = { append: [], sign: [] }
  const act: Act = {
    kind: 'milestone.reported',
    subject: 'mls_bench',
    commitmentId: id,
    by: { userId: partner.userId, organisationId, role: 'focal-point' },
    at: new Date('2027-01-01T00:00:00Z'),
    clauses: ['qd2015/quality/2'],
    fields: {
      round: 1,
      value: 3120,
      measuredOn: '2026-12-12',
      happened: 'All districts held their courses and 3,120 teachers finished.',
      behindReason: 'Two districts held their courses a month late.',
    },
  }
  return {
    ...times,
    async go() {
      times.append.push(await timed(() => writing(db, (tx) => record(tx, act))))
      times.sign.push(await timed(() => signCheckpoint({ ...signing, now: act.at })))
    },
    close: async () => closeDatabase(db),
  }
}
