import type { Passkeys } from '#app/adapters/passkeys/passkeys.ts'
import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { replaceRecoveryCodes } from '#app/db/write/factors.server.ts'
import {
  changePasskey,
  countOtherFactors,
  countPasskeys,
  deletePasskey,
  loadOwnPasskey,
  savePasskey,
} from '#app/db/write/passkeys.server.ts'
import * as rules from '#app/domain/accounts/passkey.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { sendAccountLetter } from './letters.server.ts'
import { challengeIn, readMade, useChallenge } from './passkey-challenge.server.ts'

type Owning = Acting & { actor: SignedIn }
const letterTo = ({ userId, email, locale }: SignedIn) => ({ userId, to: email, locale })

/** Keeps a passkey that the actor's device has just made and signed for. */
export async function addPasskey(
  { db, actor, now, passkeys }: Owning & { passkeys: Passkeys },
  input: { credential: string; name: string },
) {
  const response = readMade(input.credential)
  if (!response) return refuse('passkey-refused')
  const challenge = challengeIn(response.response.clientDataJSON)
  // Used up before it is looked at what was signed: no second try at the same one.
  const good = await writing(db, (tx) => useChallenge(tx, challenge, actor.userId, now))
  if (!good) return refuse('passkey-over')
  const made = await passkeys.made(response, challenge)
  if (!made) return refuse('passkey-refused')
  return writing(db, async (tx) => {
    const held = await countPasskeys(tx, actor.userId)
    const decision = rules.addPasskey(actor, made, input.name, held, now)
    if (!decision.ok) return decision
    if (!(await savePasskey(tx, decision.value.passkey))) return refuse('passkey-known')
    await recordAct(tx, decision.value.act)
    await sendAccountLetter(tx, 'passkey-added', letterTo(actor), now, { words: input.name })
    return decision
  })
}

/** One of the actor's own; somebody else's is as good as none. */
export const renamePasskey = (
  { db, actor, now }: Acting,
  { id, name }: { id: string; name: string },
) =>
  writing(db, async (tx) => {
    const passkey = await loadOwnPasskey(tx, actor.userId, id)
    if (!passkey) return refuse('passkey-missing')
    if (passkey.name === name) return ok({ name })
    await changePasskey(tx, id, { name })
    await recordAct(tx, rules.renamePasskey(actor, passkey.name, name, now))
    return ok({ name })
  })

export const removePasskey = ({ db, actor, now }: Owning, id: string, compulsory: boolean) =>
  writing(db, async (tx) => {
    const passkey = await loadOwnPasskey(tx, actor.userId, id)
    if (!passkey) return refuse('passkey-missing')
    const others = await countOtherFactors(tx, actor.userId, id)
    const decision = rules.removePasskey(actor, passkey.name, { others, compulsory }, now)
    if (!decision.ok) return decision
    await deletePasskey(tx, id)
    if (others === 0) await replaceRecoveryCodes(tx, actor.userId, [], now)
    await recordAct(tx, decision.value.act)
    const { name } = passkey
    await sendAccountLetter(tx, 'passkey-removed', letterTo(actor), now, { words: name })
    return decision
  })
