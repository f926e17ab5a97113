import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { organisationPage } from '#app/db/read/organisations.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'

import { OrganisationPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  if (!data) return []
  const { id, names, group, country } = data.organisation
  const title = speech.words(names).text
  const where = country === null ? '' : `, ${speech.countryName(country)}`
  return [
    ...pageMeta(asked, {
      title,
      description: `${title}: ${speech.t(`group.${group}`)}${where}. ${speech.t('register.strap')}`,
      path: (locale) => paths.organisation(locale, id),
    }),
    feedLink(paths.organisation(speech.locale, id), title),
  ]
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const page = await organisationPage(context.db, params['id'] ?? '', locale, context.now())
  if (!page) notFound()
  return { ...page, url: context.origin + paths.organisation(locale, page.organisation.id) }
}

export default function Route() {
  return <OrganisationPage {...useLoaderData<typeof loader>()} />
}
