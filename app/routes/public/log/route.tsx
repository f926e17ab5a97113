import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { logPage } from '#app/db/read/log-acts.server.ts'
import { witnessing } from '#app/db/read/witnesses.server.ts'
import { vkeyOf } from '#app/http/log-surface.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'

import { LogPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  const title = speech.t('log.title')
  return [
    ...pageMeta(asked, {
      title,
      page: data?.shown.page,
      description: speech.t('log.lead'),
      path: (locale) => paths.log(locale, data?.filters),
      isView: asked.location.search !== '',
    }),
    feedLink(paths.log(speech.locale, data?.filters), title),
  ]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { searchParams } = new URL(request.url)
  const { policy, stopped } = context.publicLog
  return {
    ...(await logPage(context.db, searchParams, locale, context.now())),
    origin: context.origin,
    vkey: vkeyOf(context.publicLog),
    witnesses: policy ? await witnessing(context.db, policy) : [],
    stopped: stopped() !== undefined,
  }
}

export default function Route() {
  return <LogPage {...useLoaderData<typeof loader>()} />
}
