import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation } from '../acts/act.ts'
import type { OrganisationState } from '../organisations/organisation-state.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { maybeWritten, written } from '../shared/written.ts'
import { isPublicCommitment } from './commitment-state.ts'
import { clausesOfTerms, type Commitment, type Party } from './commitment.ts'
import { nextPartyState, type PartyMove } from './party-state.ts'

export const invitePartyInput = z.object({
  organisationId: z.string({ error: 'missing' }).min(1, 'missing'),
  role: written(3, 300),
  share: maybeWritten(300),
})
export type InvitePartyInput = z.infer<typeof invitePartyInput>

/** The lead asks another organisation to take a part, with the role and share it proposes. */
export function inviteParty(
  id: string,
  commitment: Commitment,
  invitee: { id: string; state: OrganisationState },
  actor: Actor,
  input: Omit<InvitePartyInput, 'organisationId'>,
  now: Date,
) {
  const { leadId } = commitment
  const refused = refusalOf(actor, 'invite-party', { organisationId: leadId }, now)
  if (refused) return refuse(refused)
  if (!['draft', 'returned', 'published'].includes(commitment.state))
    return refuse('commitment-not-editable')
  if (invitee.id === leadId) return refuse('party-is-lead')
  if (invitee.state !== 'verified') return refuse('organisation-not-verified')
  const current = commitment.parties.some(
    (party) =>
      party.organisationId === invitee.id &&
      (party.state === 'invited' || party.state === 'accepted'),
  )
  if (current) return refuse('already-a-party')

  const party: Party = {
    id,
    commitmentId: commitment.id,
    organisationId: invitee.id,
    kind: 'partner',
    role: input.role,
    share: input.share,
    state: 'invited',
  }
  const act = actForOrganisation('party.invited', commitment.id, actor, leadId, now, {
    commitmentId: commitment.id,
    fields: { party: id, organisation: invitee.id },
  })
  return ok({ party, act })
}

const publicKinds = {
  accept: 'party.accepted',
  refuse: 'party.refused',
  leave: 'party.left',
} as const
/** Who leaves before publication takes back its consent: nobody outside ever read of it. */
const privateKinds = {
  accept: 'party.consented',
  refuse: 'party.refused',
  leave: 'party.refused',
} as const

/**
 * A partner answers for itself or leaves. On a published commitment consent and leaving are
 * public acts; before publication, and refusals always, they stay between the parties.
 */
export function answerParty(
  party: Party,
  commitment: Commitment,
  actor: Actor,
  move: PartyMove,
  reason: string,
  now: Date,
) {
  const { organisationId } = party
  const permission = move === 'leave' ? 'leave-party' : 'answer-party'
  const refused = refusalOf(actor, permission, { organisationId }, now)
  if (refused) return refuse(refused)
  if (party.kind === 'lead') return refuse('party-is-lead')
  const state = nextPartyState(party.state, move)
  if (!state) return refuse('party-move-not-allowed')
  if (['declined', 'withdrawn', 'closed'].includes(commitment.state))
    return refuse('commitment-not-active')
  if (move !== 'accept' && reason.trim() === '') return refuse('reason-needed')

  const isPublic = isPublicCommitment(commitment.state)
  const kind = isPublic ? publicKinds[move] : privateKinds[move]
  const act = actForOrganisation(kind, commitment.id, actor, organisationId, now, {
    commitmentId: commitment.id,
    clauses: isPublic ? clausesOfTerms(commitment.terms) : [],
    fields: {
      organisation: organisationId,
      ...(move === 'accept' ? { role: party.role, share: party.share } : { reason }),
    },
  })
  return ok({ party: { ...party, state }, act })
}
