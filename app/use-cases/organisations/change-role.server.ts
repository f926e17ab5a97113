import { writing } from '#app/db/transaction.server.ts'
import { loadMember, loadMembers, saveRole } from '#app/db/write/organisations.server.ts'
import * as rules from '#app/domain/organisations/membership.ts'
import type { MemberRole } from '#app/domain/shared/actor.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

export function changeRole({ db, actor, now }: Acting, memberId: string, role: MemberRole) {
  return writing(db, async (tx) => {
    const member = await loadMember(tx, memberId)
    if (!member) return refuse('member-missing')
    const members = await loadMembers(tx, member.organisationId)
    const decision = rules.changeRole(member, members, actor, role, now)
    if (!decision.ok) return decision

    await saveRole(tx, decision.value.member)
    await record(tx, decision.value.act)
    return decision
  })
}
