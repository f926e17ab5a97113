import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { deskOrganisation } from '#app/db/read/desk-organisations.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { notFound } from '#app/http/responses.server.ts'
import { doneIn } from '#app/ui/layout/done.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { OrganisationPage } from './page.tsx'

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  const name = data ? speech.words(data.page.organisation.names).text : ''
  return [{ title: pageTitle(speech, name) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireActor(request, context, params)
  const id = params['id'] ?? ''
  const page = await deskOrganisation(context.db, viewer, id, context.now())
  return { person: viewer, page: page ?? notFound(), done: doneIn(request.url) }
}

export default function Route() {
  return <OrganisationPage {...useLoaderData<typeof loader>()} />
}
