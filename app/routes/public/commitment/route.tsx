import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { destinationOf } from '#app/db/read/jumps.server.ts'
import { recordPage } from '#app/db/read/record.server.ts'
import { recordJsonLd } from '#app/http/json-ld.ts'
import { vkeyOf } from '#app/http/log-surface.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { withMarksInWords } from '#app/ui/data/withheld.tsx'
import { feedLink } from '#app/ui/layout/feed-link.ts'

import { RecordPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  if (!data) return []
  const { number, terms, lead, outcome } = data.page
  const said = { [terms.lang]: terms, ...terms.translations }
  const { title, text } = said[speech.locale] ?? terms
  const status = outcome ? `, ${speech.t(`status.${outcome}`)}` : ''
  return [
    ...pageMeta(asked, {
      title: `${number} ${withMarksInWords(speech, terms.title)}`,
      description: withMarksInWords(
        speech,
        `${speech.words(lead.names).text}${status}: ${text || title}`,
      ),
      path: (locale) => paths.commitment(locale, number),
      anyLanguage: paths.permalink(number),
      isView: asked.location.search !== '',
    }),
    feedLink(paths.commitment(speech.locale, number), number),
    { 'script:ld+json': recordJsonLd(data.page, speech, new URL(data.permalink).origin) },
  ]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { searchParams, search } = new URL(request.url)
  const number = params['number'] ?? ''
  const page = await recordPage(context.db, number, searchParams, context.now())
  if (!page) {
    const meant = await destinationOf(context.db, number)
    if (!meant || !('number' in meant)) notFound()
    throw redirect(paths.commitment(locale, meant.number) + search, {
      status: 303,
      headers: { 'Cache-Control': 'no-store' },
    })
  }
  const permalink = context.origin + paths.permalink(page.number)
  return { page, permalink, vkey: vkeyOf(context.publicLog) }
}

export default function Route() {
  return <RecordPage {...useLoaderData<typeof loader>()} />
}
