/**
 * What the demonstration does not hold, added to the journeys' register: an invitation that has run
 * out, and a redaction that waits for a second coordinator.
 */
import { configOrExit } from '#app/config.server.ts'
import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { actorOf, credentialsOf } from '#app/db/read/accounts.server.ts'
import { recordToRedact } from '#app/db/read/redactions.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { insertInvitation } from '#app/db/write/organisations.server.ts'
import { INVITATION_DAYS, inviteMember } from '#app/domain/organisations/membership.ts'
import { hashOfToken } from '#app/use-cases/organisations/invite-member.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'

import { granted } from './demonstration/stage.ts'

/** The link the journeys open. Everybody may know it: it opens nothing. */
const TOKEN = 'an-invitation-that-ran-out'
const RECORD = 'QD-2024-0004'

const { databaseUrl } = configOrExit()
const db = await openDatabase(databaseUrl)
const signedIn = async (email: string) => {
  const known = await credentialsOf(db, email)
  const actor = known && (await actorOf(db, known.userId))
  if (!actor) throw new Error(`${email} has no account`)
  return actor
}
try {
  const actor = await signedIn('amina.diallo@partner.example')
  const { userId, memberships } = actor
  const organisationId = memberships[0]?.organisationId
  if (!organisationId) throw new Error('the partner has no organisation')
  const then = new Date(Date.now() - (INVITATION_DAYS + 3) * 86_400_000)
  const input = { email: 'late@partner.example', role: 'editor' } as const
  const { invitation } = granted(
    'invite',
    inviteMember(newId('inv'), organisationId, actor, input, then),
  )
  await writing(db, (tx) => insertInvitation(tx, invitation, hashOfToken(TOKEN), userId))

  const coordinator = await signedIn('adaeze.lindqvist@secretariat.example')
  const found = await recordToRedact(db, coordinator, RECORD, new Date())
  if (!found?.commitment) throw new Error(`${RECORD} cannot be withheld from`)
  granted(
    'propose to withhold',
    await proposeRedaction({ db, actor: coordinator, now: new Date() }, found.commitment.id, {
      words: [found.commitment.title.slice(0, 12).trim()],
      evidenceIds: [],
      basis: 'safety',
      reason: 'Asked for by somebody who says that it puts them at risk.',
    }),
  )
} finally {
  closeDatabase(db)
}
