import { data, type LoaderFunctionArgs } from '@remix-run/node'

import { requireCoordinator } from '#app/auth/guards.server.ts'
import { reviewCase } from '#app/db/read/reviews.server.ts'

import { notFound } from './responses.server.ts'

/** The coordinator who asks and the case the path names: every page about a review begins here. */
export async function caseBefore({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const found = await reviewCase(context.db, actor, params['id'] ?? '', context.now())
  if (!found) return notFound()
  if (found.conflicted) throw data({ code: 'conflict-of-interest' }, { status: 403 })
  return { actor, found }
}
