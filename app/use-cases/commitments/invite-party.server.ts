import { writing } from '#app/db/transaction.server.ts'
import { insertParty, loadCommitment } from '#app/db/write/commitments.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { loadOrganisation } from '#app/db/write/organisations.server.ts'
import * as rules from '#app/domain/commitments/party.ts'
import type { InvitePartyInput } from '#app/domain/commitments/party.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Proposes a role and share to another organisation, which alone can accept them. */
export function inviteParty({ db, actor, now }: Acting, id: string, input: InvitePartyInput) {
  return writing(db, async (tx) => {
    const commitment = await loadCommitment(tx, id)
    if (!commitment) return refuse('commitment-missing')
    const invitee = await loadOrganisation(tx, input.organisationId)
    if (!invitee) return refuse('organisation-missing')
    const decision = rules.inviteParty(newId('pty'), commitment, invitee, actor, input, now)
    if (!decision.ok) return decision

    await insertParty(tx, decision.value.party, now)
    await record(tx, decision.value.act)
    return decision
  })
}
