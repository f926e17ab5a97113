import type { Transaction } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import {
  countOtherAdministrators,
  loadOtherAdministrators,
  loadStanding,
  saveStanding,
} from '#app/db/write/account-standing.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { queueLetters, type Addressee } from '#app/db/write/audience.server.ts'
import { endSessionsOf } from '#app/db/write/sessions.server.ts'
import * as rules from '#app/domain/accounts/account-change.ts'
import type { AccountChange, AccountChangeInput } from '#app/domain/accounts/account-change.ts'
import { speak, type Speech } from '#app/i18n/speech.ts'

import type { Acting } from '../acting.ts'

/** Closes or opens somebody's account, proposes or makes an administrator, or ends one. */
export function changeAccount(
  { db, actor, now }: Acting,
  userId: string,
  { change, reason }: AccountChangeInput,
) {
  return writing(db, async (tx) => {
    const standing = await loadStanding(tx, userId)
    const others = await countOtherAdministrators(tx, userId)
    const decision = rules.changeAccount(standing, others, actor, { change, reason }, now)
    if (!decision.ok || !standing) return decision

    await saveStanding(tx, decision.value.standing, reason, now)
    // Whoever is closed out is out at once; whoever gains or loses power signs in anew.
    if (change !== 'enable' && !isProposal(change)) await endSessionsOf(tx, userId)
    await recordAct(tx, decision.value.act)
    await tell(tx, { change, reason, about: standing, by: actor.userId, now })
    return decision
  })
}

const isProposal = (change: AccountChange) =>
  change === 'propose-administrator' || change === 'drop-proposal'

type Told = {
  change: AccountChange
  reason: string
  about: Addressee & { name: string }
  by: string
  now: Date
}

/**
 * The person it is about; of administrators who come and go, the other administrators too. Of a
 * proposal only the others: nothing is changed about anybody yet.
 */
async function tell(tx: Transaction, { change, reason, about, by, now }: Told) {
  const letter = ({ email: to, locale }: Addressee, said: (speech: Speech) => string) => {
    const speech = speak(locale)
    const subject = speech.t(`mail.${change}.subject`)
    return { to, locale, subject, text: `${said(speech)}\n\n${reason}\n` }
  }
  const { name } = about
  const letters: ReturnType<typeof letter>[] = []
  if (change === 'propose-administrator' || change === 'drop-proposal')
    for (const one of await loadOtherAdministrators(tx, by))
      letters.push(letter(one, ({ t }) => t(`mail.${change}.other`, { name })))
  else letters.push(letter(about, ({ t }) => t(`mail.${change}.you`)))
  if (change === 'make-administrator' || change === 'end-administrator')
    for (const one of await loadOtherAdministrators(tx, about.userId))
      letters.push(letter(one, ({ t }) => t(`mail.${change}.other`, { name })))
  await queueLetters(tx, letters, now)
}
