import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireAdministrator } from '#app/auth/guards.server.ts'
import { outboxPage } from '#app/db/read/administration.server.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { withLink, withoutLink } from '#app/use-cases/mails/letter-links.server.ts'
import { tryLetterAgain } from '#app/use-cases/mails/try-letter-again.server.ts'
import { ORIGIN_MARK } from '#app/use-cases/notifications/tell-about.server.ts'

import { OutboxPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('outbox.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const found = (await outboxPage(context.db, actor, context.now())) ?? notFound()
  // What lets one person in is not for another; a demonstration sends nothing and has to show it.
  const shown = context.demonstration ? withLink : withoutLink
  const letters = found.letters.map((letter) => ({
    ...letter,
    text: shown(letter.text).replaceAll(ORIGIN_MARK, context.origin),
  }))
  const again = new URL(request.url).searchParams.get('again')
  const asked = letters.find(({ id, gaveUpAt }) => id === again && gaveUpAt !== null)
  return { person: actor, ...found, letters, asked }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const form = await request.formData()
  const result = await tryLetterAgain(acting(context, actor), textIn(form, 'letter'))
  if (result.ok) return redirect(paths.outbox(localeOf(params)), 303)
  const error = { '': [result.code] }
  return data({ result: { status: 'error' as const, error } }, { status: statusOf(result.code) })
}

export default function Route() {
  return (
    <OutboxPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
