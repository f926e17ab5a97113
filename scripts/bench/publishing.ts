import { closeDatabase } from '#app/db/client.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'

import { granted, openScratchRegister, scratchTerms } from '../scratch/register.ts'
import { median, rateRow, timed, type Bench, type Row } from './measure.ts'
import { bestPeer } from './peers.ts'

/**
 * Publishing a commitment of five milestones, its entry in the log and its letters included, against
 * the same rows alone: a commitment and five milestones in one durable transaction, in the same
 * register with the same indexes.
 */
export async function benchPublishing({ register, quick, sizes }: Bench): Promise<Row[]> {
  const times = quick ? 100 : 400
  const people = await openScratchRegister(await register(sizes.usual))
  const { db, partner, coordinator, organisationId } = people
  const as = (actor: typeof partner) => ({ db, actor, now: new Date() })
  const waiting: string[] = []
  for (let i = 0; i < times; i += 1) {
    const draft = { organisationId, declaration: 'qd2015' }
    const { id } = granted(await draftCommitment(as(partner), draft)).commitment
    granted(await editCommitment(as(partner), id, scratchTerms(`Train them ${i}`, 5, new Date())))
    granted(await submitCommitment(as(partner), id))
    waiting.push(id)
  }
  const raw = await rawTransaction(await register(sizes.usual))
  const [published, inserted]: [number[], number[]] = [[], []]
  for (const [i, id] of waiting.entries()) {
    const publish = async () =>
      void published.push(
        await timed(async () => granted(await publishCommitment(as(coordinator), id))),
      )
    const insert = async () => void inserted.push(await timed(() => raw.insert(i)))
    for (const go of i % 2 === 0 ? [publish, insert] : [insert, publish]) await go()
  }
  raw.close()
  closeDatabase(db)
  const [kept, limit] = [1000 / median(published), 1000 / median(inserted)]
  const { name: peer, part } = bestPeer.publish
  return [
    rateRow(
      'publish a commitment with 5 milestones, durable',
      { kept, limit, against: 'its rows alone' },
      0.4,
    ),
    rateRow('publish against the best peer', { kept, limit: limit * part, against: peer }, 8),
  ]
}

/** Six rows through @libsql/client, one statement each, in a transaction that waits for the disk. */
async function rawTransaction(folder: string) {
  const { db, organisationId } = await openScratchRegister(folder)
  const client = db.$client
  await client.execute('PRAGMA synchronous = FULL')
  const terms = scratchTerms('Train them', 5, new Date())
  const commitment = `INSERT INTO commitments (id, declaration, number, state, version, lead_id,
    "group", terms, title, lang, clause, start_on, end_on, created_by, created_at, updated_at,
    updated_by, published_at, outcome, next_due_on) VALUES (?, 'qd2015', ?, 'published', 1, ?,
    'government', ?, ?, 'en', ?, ?, ?, 'bench', ?, ?, 'bench', ?, 'on-track', ?)`
  const milestone = `INSERT INTO milestones (id, commitment_id, position, title, due_on, unit,
    baseline, target, terms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  return {
    close: () => client.close(),
    async insert(i: number) {
      const [id, now] = [`cmt_raw_${i}`, Date.now()]
      const tx = await client.transaction('write')
      const head = [id, `RAW-${i}`, organisationId, JSON.stringify(terms), terms.title]
      const dates = [terms.clause, terms.startOn, terms.endOn, now, now, now]
      const [first] = terms.milestones
      await tx.execute({ sql: commitment, args: [...head, ...dates, first?.dueOn ?? ''] })
      for (const [position, one] of terms.milestones.entries())
        await tx.execute({
          sql: milestone,
          args: [
            ...[`${id}_${position}`, id, position, one.title, one.dueOn, one.unit],
            ...[one.baseline, one.target, JSON.stringify(one)],
          ],
        })
      await tx.commit()
    },
  }
}
