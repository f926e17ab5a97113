import { gt, inArray } from 'drizzle-orm'

import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import type { PublicOrganisation } from '#app/domain/open-data/organisation.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { organisations } from '../schema/organisations.ts'
import { recordsAfter } from './open-data-rows.server.ts'
import { commitmentsIn, organisationsIn } from './open-data.server.ts'

/** Records read at once: a slice is one snapshot, and all of a download that memory holds. */
export const SLICE = 100

/**
 * Every public commitment by number, slice by slice, as of the log's first `size` entries as far
 * as they go: one published since is left out, one changed since stands as it is now, and each is
 * whole, since a slice is read from one snapshot. Nothing is held between two slices: a reader
 * that takes an hour keeps no other waiting.
 */
export async function* commitmentSlices(
  db: Database,
  { size, now }: { size: number; now: Date },
): AsyncGenerator<PublicCommitment[]> {
  const today = dayOf(now)
  let last = ''
  for (;;) {
    const rows = await recordsAfter(db, last, SLICE)
    const commitments = commitmentsIn(rows, today)
    const known = commitments.filter(({ entries: [first] }) => (first?.index ?? 0) < size)
    if (known.length > 0) yield known
    if (commitments.length < SLICE) return
    last = commitments.at(-1)?.number ?? ''
  }
}

/**
 * Every public organisation by id, slice by slice. Read after the commitments they hold every
 * party of them: an organisation that is public once stays so.
 */
export async function* organisationSlices(db: Database): AsyncGenerator<PublicOrganisation[]> {
  let last = ''
  for (;;) {
    const { found } = await organisationsIn(db, gt(organisations.id, last), SLICE)
    if (found.length > 0) yield found
    if (found.length < SLICE) return
    last = found.at(-1)?.id ?? ''
  }
}

/** The parties of these commitments, by id. */
export async function partiesOf(
  db: Database,
  commitments: readonly Pick<PublicCommitment, 'lead' | 'partners'>[],
): Promise<Map<string, PublicOrganisation>> {
  const ids = [
    ...new Set(
      commitments.flatMap(({ lead, partners }) => [
        lead,
        ...partners.map(({ organisation }) => organisation),
      ]),
    ),
  ]
  const parties = new Map<string, PublicOrganisation>()
  for (let from = 0; from < ids.length; from += SLICE) {
    const { found } = await organisationsIn(
      db,
      inArray(organisations.id, ids.slice(from, from + SLICE)),
      SLICE,
    )
    for (const one of found) parties.set(one.id, one)
  }
  return parties
}
