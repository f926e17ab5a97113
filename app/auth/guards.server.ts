import { redirect } from '@remix-run/node'

import { actorOf, type SignedIn } from '#app/db/read/accounts.server.ts'
import { currentOrganisations } from '#app/domain/shared/actor.ts'
import type { Register } from '#app/http/context.server.ts'
import { forbidden, localeOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'

import { validateSession } from './sessions.server.ts'

type Place = Pick<Register, 'db' | 'secureCookies' | 'now'> & { address?: string | undefined }
type Params = Readonly<Record<string, string | undefined>>

/** Who is looking, or undefined. Public pages never ask. */
export async function viewerOf(request: Request, context: Place): Promise<SignedIn | undefined> {
  const session = await validateSession(context, request)
  const actor = session && (await actorOf(context.db, session.userId))
  return actor && { ...actor, from: context.address }
}

/** Anybody signed in; everybody else is sent to sign in and comes back with what they typed. */
export async function requireActor(
  request: Request,
  context: Place,
  params: Params,
): Promise<SignedIn> {
  const locale = localeOf(params)
  const viewer = await viewerOf(request, context)
  if (viewer) return viewer

  const { pathname, search } = new URL(request.url)
  const to = withQuery(paths.signIn(locale), { to: pathname + search })
  const posted = request.method !== 'GET' && request.method !== 'HEAD'
  if (posted && request.headers.get('Content-Type')?.startsWith('multipart/'))
    throw redirect(to, 303)
  // 307 makes the browser post the form once more, to the sign-in page, which keeps it.
  throw redirect(to, posted ? 307 : 302)
}

/** A member of some organisation. Which one, and in what role, the use-case asks. */
export async function requirePartner(request: Request, context: Place, params: Params) {
  const actor = await requireActor(request, context, params)
  return currentOrganisations(actor).length > 0 ? actor : forbidden()
}

export async function requireCoordinator(request: Request, context: Place, params: Params) {
  const actor = await requireActor(request, context, params)
  return actor.coordinator ? actor : forbidden()
}

export async function requireAdministrator(request: Request, context: Place, params: Params) {
  const actor = await requireActor(request, context, params)
  return actor.administrator ? actor : forbidden()
}
