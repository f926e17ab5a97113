import type { Transaction } from '#app/db/client.server.ts'
import { recordAct, recordActs } from '#app/db/write/acts.server.ts'
import { loadFocalPoints, type Addressee } from '#app/db/write/audience.server.ts'
import type { Act } from '#app/domain/acts/act.ts'
import type { Commitment } from '#app/domain/commitments/commitment.ts'

import { tellAbout } from './notifications/tell-about.server.ts'

/** How every use-case ends: the act is kept, logged if public, and those concerned are told. */
export async function record(tx: Transaction, act: Act, known?: Commitment) {
  const recorded = await recordAct(tx, act)
  await tellAbout(tx, act, recorded.entry, known)
  return recorded
}

/** The same for acts that come several at once; of one subject people are told once. */
export async function recordAll(
  tx: Transaction,
  acts: readonly Act[],
  known: readonly Commitment[] = [],
) {
  const commitments = new Map(known.map((commitment) => [commitment.id, commitment]))
  const recorded = await recordActs(tx, acts)
  const told = new Set<string>()
  const asked = new Map<string, Promise<Addressee[]>>()
  const focalPointsOf = (id: string) => {
    const found = asked.get(id) ?? loadFocalPoints(tx, id)
    asked.set(id, found)
    return found
  }
  for (const [place, act] of acts.entries()) {
    const about = `${act.kind} ${act.subject}`
    const commitment = commitments.get(act.commitmentId ?? '')
    if (!told.has(about))
      await tellAbout(tx, act, recorded[place]?.entry ?? null, commitment, focalPointsOf)
    told.add(about)
  }
  return recorded
}
