import { setImmediate } from 'node:timers/promises'

import type { Transaction } from '#app/db/client.server.ts'
import { openFieldsOf } from '#app/db/read/record-words.server.ts'
import { recordActs } from '#app/db/write/acts.server.ts'
import { insertScreening } from '#app/db/write/commitments.server.ts'
import { withholdFrom } from '#app/db/write/redactions.server.ts'
import { makeFindable } from '#app/db/write/search.server.ts'
import type { ToldFrom } from '#app/domain/acts/told.ts'
import type { Commitment } from '#app/domain/commitments/commitment.ts'
import { tellPackaged } from '#app/domain/imports/bring-package.ts'
import type { ToldCommitment } from '#app/domain/imports/read-package.ts'
import { toldOrderAct } from '#app/domain/imports/told-orders.ts'
import type { Organisation } from '#app/domain/organisations/organisation.ts'

import type { Acting } from '../acting.ts'
import { restoreRecord } from '../ledger/restore-entries.server.ts'
import { recordAll } from '../record.server.ts'

const AT_A_TIME = 50

/**
 * Tells everything that was done to a package's commitments, some commitments at a time: first the
 * log, then the rows that follow from it. Inside a transaction, after it was asked whether it may be.
 * @param leads by id, verified
 * @throws where what was allowed is refused midway: nothing of it is kept then
 */
export async function tellPackage(
  tx: Transaction,
  acting: Acting,
  packaged: readonly ToldCommitment[],
  from: ToldFrom,
  leads: ReadonlyMap<string, Organisation>,
  onProgress?: (done: number, all: number) => void,
) {
  const { actor, now } = acting
  for (let start = 0; start < packaged.length; start += AT_A_TIME) {
    onProgress?.(start, packaged.length)
    await setImmediate()
    const some = packaged.slice(start, start + AT_A_TIME).map((one) => {
      const lead = leads.get(one.leadId)
      if (!lead) throw new Error(`no organisation leads ${one.number}`)
      const telling = tellPackaged(one, lead, from, actor, now)
      if (!telling.ok) throw new Error(`an import was refused midway: ${telling.code}`)
      return { one, ...telling.value }
    })
    const published = some.map((telling) => telling.published)
    const first = await recordAll(
      tx,
      published,
      some.map(({ one }) => publishedOf(one)),
    )
    // Nobody is written to about what was done long ago and elsewhere.
    const later = await recordActs(
      tx,
      some.flatMap((telling) => telling.later),
    )
    for (const [place, { one, later: acts }] of some.entries()) {
      const entries = [first[place], ...later.splice(0, acts.length)].map((of) => of?.entry ?? -1)
      await withholdTold(tx, acting, one, from, entries)
      await restoreRecord(tx, one.id, now)
      // After the parties are there: whoever has an interest in it cannot have screened it.
      const screening = { decision: 'published', reason: '', questions: [], at: now } as const
      await insertScreening(tx, { commitmentId: one.id, coordinatorId: actor.userId, ...screening })
    }
    await makeFindable(
      tx,
      some.map(({ one }) => one.id),
    )
  }
  if (packaged.length > 0) onProgress?.(packaged.length, packaged.length)
}

const publishedOf = (one: ToldCommitment): Commitment => ({
  ...{ id: one.id, number: one.number, declaration: one.declaration, leadId: one.leadId },
  ...{ state: 'published', version: 1, terms: one.versions[0]?.terms ?? {}, parties: [] },
  ...{ externalId: one.externalId, provenance: one.provenance },
})

/** What is withheld where it comes from is withheld here by the same orders, entry by entry. */
async function withholdTold(
  tx: Transaction,
  { actor, now }: Acting,
  { id, sayings, told }: ToldCommitment,
  from: ToldFrom,
  /** Of each saying, in their order. */
  entries: readonly number[],
) {
  if (told.length === 0) return
  const open = await openFieldsOf(tx, id)
  const withheld = told.map((order) => {
    const entry = entries[sayings.indexOf(order.of)] ?? -1
    const of = { entry, open: open.filter((one) => one.entry === entry) }
    return toldOrderAct(order, of, id, from, actor, now)
  })
  const recorded = await recordActs(
    tx,
    withheld.map(({ act }) => act),
  )
  const closed = withheld.map(({ of, digests }, place) => ({
    ...{ of, digests },
    entry: recorded[place]?.entry ?? -1,
  }))
  const nothingElse = { wish: { words: [], evidenceIds: [] }, kept: [], evidence: [] }
  await withholdFrom(tx, { ...nothingElse, closed, now })
}
