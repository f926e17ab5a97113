import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { entryToCheck } from '#app/db/read/log-entry.server.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { checked } from './checked.server.ts'
import { CheckPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  if (!data) return []
  const { entry } = data.act
  return pageMeta(asked, {
    title: speech.t('check.title', { entry }),
    path: (locale) => paths.checkEntry(locale, entry),
  })
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
