import { and, asc, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'

import { can } from '#app/domain/access/access.ts'
import { isPublicCommitment } from '#app/domain/commitments/commitment-state.ts'
import type { Commitment, Question } from '#app/domain/commitments/commitment.ts'
import { currentOrganisations, type Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments, parties, screenings } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { organisations } from '../schema/organisations.ts'
import { owedMilestones } from './owed-milestones.server.ts'
import { savedBy } from './saved-by.server.ts'

/** What somebody can begin a commitment with: their organisations, the open declarations. */
export async function draftingChoices(db: Database, viewer: Viewer) {
  const [mine, open] = await Promise.all([
    db
      .select({
        id: organisations.id,
        names: organisations.names,
        state: organisations.state,
      })
      .from(organisations)
      .where(inArray(organisations.id, currentOrganisations(viewer)))
      .orderBy(asc(organisations.sortName)),
    db
      .select({ key: declarations.key, body: declarations.body })
      .from(declarations)
      .orderBy(asc(declarations.openedAt)),
  ])
  return {
    organisations: mine.filter(({ state }) => state === 'registered' || state === 'verified'),
    declarations: open.map(({ key, body }) => ({ key, title: body.title })),
  }
}

export type DraftingChoices = Awaited<ReturnType<typeof draftingChoices>>

/** A commitment as its own organisation sees it, in whatever state; undefined for everybody else. */
export async function deskCommitment(db: Database, viewer: Viewer, id: string, now: Date) {
  const mine = currentOrganisations(viewer)
  const row = await db
    .select({
      commitment: commitments,
      declaration: declarations.body,
      savedBy,
      lead: {
        id: organisations.id,
        names: organisations.names,
        lang: organisations.lang,
        state: organisations.state,
      },
    })
    .from(commitments)
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(eq(commitments.id, id), inArray(commitments.leadId, mine)))
    .get()
  if (!row) return undefined

  const [partners, newest, questions, milestones] = await Promise.all([
    partnersOf(db, id),
    newestEntry(db, id),
    row.commitment.state === 'returned' ? questionsOf(db, id) : [],
    isPublicCommitment(row.commitment.state)
      ? owedMilestones(db, and(eq(commitments.id, id), inArray(commitments.leadId, mine)), now)
      : [],
  ])
  const { leadId } = row.commitment
  const may = (permission: Parameters<typeof can>[1]) =>
    can(viewer, permission, { organisationId: leadId }, now)
  const commitment: Commitment = {
    ...row.commitment,
    parties: partners.map((partner) => ({ ...partner, commitmentId: id })),
  }
  return {
    commitment,
    declaration: row.declaration,
    lead: row.lead,
    outcome: row.commitment.outcome,
    assurance: row.commitment.assurance,
    nextDueOn: row.commitment.nextDueOn,
    saved: {
      at: row.commitment.updatedAt,
      by: row.savedBy,
      userId: row.commitment.updatedBy,
    },
    submittedAt: row.commitment.submittedAt,
    publishedAt: row.commitment.publishedAt,
    endedAt: row.commitment.endedAt,
    endReason: row.commitment.endReason,
    /** The newest entry of the public log about it: its publication, an amendment, its end. */
    entry: newest?.entry ?? null,
    partners,
    questions,
    milestones,
    may: {
      submit: may('submit-commitment'),
      amend: may('amend-commitment'),
      withdraw: may('withdraw-commitment'),
    },
  }
}
export type DeskCommitment = NonNullable<Awaited<ReturnType<typeof deskCommitment>>>

const newestEntry = (db: Database, id: string) =>
  db
    .select({ entry: acts.entry })
    .from(acts)
    .where(and(eq(acts.subject, id), isNotNull(acts.entry)))
    .orderBy(desc(acts.entry))
    .limit(1)
    .get()

const partnersOf = (db: Database, commitmentId: string) =>
  db
    .select({
      id: parties.id,
      organisationId: parties.organisationId,
      names: organisations.names,
      kind: parties.kind,
      role: parties.role,
      share: parties.share,
      state: parties.state,
      reason: parties.reason,
      invitedAt: parties.invitedAt,
      answeredAt: parties.answeredAt,
    })
    .from(parties)
    .innerJoin(organisations, eq(organisations.id, parties.organisationId))
    .where(and(eq(parties.commitmentId, commitmentId), eq(parties.kind, 'partner')))
    .orderBy(asc(parties.invitedAt), asc(parties.id))
export type DeskPartner = Awaited<ReturnType<typeof partnersOf>>[number]

async function questionsOf(db: Database, commitmentId: string): Promise<Question[]> {
  const last = await db
    .select({ questions: screenings.questions })
    .from(screenings)
    .where(and(eq(screenings.commitmentId, commitmentId), eq(screenings.decision, 'returned')))
    .orderBy(desc(screenings.at), desc(screenings.id))
    .limit(1)
    .get()
  return last?.questions ?? []
}

/** The same, with the verified organisations that could still be asked to take a part. */
export async function partnersPage(db: Database, viewer: Viewer, id: string, now: Date) {
  const page = await deskCommitment(db, viewer, id, now)
  if (!page) return undefined
  const taken = page.partners
    .filter(({ state }) => state === 'invited' || state === 'accepted')
    .map(({ organisationId }) => organisationId)
  const verified = await db
    .select({ id: organisations.id, names: organisations.names, country: organisations.country })
    .from(organisations)
    .where(and(eq(organisations.state, 'verified'), ne(organisations.id, page.lead.id)))
    .orderBy(asc(organisations.sortName), asc(organisations.id))
  return { ...page, candidates: verified.filter((one) => !taken.includes(one.id)) }
}
export type PartnersPage = NonNullable<Awaited<ReturnType<typeof partnersPage>>>

/**
 * An invitation as the invited organisation sees it. While it is open or accepted it shows the
 * commitment as it would be published; after a refusal the draft is closed to them again.
 */
export async function partyPage(db: Database, viewer: Viewer, partyId: string, now: Date) {
  const row = await db
    .select({
      party: {
        id: parties.id,
        organisationId: parties.organisationId,
        role: parties.role,
        share: parties.share,
        state: parties.state,
        reason: parties.reason,
        invitedAt: parties.invitedAt,
        answeredAt: parties.answeredAt,
      },
      commitment: {
        id: commitments.id,
        leadId: commitments.leadId,
        state: commitments.state,
        number: commitments.number,
        title: commitments.title,
        lang: commitments.lang,
        terms: commitments.terms,
      },
      declaration: declarations.body,
    })
    .from(parties)
    .innerJoin(commitments, eq(commitments.id, parties.commitmentId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(
      and(
        eq(parties.id, partyId),
        eq(parties.kind, 'partner'),
        inArray(parties.organisationId, currentOrganisations(viewer)),
      ),
    )
    .get()
  if (!row) return undefined

  const { party, declaration } = row
  const { terms, ...commitment } = row.commitment
  const [both, others] = await Promise.all([
    db
      .select({ id: organisations.id, names: organisations.names })
      .from(organisations)
      .where(inArray(organisations.id, [commitment.leadId, party.organisationId])),
    partnersOf(db, commitment.id),
  ])
  const nameOf = (id: string) => both.find((one) => one.id === id)?.names ?? {}
  const open = party.state === 'invited' || party.state === 'accepted'
  return {
    party,
    commitment,
    declaration,
    lead: nameOf(commitment.leadId),
    organisation: nameOf(party.organisationId),
    terms: open || isPublicCommitment(commitment.state) ? terms : undefined,
    partners: open ? others.filter(({ id, state }) => state === 'accepted' && id !== partyId) : [],
    may: can(viewer, 'answer-party', { organisationId: party.organisationId }, now),
  }
}
export type PartyPage = NonNullable<Awaited<ReturnType<typeof partyPage>>>
