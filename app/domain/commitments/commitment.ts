import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation, actInRole, actOfRegister, type Json } from '../acts/act.ts'
import { clauseOf, type Declaration, type StakeholderGroup } from '../declarations/declaration.ts'
import type { OrganisationState } from '../organisations/organisation-state.ts'
import { isPlace } from '../places/m49.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { addsSign, SIGN_TYPED, written } from '../shared/written.ts'
import { nextCommitmentState, type CommitmentState } from './commitment-state.ts'
import { commitmentNumber } from './number.ts'
import type { PartyState } from './party-state.ts'
import { lacksOf, type DraftTerms, type Terms } from './terms.ts'

/** An organisation's part in a commitment. The lead's own row is accepted from the start. */
export type Party = {
  id: string
  commitmentId: string
  organisationId: string
  kind: 'lead' | 'partner'
  role: string
  share: string
  state: PartyState
}

/** Where an imported commitment was first published, and under what terms. */
export type Provenance = {
  title: string
  publisher: string
  licence: string
  notice: string
  url?: string | undefined
}

export type Commitment = {
  id: string
  declaration: string
  state: CommitmentState
  /** Null until published. */
  number: string | null
  /** 0 for a draft; 1 at publication, one more with each amendment. */
  version: number
  leadId: string
  terms: DraftTerms
  parties: readonly Party[]
  externalId: string | null
  provenance: Provenance | null
}

/** Everyone with an interest: who is one of these cannot decide. A refusal ends the interest. */
export const partyIdsOf = (commitment: Pick<Commitment, 'leadId' | 'parties'>): string[] => [
  commitment.leadId,
  ...commitment.parties.filter((p) => p.state !== 'refused').map((p) => p.organisationId),
]

export const clausesOfTerms = (terms: DraftTerms): string[] => [
  ...new Set([terms.clause ?? '', ...(terms.furtherClauses ?? [])].filter((key) => key !== '')),
]

type Lead = { id: string; state: OrganisationState }

export function draftCommitment(
  id: string,
  declaration: string,
  lead: Lead,
  actor: Actor,
  now: Date,
) {
  const refused = refusalOf(actor, 'draft-commitment', { organisationId: lead.id }, now)
  if (refused) return refuse(refused)
  if (lead.state === 'suspended' || lead.state === 'refused')
    return refuse('organisation-not-active')

  const commitment: Commitment = {
    id,
    declaration,
    state: 'draft',
    number: null,
    version: 0,
    leadId: lead.id,
    terms: {},
    parties: [],
    externalId: null,
    provenance: null,
  }
  const act = actForOrganisation('commitment.drafted', id, actor, lead.id, now, {
    commitmentId: id,
  })
  return ok({ commitment, act })
}

/** Keeps one step's answers; clauses and places must exist. */
export function editCommitment(
  commitment: Commitment,
  declaration: Declaration,
  actor: Actor,
  answers: DraftTerms,
  now: Date,
) {
  const refused = refusalOf(actor, 'edit-commitment', { organisationId: commitment.leadId }, now)
  if (refused) return refuse(refused)
  const state = nextCommitmentState(commitment.state, 'edit')
  if (!state) return refuse('commitment-not-editable')
  // No form asks for translations, and every reader of terms counts on them.
  const terms = { translations: {}, ...commitment.terms, ...answers }
  if (addsSign(commitment.terms, terms)) return refuse(SIGN_TYPED)
  const wrong = unknownNames(terms, declaration)
  if (wrong) return refuse(wrong)

  const act = actForOrganisation(
    'commitment.edited',
    commitment.id,
    actor,
    commitment.leadId,
    now,
    {
      commitmentId: commitment.id,
    },
  )
  return ok({ commitment: { ...commitment, state, terms }, act })
}

function unknownNames(terms: DraftTerms, declaration: Declaration) {
  if (clausesOfTerms(terms).some((key) => !clauseOf(declaration, key))) return 'unknown-clause'
  if ((terms.places ?? []).some((code) => !isPlace(code))) return 'unknown-place'
  return undefined
}

export function submitCommitment(commitment: Commitment, lead: Lead, actor: Actor, now: Date) {
  const refused = refusalOf(actor, 'submit-commitment', { organisationId: lead.id }, now)
  if (refused) return refuse(refused)
  const state = nextCommitmentState(commitment.state, 'submit')
  if (!state) return refuse('commitment-not-editable')
  if (lead.state !== 'verified') return refuse('organisation-not-verified')
  if (lacksOf(commitment.terms).length > 0) return refuse('commitment-incomplete')

  const act = actForOrganisation('commitment.submitted', commitment.id, actor, lead.id, now, {
    commitmentId: commitment.id,
  })
  return ok({ commitment: { ...commitment, state }, act })
}

export const questionsInput = z.object({
  questions: z
    .array(
      z.object({
        field: z.string().min(1, 'missing').max(80),
        text: written(5, 1000),
      }),
    )
    .min(1, 'question-needed')
    .max(30, 'too-many'),
})
/** A question a coordinator asks, tied to the field it is about. */
export type Question = { field: string; text: string }

function screening(commitment: Commitment, actor: Actor, now: Date) {
  return refusalOf(actor, 'screen-commitment', { partyIds: partyIdsOf(commitment) }, now)
}

export function returnCommitment(
  commitment: Commitment,
  actor: Actor,
  questions: readonly Question[],
  now: Date,
) {
  const refused = screening(commitment, actor, now)
  if (refused) return refuse(refused)
  const state = nextCommitmentState(commitment.state, 'return')
  if (!state) return refuse('commitment-not-submitted')
  if (questions.length === 0) return refuse('question-needed')
  const act = actInRole('commitment.returned', commitment.id, actor, 'coordinator', now, {
    commitmentId: commitment.id,
    fields: {
      questions: questions.map(({ field, text }) => ({ field, text })),
      // What was looked at, so that the next look can show what has changed since.
      terms: JSON.parse(JSON.stringify(commitment.terms)) as Json,
    },
  })
  return ok({ commitment: { ...commitment, state }, act })
}

export function declineCommitment(commitment: Commitment, actor: Actor, reason: string, now: Date) {
  const refused = screening(commitment, actor, now)
  if (refused) return refuse(refused)
  const state = nextCommitmentState(commitment.state, 'decline')
  if (!state) return refuse('commitment-not-submitted')
  if (reason.trim() === '') return refuse('reason-needed')
  const act = actInRole('commitment.declined', commitment.id, actor, 'coordinator', now, {
    commitmentId: commitment.id,
    fields: { reason },
  })
  return ok({ commitment: { ...commitment, state }, act })
}

/** A lead as the record names it: its group and whether it is invented stand with the promise. */
export type PublishingLead = { id: string; group: StakeholderGroup; invented: boolean }

/**
 * What the public and the log are told of a commitment: its terms and who has accepted a part.
 * Everything its page shows can be rebuilt from this alone (domain/accountability/replay.ts).
 */
export function commitmentFields(
  number: string,
  lead: PublishingLead,
  terms: Terms,
  of: Pick<Commitment, 'declaration' | 'parties' | 'externalId' | 'provenance'>,
): Record<string, Json> {
  const { milestones, ...rest } = terms
  const { declaration, parties, externalId, provenance } = of
  return {
    number,
    declaration,
    lead: lead.id,
    group: lead.group,
    ...(lead.invented ? { invented: true } : {}),
    ...(JSON.parse(JSON.stringify(rest)) as Record<string, Json>),
    parties: parties
      .filter((party) => party.kind === 'partner' && party.state === 'accepted')
      .map(({ organisationId, role, share }) => ({ organisationId, role, share })),
    ...(externalId === null ? {} : { externalId }),
    ...(provenance ? { provenance: JSON.parse(JSON.stringify(provenance)) as Json } : {}),
    // A leaf hides the order of its fields, and a page keeps the order of the milestones.
    milestoneOrder: milestones.map(({ id }) => id),
    ...Object.fromEntries(
      milestones.map((milestone) => [
        `milestone.${milestone.id}`,
        JSON.parse(JSON.stringify(milestone)) as Json,
      ]),
    ),
  }
}

/** Publication: the number is allotted and the commitment's first version enters the record. */
export function publishCommitment(
  commitment: Commitment,
  lead: Lead & PublishingLead,
  declaration: Pick<Declaration, 'code'>,
  serial: number,
  actor: Actor,
  now: Date,
) {
  const refused = screening(commitment, actor, now)
  if (refused) return refuse(refused)
  const state = nextCommitmentState(commitment.state, 'publish')
  if (!state) return refuse('commitment-not-submitted')
  if (lead.state !== 'verified') return refuse('organisation-not-verified')
  const { terms } = commitment
  if (lacksOf(terms).length > 0) return refuse('commitment-incomplete')

  const complete = terms as Terms
  const number = commitmentNumber(declaration.code, now.getUTCFullYear(), serial)
  const act = actInRole('commitment.published', commitment.id, actor, 'coordinator', now, {
    commitmentId: commitment.id,
    clauses: clausesOfTerms(complete),
    fields: commitmentFields(number, lead, complete, commitment),
  })
  return ok({ commitment: { ...commitment, state, number, version: 1, terms: complete }, act })
}

export function withdrawCommitment(
  commitment: Commitment,
  actor: Actor,
  reason: string,
  now: Date,
) {
  const { leadId } = commitment
  const refused = refusalOf(actor, 'withdraw-commitment', { organisationId: leadId }, now)
  if (refused) return refuse(refused)
  const state = nextCommitmentState(commitment.state, 'withdraw')
  if (!state) return refuse('commitment-not-published')
  if (reason.trim() === '') return refuse('reason-needed')
  const act = actForOrganisation('commitment.withdrawn', commitment.id, actor, leadId, now, {
    commitmentId: commitment.id,
    clauses: clausesOfTerms(commitment.terms),
    fields: { reason },
  })
  return ok({ commitment: { ...commitment, state }, act })
}

/** Closes a commitment by itself once every milestone's finding can no longer change. */
export function closeCommitment(commitment: Commitment, everyMilestoneFinal: boolean, now: Date) {
  const state = nextCommitmentState(commitment.state, 'close')
  if (!state) return refuse('commitment-not-published')
  if (!everyMilestoneFinal) return refuse('milestone-still-open')
  const act = actOfRegister('commitment.closed', commitment.id, now, {
    commitmentId: commitment.id,
    clauses: clausesOfTerms(commitment.terms),
    fields: { closed: true },
  })
  return ok({ commitment: { ...commitment, state }, act })
}
