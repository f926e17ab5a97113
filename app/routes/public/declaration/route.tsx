import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { declarationPage } from '#app/db/read/declarations.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { DeclarationPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.words(data?.declaration.title ?? {}).text) }]
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return (await declarationPage(context.db, params['key'] ?? '', context.now())) ?? notFound()
}

export default function Route() {
  return <DeclarationPage {...useLoaderData<typeof loader>()} />
}
