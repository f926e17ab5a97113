import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { logEntryPage } from '#app/db/read/log-entry.server.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { LogEntryPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  const { t } = speech
  if (!data) return []
  const { entry, kind } = data.act
  return [{ title: pageTitle(speech, `${t('record.entry', { entry })}: ${t(`log.act.${kind}`)}`) }]
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const entry = readCount(params['entry'] ?? '') ?? notFound()
  return (await logEntryPage(context.db, entry, locale, context.now())) ?? notFound()
}

export default function Route() {
  return <LogEntryPage {...useLoaderData<typeof loader>()} />
}
