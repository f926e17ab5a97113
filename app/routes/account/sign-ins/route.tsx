import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { ownSignIns } from '#app/db/read/own-account.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { SignInsPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('account.sign-ins.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  return { person, signIns: await ownSignIns(context.db, person) }
}

export default function Route() {
  return <SignInsPage {...useLoaderData<typeof loader>()} />
}
