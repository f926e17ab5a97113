import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireCoordinator } from '#app/auth/guards.server.ts'
import { queuePage } from '#app/db/read/queue.server.ts'
import { queueKindOf } from '#app/domain/reviews/queue.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { takeNext } from '#app/use-cases/reviews/take-next.server.ts'

import { itemPath } from './item-path.ts'
import { QueuePage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('queue.title')) }]
}

const searchOf = (request: Request) => new URL(request.url).searchParams

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const search = searchOf(request)
  const kind = queueKindOf(search.get('kind'))
  const queue = await queuePage(context.db, actor, context.now(), kind)
  const stopped = context.publicLog.stopped() !== undefined
  return { person: actor, stopped, kind, done: search.get('done'), ...(queue ?? notFound()) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const kind = queueKindOf(searchOf(request).get('kind'))
  const next = await takeNext(acting(context, actor), kind)
  if (!next.ok) return data({ refused: next.code }, { status: statusOf(next.code) })
  return redirect(itemPath(localeOf(params), next.value), 303)
}

export default function Route() {
  return (
    <QueuePage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()?.refused}
    />
  )
}
