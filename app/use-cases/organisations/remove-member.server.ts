import { writing } from '#app/db/transaction.server.ts'
import { endMembership, loadMember, loadMembers } from '#app/db/write/organisations.server.ts'
import * as rules from '#app/domain/organisations/membership.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Ends a membership; its row stays, since a former member still has an interest. */
export function removeMember({ db, actor, now }: Acting, memberId: string) {
  return writing(db, async (tx) => {
    const member = await loadMember(tx, memberId)
    if (!member) return refuse('member-missing')
    const members = await loadMembers(tx, member.organisationId)
    const decision = rules.removeMember(member, members, actor, now)
    if (!decision.ok) return decision

    await endMembership(tx, decision.value.memberId, decision.value.until)
    await record(tx, decision.value.act)
    return decision
  })
}
