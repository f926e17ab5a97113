import { asc } from 'drizzle-orm'
import { expect } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import {
  commitmentsData,
  declarationsData,
  organisationsData,
} from '#app/db/read/open-data.server.ts'
import { disclosures, logEntries } from '#app/db/schema/log.ts'
import { openedAct } from '#app/domain/accountability/opened-act.ts'
import {
  replayAct,
  replayedCommitment,
  replayedDeclaration,
  replayedOrganisation,
  startReplay,
  type Replay,
} from '#app/domain/accountability/replay.ts'
import { readEntry } from '#app/domain/ledger/entry.ts'
import { publicCommitmentShape } from '#app/domain/open-data/commitment.ts'
import { publicDeclarationShape } from '#app/domain/open-data/declaration.ts'
import { differencesBetween } from '#app/domain/open-data/differences.ts'
import { publicOrganisationShape } from '#app/domain/open-data/organisation.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

/** The register as its log alone tells it. */
export async function replayOf(db: Database): Promise<Replay> {
  const entries = await db.select().from(logEntries).orderBy(asc(logEntries.idx))
  const opened = new Map<number, string[]>()
  for (const { idx, disclosure } of await db.select().from(disclosures))
    if (disclosure !== null) opened.set(idx, [...(opened.get(idx) ?? []), disclosure])
  const replay = startReplay()
  for (const { idx, leaf: stored } of entries) {
    const leaf = new Uint8Array(stored)
    replayAct(replay, openedAct(idx, readEntry(leaf), leaf, opened.get(idx) ?? []))
  }
  return replay
}

/**
 * What the tables say is what the log says, for every public record and in both directions, and
 * nothing but what the published shapes name. Answers how many records there are.
 */
export async function checkReplay(db: Database, now: Date): Promise<number> {
  const replay = await replayOf(db)
  const all = { after: '', limit: 100_000 }
  const { commitments } = await commitmentsData(db, all, now)
  const { organisations } = await organisationsData(db, all)
  const { declarations } = await declarationsData(db)
  const today = dayOf(now)

  for (const shown of commitments) {
    const made = replayedCommitment(replay, shown.id, today)
    expect(differencesBetween(publicCommitmentShape.parse(shown), valueOf(made))).toEqual([])
  }
  for (const shown of organisations) {
    const made = replayedOrganisation(replay, shown.id)
    expect(differencesBetween(publicOrganisationShape.parse(shown), valueOf(made))).toEqual([])
  }
  for (const shown of declarations) {
    const made = replayedDeclaration(replay, shown.key)
    expect(differencesBetween(publicDeclarationShape.parse(shown), valueOf(made))).toEqual([])
  }
  const ids = (some: Iterable<string>) => [...some].toSorted()
  expect(ids(replay.commitments.keys())).toEqual(ids(commitments.map(({ id }) => id)))
  expect(ids(replay.organisations.keys())).toEqual(ids(organisations.map(({ id }) => id)))
  expect(ids(replay.declarations.keys())).toEqual(ids(declarations.map(({ key }) => key)))
  expect(replay.problems).toEqual([])
  return commitments.length + organisations.length + declarations.length
}

const valueOf = (
  made: { ok: true; value: unknown } | { ok: false; problem: unknown } | undefined,
) => (made?.ok ? made.value : made?.problem)
