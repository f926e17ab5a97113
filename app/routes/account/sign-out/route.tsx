import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

import { endSession } from '#app/auth/sessions.server.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

/** Nothing ends by a link: whoever comes by GET is taken home, still signed in. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.home(localeOf(params)))

export async function action({ request, context, params }: ActionFunctionArgs) {
  const home = paths.home(localeOf(params))
  const cookie = await endSession(context, request)
  return redirect(home, { status: 303, headers: { 'Set-Cookie': cookie } })
}
