import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireAdministrator } from '#app/auth/guards.server.ts'
import { peoplePage } from '#app/db/read/people.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { notFound } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { PeoplePage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('people.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const { searchParams } = new URL(request.url)
  const found = await peoplePage(context.db, actor, searchParams, context.now())
  return { person: actor, ...(found ?? notFound()) }
}

export default function Route() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />
}
