import type { Transaction } from '#app/db/client.server.ts'
import { appendEntries } from '#app/db/write/acts.server.ts'
import { insertDeclaration, loadDeclaration } from '#app/db/write/declarations.server.ts'
import {
  insertOrganisation,
  loadOrganisation,
  saveDecision,
} from '#app/db/write/organisations.server.ts'
import {
  insertActs,
  loadCommitmentOf,
  loadHeldEntries,
  rewriteWords,
  type PublicWords,
  type RestoredAct,
} from '#app/db/write/restored.server.ts'
import { makeFindable } from '#app/db/write/search.server.ts'
import {
  openedAct,
  replaying,
  type OpenedAct,
  type Replayed,
} from '#app/domain/accountability/opened-act.ts'
import { withRemains } from '#app/domain/accountability/remains.ts'
import {
  commitmentFromActs,
  type ReplayedCommitment,
} from '#app/domain/accountability/replay-commitment.ts'
import { declarationFromActs } from '#app/domain/accountability/replay-declaration.ts'
import { organisationFromActs } from '#app/domain/accountability/replay-organisation.ts'
import { actingRoles, publicKinds } from '#app/domain/acts/act.ts'
import type { Change } from '#app/domain/commitments/amendment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { digestOf } from '#app/domain/ledger/disclosure.ts'
import { readEntry } from '#app/domain/ledger/entry.ts'
import { leafHash } from '#app/domain/ledger/merkle.ts'
import type { ReportInput } from '#app/domain/milestones/report.ts'
import type { Scores } from '#app/domain/reviews/rubric.ts'

import { RecoveryFailed, type MissingEntry } from './missing-entries.server.ts'
import { restoreCommitment } from './restore-commitment.server.ts'
import { withholdAgain } from './withhold-again.server.ts'

export type Restored = {
  entries: number
  declarations: number
  organisations: number
  commitments: number
  /** Records with words withheld that private rows may still hold: somebody has to look. */
  toLookAt: string[]
}

/** So that no statement has more parameters than SQLite takes. */
const AT_ONCE = 200

/**
 * Puts entries back at the end of the log, and brings every record they speak of to what the log
 * now says. Redactions among them are carried out first: what they withhold is not written, and
 * goes from what is here.
 * @throws {RecoveryFailed} `record-unreadable`
 */
export async function restoreEntries(
  tx: Transaction,
  missing: readonly MissingEntry[],
  now: Date,
): Promise<Restored> {
  const first = missing[0]?.index ?? 0
  const opened = missing.map((one) => openedAct(one.index, one.entry, one.leaf, one.opened))
  const acts = granted(replaying(() => withRemains(opened, first)))
  const toLookAt = await withholdAgain(tx, acts, now)
  const commitmentOf = await commitmentsOf(tx, acts)
  await append(tx, missing, acts, commitmentOf)

  const subjects = (kind: string) => [
    ...new Set(acts.flatMap(({ entry }) => (entry.act.startsWith(kind) ? [entry.subject] : []))),
  ]
  const declarations = subjects('declaration.')
  const organisations = subjects('org.')
  const commitments = [...new Set(commitmentOf.values())]
  for (const subject of declarations) await restoreDeclaration(tx, await heldActs(tx, { subject }))
  for (const subject of organisations)
    await restoreOrganisation(tx, await heldActs(tx, { subject }))
  for (const commitmentId of commitments) {
    const { replayed, whole } = await restoreRecord(tx, commitmentId, now)
    const withheld = whole.some(({ index, entry }) => index >= first && entry.redacts)
    if (withheld) await rewriteWords(tx, publicWords(replayed, whole))
  }
  await makeFindable(tx, commitments)
  return {
    entries: missing.length,
    declarations: declarations.length,
    organisations: organisations.length,
    commitments: commitments.length,
    toLookAt,
  }
}

/** The public acts on a record as the log held here opens them, by index. */
export const heldActs = async (tx: Transaction, record: Parameters<typeof loadHeldEntries>[1]) =>
  (await loadHeldEntries(tx, record)).map(({ index, leaf, opened }) =>
    openedAct(index, readEntry(leaf), leaf, opened),
  )

/**
 * Brings the rows of one public record to what the log held here says of it.
 * @throws {RecoveryFailed} `record-unreadable`
 */
export async function restoreRecord(tx: Transaction, commitmentId: string, now: Date) {
  const open = await heldActs(tx, { commitmentId })
  const replayed = granted(commitmentFromActs(open))
  const whole = granted(replaying(() => withRemains(open)))
  await restoreCommitment(tx, replayed, whole, now)
  return { replayed, whole }
}

function granted<value>(replayed: Replayed<value>): value {
  if (replayed.ok) return replayed.value
  const { code, index, where } = replayed.problem
  throw new RecoveryFailed({ code: 'record-unreadable', index, where: `${code} ${where}` })
}

/** Which record each act belongs to, by its entry; declarations and organisations have none. */
async function commitmentsOf(tx: Transaction, acts: readonly OpenedAct[]) {
  const ofMilestone = new Map<string, string>()
  const found = new Map<number, string>()
  for (const { index, entry, fields } of acts) {
    if (/^(?:declaration|org)\./.test(entry.act)) continue
    if (/^(?:commitment|party|content)\./.test(entry.act)) {
      found.set(index, entry.subject)
      const order = fields.get('milestoneOrder')
      if (Array.isArray(order))
        for (const milestone of order)
          if (typeof milestone === 'string') ofMilestone.set(milestone, entry.subject)
      continue
    }
    const known = ofMilestone.get(entry.subject) ?? (await loadCommitmentOf(tx, entry.subject))
    if (known === undefined)
      throw new RecoveryFailed({ code: 'record-unreadable', index, where: entry.subject })
    found.set(index, known)
  }
  return found
}

async function append(
  tx: Transaction,
  missing: readonly MissingEntry[],
  acts: readonly OpenedAct[],
  commitmentOf: ReadonlyMap<number, string>,
) {
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const some = missing.slice(from, from + AT_ONCE)
    await appendEntries(
      tx,
      some.map(({ index, leaf, entry, opened, withheld }) => ({
        idx: index,
        leaf,
        leafHash: leafHash(leaf),
        actId: entry.id,
        disclosures: [
          ...opened.map((disclosure) => ({ digest: digestOf(disclosure), disclosure })),
          ...withheld.map((one) => ({ ...one, disclosure: null })),
        ],
      })),
    )
    await insertActs(
      tx,
      acts
        .slice(from, from + AT_ONCE)
        .map((act) => actRow(act, commitmentOf.get(act.index) ?? null)),
    )
  }
}

function actRow({ index, entry, fields }: OpenedAct, commitmentId: string | null): RestoredAct {
  const { id, act, subject, actor, at } = entry
  const kind = publicKinds.find((one) => one === act)
  const role = actingRoles.find((one) => one === actor.role)
  if (!kind || !role) throw new RecoveryFailed({ code: 'record-unreadable', index, where: act })
  return {
    id,
    kind,
    subject,
    commitmentId,
    userId: null,
    organisationId: actor.org ?? null,
    role,
    at: new Date(at),
    fields: Object.fromEntries(fields),
    entry: index,
  }
}

async function restoreDeclaration(tx: Transaction, acts: readonly OpenedAct[]) {
  const { openedAt, entries: _, ...body } = granted(declarationFromActs(acts))
  if (!(await loadDeclaration(tx, body.key))) await insertDeclaration(tx, body, new Date(openedAt))
}

async function restoreOrganisation(tx: Transaction, acts: readonly OpenedAct[]) {
  const {
    entries: _,
    state,
    joinedAt,
    suspendedReason: __,
    ...facts
  } = granted(organisationFromActs(acts))
  const joined = new Date(joinedAt)
  const { externalId, ...told } = facts
  const country = told.country === 'worldwide' ? null : told.country
  if (!(await loadOrganisation(tx, told.id)))
    await insertOrganisation(
      tx,
      { ...told, country, state: 'verified', identityCheck: '' },
      joined,
      externalId,
    )
  await saveDecision(tx, { id: told.id, state: 'verified' }, '', joined)
  const last = acts.at(-1)
  const reason = last?.fields.get('reason')
  if (last && typeof reason === 'string')
    await saveDecision(tx, { id: told.id, state }, reason, new Date(last.entry.at))
}

/** The words of the rows that are only ever added to, as the log now leaves them. */
function publicWords(
  { facts, versions }: ReplayedCommitment,
  acts: readonly OpenedAct[],
): PublicWords {
  const { reports } = facts
  const findings = reports.flatMap((report) => report.findings)
  return {
    commitmentId: facts.id,
    versions: facts.versions.map(({ version, changes, reason }, i) => ({
      version,
      terms: { ...versions[i]?.terms, milestones: versions[i]?.milestones } as Terms,
      changes: changes as Change[],
      reason,
    })),
    rounds: reports.flatMap(({ id: reportId, rounds }) =>
      rounds.map(({ round, content }) => ({ reportId, round, content: content as ReportInput })),
    ),
    reviews: [
      ...findings.map(({ review: id, reasons, scores }) => ({
        id,
        reasons,
        scores: scores as Scores | null,
      })),
      ...reports.flatMap(({ rounds }) =>
        rounds.flatMap(({ returned }) =>
          returned ? [{ id: returned.review, questions: returned.questions }] : [],
        ),
      ),
    ],
    replies: findings.flatMap(({ review: reviewId, reply }) =>
      reply ? [{ reviewId, text: reply.text }] : [],
    ),
    acts: acts.map(({ index, fields }) => ({ entry: index, fields: Object.fromEntries(fields) })),
  }
}
