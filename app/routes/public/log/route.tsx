import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { logPage } from '#app/db/read/log-acts.server.ts'
import { witnessing } from '#app/db/read/witnesses.server.ts'
import { vkeyOf } from '#app/http/log-surface.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { LogPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  return [
    { title: pageTitle(speech, speech.t('log.title'), { page: data?.shown.page }) },
    feedLink(paths.log(speech.locale, data?.filters), speech.t('log.title')),
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
