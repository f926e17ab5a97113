/** What only time can make, added to the journeys' register: an invitation that has run out. */
import { configOrExit } from '#app/config.server.ts'
import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { actorOf } from '#app/db/read/accounts.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { insertInvitation } from '#app/db/write/organisations.server.ts'
import { INVITATION_DAYS, inviteMember } from '#app/domain/organisations/membership.ts'
import { checkPassword } from '#app/use-cases/accounts/check-password.server.ts'
import { hashOfToken } from '#app/use-cases/organisations/invite-member.server.ts'

import { PASSWORD } from './demonstration/people.ts'
import { granted } from './demonstration/stage.ts'

/** The link the journeys open. Everybody may know it: it opens nothing. */
const TOKEN = 'an-invitation-that-ran-out'

const { databaseUrl } = configOrExit()
const db = await openDatabase(databaseUrl)
try {
  const account = { email: 'amina.diallo@partner.example', password: PASSWORD }
  const { userId } = granted('sign in', await checkPassword(db, account))
  const actor = await actorOf(db, userId)
  const organisationId = actor?.memberships[0]?.organisationId
  if (!actor || !organisationId) throw new Error('the partner has no organisation')
  const then = new Date(Date.now() - (INVITATION_DAYS + 3) * 86_400_000)
  const input = { email: 'late@partner.example', role: 'editor' } as const
  const { invitation } = granted(
    'invite',
    inviteMember(newId('inv'), organisationId, actor, input, then),
  )
  await writing(db, (tx) => insertInvitation(tx, invitation, hashOfToken(TOKEN), userId))
} finally {
  closeDatabase(db)
}
