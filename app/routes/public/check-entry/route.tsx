import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { entryToCheck } from '#app/db/read/log-entry.server.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { checked } from './checked.server.ts'
import { CheckPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  if (!data) return []
  return [{ title: pageTitle(speech, speech.t('check.title', { entry: data.act.entry })) }]
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const entry = readCount(params['entry'] ?? '') ?? notFound()
  const found = (await entryToCheck(context.db, entry, locale, context.now())) ?? notFound()
  return checked(found, context.publicLog.key, context.origin)
}

export default function Route() {
  return <CheckPage {...useLoaderData<typeof loader>()} />
}
