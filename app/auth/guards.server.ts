import { redirect } from '@remix-run/node'

import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { needsProof } from '#app/domain/accounts/session.ts'
import { currentOrganisations } from '#app/domain/shared/actor.ts'
import type { Register } from '#app/http/context.server.ts'
import { forbidden, localeOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'

import { validateSession, type Session } from './sessions.server.ts'

type Place = Pick<Register, 'db' | 'secureCookies' | 'now'> & { address?: string | undefined }
type Params = Readonly<Record<string, string | undefined>>

/** Who is looking, or undefined. Public pages never ask; an unconfirmed address is nobody's. */
export async function viewerOf(request: Request, context: Place): Promise<SignedIn | undefined> {
  const holder = await holderOf(request, context)
  return holder?.unconfirmed ? undefined : holder
}

/** Whoever holds the session, confirmed or not: for the pages that lead from one to the other. */
export async function holderOf(request: Request, context: Place): Promise<SignedIn | undefined> {
  const session = await validateSession(context, request)
  return session && { ...session.actor, from: context.address }
}

/** Anybody signed in; everybody else is sent to sign in and comes back with what they typed. */
export async function requireActor(
  request: Request,
  context: Place,
  params: Params,
): Promise<SignedIn> {
  const { actor } = await requireSession(request, context, params)
  return actor
}

/** The same, with the session they hold. */
export async function requireSession(
  request: Request,
  context: Place,
  params: Params,
): Promise<Session> {
  const locale = localeOf(params)
  const session = await validateSession(context, request)
  const { pathname, search } = new URL(request.url)
  if (session?.actor.unconfirmed)
    throw redirect(withQuery(paths.confirmAddress(locale), { to: pathname + search }), 303)
  if (session) return { ...session, actor: { ...session.actor, from: context.address } }

  const to = withQuery(paths.signIn(locale), { to: pathname + search })
  const posted = request.method !== 'GET' && request.method !== 'HEAD'
  if (posted && request.headers.get('Content-Type')?.startsWith('multipart/'))
    throw redirect(to, 303)
  // 307 makes the browser post the form once more, to the sign-in page, which keeps it.
  throw redirect(to, posted ? 307 : 302)
}

/** Somebody who has said who they are within ten minutes: before the account itself is changed. */
export async function requireProof(
  request: Request,
  context: Place,
  params: Params,
): Promise<Session> {
  const session = await requireSession(request, context, params)
  if (!needsProof(session, context.now())) return session
  const { pathname, search } = new URL(request.url)
  throw redirect(withQuery(paths.prove(localeOf(params)), { to: pathname + search }), 303)
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
