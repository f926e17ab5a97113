import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { recordState } from '#app/db/read/log-head.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { SecurityPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = (asked) => {
  const { t } = pageSpeech(asked.params)
  const path = paths.security
  return pageMeta(asked, { title: t('security.title'), description: t('security.lead'), path })
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return {
    record: await recordState(context.db, context.now()),
    contact: context.securityContact,
    demonstration: context.demonstration,
  }
}

export default function Route() {
  return <SecurityPage {...useLoaderData<typeof loader>()} />
}
