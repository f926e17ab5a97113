import type { Transaction } from '#app/db/client.server.ts'
import {
  insertCommitment,
  insertParty,
  loadCommitment,
  passSerial,
  saveCommitment,
  saveVersion,
  spreadTerms,
} from '#app/db/write/commitments.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { loadVersions, savePart } from '#app/db/write/restored.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import type { OpenedAct } from '#app/domain/accountability/opened-act.ts'
import type { ReplayedCommitment } from '#app/domain/accountability/replay-commitment.ts'
import type { Change } from '#app/domain/commitments/amendment.ts'
import type { Commitment } from '#app/domain/commitments/commitment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'

import { restoreReport, SOMEBODY } from './restore-report.server.ts'

/**
 * Brings the rows of one public record to what its acts say. What is private here stays: drafts
 * that were not handed in, parts nobody has accepted, the files of evidence.
 */
export async function restoreCommitment(
  tx: Transaction,
  { facts, versions }: ReplayedCommitment,
  acts: readonly OpenedAct[],
  now: Date,
) {
  const terms = versions.map((one) => ({ ...one.terms, milestones: one.milestones }) as Terms)
  const last = new Date(acts.at(-1)?.entry.at ?? facts.publishedAt)
  const known = await loadCommitment(tx, facts.id)
  const commitment: Commitment = {
    id: facts.id,
    declaration: facts.declaration,
    state: facts.state,
    number: facts.number,
    version: facts.version,
    leadId: facts.lead,
    terms: terms.at(-1) ?? {},
    parties: known?.parties ?? [],
    externalId: facts.externalId,
    provenance: facts.provenance,
  }
  const publishedAt = new Date(facts.publishedAt)
  if (!known) await insertCommitment(tx, commitment, facts, { userId: SOMEBODY, now: publishedAt })
  const { withdrawal, closedAt } = facts
  await saveCommitment(
    tx,
    commitment,
    { userId: SOMEBODY, now: last },
    {
      publishedAt,
      ...(withdrawal && { endedAt: new Date(withdrawal.at), endReason: withdrawal.reason }),
      ...(closedAt !== null && { endedAt: new Date(closedAt) }),
    },
  )
  const kept = await loadVersions(tx, facts.id)
  for (const [i, { version, changes, reason, at }] of facts.versions.entries()) {
    const of = { ...commitment, version, terms: terms[i] ?? {} }
    if (!kept.includes(version))
      await saveVersion(tx, of, changes as Change[], reason, new Date(at))
  }
  await spreadTerms(tx, facts.id, commitment.terms as Terms)
  const [, year = '', serial = ''] = /-(\d{4})-(\d+)$/.exec(facts.number) ?? []
  await passSerial(tx, {
    declaration: facts.declaration,
    year: Number(year),
    serial: Number(serial),
  })

  await restoreParts(tx, commitment, facts, acts)
  for (const report of facts.reports) await restoreReport(tx, report, acts)
  await refreshStanding(tx, facts.id, now)
}

/** Who has accepted a part, and who has left: each when it said so last. */
async function restoreParts(
  tx: Transaction,
  { id, parties }: Commitment,
  { partners, publishedAt }: ReplayedCommitment['facts'],
  acts: readonly OpenedAct[],
) {
  const said = (organisation: string, kind: string) =>
    acts.findLast(
      ({ entry, fields }) => entry.act === kind && fields.get('organisation') === organisation,
    )
  for (const { organisation, role, share } of partners) {
    const at = new Date(said(organisation, 'party.accepted')?.entry.at ?? publishedAt)
    const own = parties.find(
      (one) => one.organisationId === organisation && ['invited', 'accepted'].includes(one.state),
    )
    const accepted = { role, share, state: 'accepted' as const }
    const part = own?.id ?? newId('pty')
    const asked = {
      id: part,
      commitmentId: id,
      organisationId: organisation,
      kind: 'partner',
    } as const
    if (!own) await insertParty(tx, { ...asked, ...accepted }, at)
    if (own?.state !== 'accepted') await savePart(tx, part, accepted, at)
  }
  for (const { id: part, kind, organisationId, state } of parties) {
    const stays = partners.some(({ organisation }) => organisation === organisationId)
    if (kind === 'lead' || state !== 'accepted' || stays) continue
    const gone = said(organisationId, 'party.left')
    const reason = gone?.fields.get('reason')
    const left = { state: 'left' as const, reason: typeof reason === 'string' ? reason : '' }
    // Who took its consent back before the publication left no public trace.
    if (gone) await savePart(tx, part, left, new Date(gone.entry.at))
    else await savePart(tx, part, { state: 'refused' }, new Date(publishedAt))
  }
}
