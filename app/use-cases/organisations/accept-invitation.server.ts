import { writing } from '#app/db/transaction.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import {
  insertMember,
  loadInvitation,
  loadMembers,
  loadOrganisation,
  saveInvitation,
} from '#app/db/write/organisations.server.ts'
import * as rules from '#app/domain/organisations/membership.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'
import { hashOfToken } from './invite-member.server.ts'

/** Joins the organisation that sent the link. */
export function acceptInvitation({ db, actor, now }: Acting, token: string) {
  return writing(db, async (tx) => {
    const invitation = await loadInvitation(tx, hashOfToken(token))
    if (!invitation) return refuse('invitation-missing')
    const decision = rules.acceptInvitation(invitation, actor, now)
    if (!decision.ok) return decision
    const { organisationId } = invitation
    // The actor was read before this transaction: another link may have been taken up since.
    const members = await loadMembers(tx, organisationId)
    if ((await loadOrganisation(tx, organisationId))?.state === 'suspended')
      return refuse('organisation-suspended')
    if (members.some((member) => member.userId === actor.userId)) return refuse('already-a-member')

    await saveInvitation(tx, decision.value.invitation)
    await insertMember(
      tx,
      { id: newId('mbr'), userId: actor.userId, organisationId, role: decision.value.role },
      now,
    )
    await record(tx, decision.value.act)
    return decision
  })
}
