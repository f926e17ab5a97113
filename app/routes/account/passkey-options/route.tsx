import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

import { requireActor, requireProof } from '#app/auth/guards.server.ts'
import { ownPasskeys } from '#app/db/read/passkeys.server.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { speak } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { challengeFor } from '#app/use-cases/accounts/passkey-challenge.server.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireActor(request, context, params)
  return redirect(paths.passkeys(localeOf(params)))
}

/** What the actor's device has to sign to become a passkey of theirs. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireProof(request, context, params)
  const { db, origin } = context
  const challenge = await challengeFor({ db, now: context.now() }, actor.userId)
  const held = await ownPasskeys(db, actor)
  return Response.json({
    challenge,
    rp: { id: new URL(origin).hostname, name: speak(localeOf(params)).t('register.name') },
    user: {
      id: Buffer.from(actor.userId).toString('base64url'),
      name: actor.email,
      displayName: actor.name,
    },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    timeout: 300_000,
    excludeCredentials: held.map(({ id, transports }) => ({ type: 'public-key', id, transports })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  })
}
