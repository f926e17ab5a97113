import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireAdministrator } from '#app/auth/guards.server.ts'
import { outboxPage } from '#app/db/read/administration.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { notFound } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { ORIGIN_MARK } from '#app/use-cases/notifications/tell-about.server.ts'

import { OutboxPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('outbox.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const found = (await outboxPage(context.db, actor, context.now())) ?? notFound()
  const letters = found.letters.map((letter) => ({
    ...letter,
    text: letter.text.replaceAll(ORIGIN_MARK, context.origin),
  }))
  return { person: actor, ...found, letters }
}

export default function Route() {
  return <OutboxPage {...useLoaderData<typeof loader>()} />
}
