import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { ownSessions, ownSignIns, passwordChangedAt } from '#app/db/read/own-account.server.ts'
import { ownPasskeys } from '#app/db/read/passkeys.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { AccountPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('account.title')) }]
}

const dones = ['details', 'password', 'address'] as const

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const { db } = context
  const [changedAt, passkeys, sessions, [latest]] = await Promise.all([
    passwordChangedAt(db, person),
    ownPasskeys(db, person),
    ownSessions(db, person, context.now()),
    ownSignIns(db, person),
  ])
  const said = new URL(request.url).searchParams.get('done')
  return {
    person,
    changedAt,
    passkeys: passkeys.length,
    sessions: sessions.length,
    latest,
    done: dones.find((one) => one === said),
  }
}

export default function Route() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
