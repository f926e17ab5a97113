import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireAdministrator } from '#app/auth/guards.server.ts'
import { administrationPage } from '#app/db/read/administration.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { notFound } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { AdministrationPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('administration.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const shown = (await administrationPage(context.db, actor)) ?? notFound()
  return { person: actor, stopped: context.publicLog.stopped() !== undefined, ...shown }
}

export default function Route() {
  return <AdministrationPage {...useLoaderData<typeof loader>()} />
}
