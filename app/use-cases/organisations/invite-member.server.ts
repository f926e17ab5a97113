import { createHash, randomBytes } from 'node:crypto'

import { writing } from '#app/db/transaction.server.ts'
import { queueLetter } from '#app/db/write/audience.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import {
  insertInvitation,
  loadOpenInvitation,
  loadOrganisation,
} from '#app/db/write/organisations.server.ts'
import * as rules from '#app/domain/organisations/membership.ts'
import type { InviteInput } from '#app/domain/organisations/membership.ts'
import { wordsIn, type Locale } from '#app/domain/shared/language.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { speak } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'

import type { Acting } from '../acting.ts'
import { linkMark } from '../mails/letter-links.server.ts'
import { ORIGIN_MARK } from '../notifications/tell-about.server.ts'
import { record } from '../record.server.ts'

export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex')

/** Sends a link that makes its holder a member, once and until it expires. */
export function inviteMember(
  { db, actor, now }: Acting,
  organisationId: string,
  input: InviteInput,
  locale: Locale,
) {
  return writing(db, async (tx) => {
    const organisation = await loadOrganisation(tx, organisationId)
    if (!organisation) return refuse('organisation-missing')
    const decision = rules.inviteMember(newId('inv'), organisationId, actor, input, now)
    if (!decision.ok) return decision
    const { invitation, act } = decision.value
    // A button pressed twice sends one letter.
    const aMinuteEarlier = new Date(invitation.expiresAt.getTime() - 60_000)
    if (await loadOpenInvitation(tx, invitation, aMinuteEarlier)) return refuse('already-invited')

    const token = randomBytes(24).toString('base64url')
    await insertInvitation(tx, invitation, hashOfToken(token), actor.userId)
    const { t, date } = speak(locale)
    const about = wordsIn(organisation.names, locale).text
    await queueLetter(
      tx,
      {
        to: invitation.email,
        locale,
        subject: t('mail.invitation.subject', { about }),
        text: `${t('mail.invitation.text', { about, until: date(invitation.expiresAt) })}\n${ORIGIN_MARK}${paths.invitation(locale, linkMark(token))}\n`,
      },
      now,
    )
    await record(tx, act)
    return ok({ invitation, token })
  })
}
