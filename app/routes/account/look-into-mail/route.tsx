import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { newestLetterTo } from '#app/db/read/own-account.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { withLink } from '#app/use-cases/mails/letter-links.server.ts'
import { ORIGIN_MARK } from '#app/use-cases/notifications/tell-about.server.ts'

import { LookIntoMailPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('look.title')) }]
}

const abouts = ['sign-up', 'again', 'reset', 'address'] as const

/** The same for everybody, whatever was or was not sent; a demonstration shows the letter itself. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  localeOf(params)
  const search = new URL(request.url).searchParams
  const about = abouts.find((one) => one === search.get('about')) ?? 'sign-up'
  const to = context.demonstration ? search.get('to') : null
  const letter = to === null ? undefined : await newestLetterTo(context.db, to)
  return {
    about,
    demonstration: context.demonstration,
    letter: letter && {
      ...letter,
      text: withLink(letter.text).replaceAll(ORIGIN_MARK, context.origin),
    },
  }
}

export default function Route() {
  return <LookIntoMailPage {...useLoaderData<typeof loader>()} />
}
