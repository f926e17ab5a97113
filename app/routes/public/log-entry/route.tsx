import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { logEntryPage } from '#app/db/read/log-entry.server.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { LogEntryPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  if (!data) return []
  const { entry, kind } = data.act
  return pageMeta(asked, {
    title: `${speech.t('record.entry', { entry })}: ${speech.t(`log.act.${kind}`)}`,
    description: speech.t('log.lead'),
    path: (locale) => paths.logEntry(locale, entry),
  })
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const entry = readCount(params['entry'] ?? '') ?? notFound()
  return (await logEntryPage(context.db, entry, locale, context.now())) ?? notFound()
}

export default function Route() {
  return <LogEntryPage {...useLoaderData<typeof loader>()} />
}
