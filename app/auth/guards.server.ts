import { redirect } from '@remix-run/node'

import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { needsFactor, withoutPrivileges } from '#app/domain/accounts/second-factor.ts'
import { needsProof } from '#app/domain/accounts/session.ts'
import { currentOrganisations } from '#app/domain/shared/actor.ts'
import type { Register } from '#app/http/context.server.ts'
import { forbidden, localeOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'

import { validateSession, type Session } from './sessions.server.ts'

type Place = Pick<Register, 'db' | 'secureCookies' | 'now' | 'secondFactor'> & {
  address?: string | undefined
}
type Held = Session & {
  /** They should have a second factor: without one they are nobody in particular. */
  lacksFactor: boolean
  /** What they are all the same, where it asks more of them. */
  roles: Pick<SignedIn, 'administrator' | 'coordinator'>
}
type Params = Readonly<Record<string, string | undefined>>

/** Who is looking, or undefined. Public pages never ask; an unconfirmed address is nobody's. */
export async function viewerOf(request: Request, context: Place): Promise<SignedIn | undefined> {
  const holder = await holderOf(request, context)
  return holder?.unconfirmed ? undefined : holder
}

/** Whoever holds the session, confirmed or not: for the pages that lead from one to the other. */
export async function holderOf(request: Request, context: Place): Promise<SignedIn | undefined> {
  const session = await validateSession(context, request)
  return session && !session.half ? actorIn(session, context) : undefined
}

/** Whoever should have a second factor and has none is, until then, without privileges. */
const actorIn = (session: Session, place: Place): SignedIn => ({
  ...(lacksFactor(session, place) ? withoutPrivileges(session.actor) : session.actor),
  from: place.address,
})
const lacksFactor = ({ actor }: Session, { secondFactor }: Place): boolean =>
  !actor.factor && needsFactor(actor, secondFactor)

/** Somebody whose password was right, for the page that asks for the second factor. */
export async function halfSession(request: Request, context: Place): Promise<Session | undefined> {
  const session = await validateSession(context, request)
  return session?.half && !session.actor.unconfirmed ? session : undefined
}

/** Anybody signed in; everybody else is sent to sign in and comes back with what they typed. */
export async function requireActor(
  request: Request,
  context: Place,
  params: Params,
): Promise<SignedIn> {
  const { actor, lacksFactor } = await requireSession(request, context, params)
  const { pathname, search } = new URL(request.url)
  if (lacksFactor)
    throw redirect(withQuery(paths.secondFactor(localeOf(params)), { to: pathname + search }), 303)
  return actor
}

/** The same with the session they hold, for the pages by which a second factor is set up too. */
export async function requireSession(
  request: Request,
  context: Place,
  params: Params,
): Promise<Held> {
  const locale = localeOf(params)
  const session = await validateSession(context, request)
  const { pathname, search } = new URL(request.url)
  if (session?.actor.unconfirmed)
    throw redirect(withQuery(paths.confirmAddress(locale), { to: pathname + search }), 303)
  if (session && !session.half)
    return {
      ...session,
      actor: actorIn(session, context),
      lacksFactor: lacksFactor(session, context),
      roles: session.actor,
    }

  const step = session ? paths.giveFactor(locale) : paths.signIn(locale)
  const to = withQuery(step, { to: pathname + search })
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
): Promise<Held> {
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
