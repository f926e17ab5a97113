import type { LoaderFunctionArgs } from '@remix-run/node'

import { requireAdministrator } from '#app/auth/guards.server.ts'
import { accountPage } from '#app/db/read/people.server.ts'

import { notFound } from './responses.server.ts'

/** The administrator who asks and the account the path names: pages that change one begin here. */
export async function accountBefore({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const found = await accountPage(context.db, actor, params['id'] ?? '', context.now())
  return { actor, found: found ?? notFound() }
}
