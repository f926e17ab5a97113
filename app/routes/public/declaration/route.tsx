import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { declarationPage } from '#app/db/read/declarations.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { DeclarationPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { declaration } = asked.data ?? {}
  if (!declaration) return []
  return pageMeta(asked, {
    title: speech.words(declaration.title).text,
    description: speech.words(declaration.occasion ?? declaration.motto ?? {}).text,
    path: (locale) => paths.declaration(locale, declaration.key),
  })
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return (await declarationPage(context.db, params['key'] ?? '', context.now())) ?? notFound()
}

export default function Route() {
  return <DeclarationPage {...useLoaderData<typeof loader>()} />
}
