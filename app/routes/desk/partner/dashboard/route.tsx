import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { deskPage } from '#app/db/read/desk.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { doneIn } from '#app/ui/layout/done.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { DashboardPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('desk.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireActor(request, context, params)
  const wanted = new URL(request.url).searchParams.get('organisation')
  const desk = await deskPage(context.db, viewer, context.now(), wanted)
  const stopped = context.publicLog.stopped() !== undefined
  return { person: viewer, stopped, desk, done: doneIn(request.url) }
}

export default function Route() {
  return <DashboardPage {...useLoaderData<typeof loader>()} />
}
