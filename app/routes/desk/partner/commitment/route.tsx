import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { deskCommitment } from '#app/db/read/drafts.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { notFound } from '#app/http/responses.server.ts'
import { doneIn } from '#app/ui/layout/done.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { CommitmentPage } from './page.tsx'

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  const title = data?.page.commitment.terms.title ?? speech.t('desk.untitled')
  return [{ title: pageTitle(speech, title) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const page = await deskCommitment(context.db, person, params['id'] ?? '', context.now())
  return { person, page: page ?? notFound(), done: doneIn(request.url) }
}

export default function Route() {
  return <CommitmentPage {...useLoaderData<typeof loader>()} />
}
