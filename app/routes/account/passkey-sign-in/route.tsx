import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

import { passkeyCookie } from '#app/auth/passkey-cookie.server.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { challengeForAnybody } from '#app/use-cases/accounts/passkey-challenge.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.signIn(localeOf(params)))

/** What whoever signs in has to sign: whose passkey it will be is not asked, nor told. */
export async function action({ context, params }: ActionFunctionArgs) {
  localeOf(params)
  const { db, origin, secureCookies } = context
  const { challenge, cookie } = await challengeForAnybody({ db, now: context.now() })
  const options = {
    challenge,
    rpId: new URL(origin).hostname,
    timeout: 300_000,
    userVerification: 'required',
  }
  return Response.json(options, { headers: { 'Set-Cookie': passkeyCookie(cookie, secureCookies) } })
}
