import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { invitationPage } from '#app/db/read/desk-organisations.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { acceptInvitation } from '#app/use-cases/organisations/accept-invitation.server.ts'
import { hashOfToken } from '#app/use-cases/organisations/invite-member.server.ts'

import { AcceptInvitationPage } from './page.tsx'

export const meta: MetaFunction<typeof loader> = ({ params, data: shown }) => {
  const speech = pageSpeech(params)
  const organisation = shown ? speech.words(shown.page.invitation.names).text : ''
  return [{ title: pageTitle(speech, speech.t('desk.invitation.title', { organisation })) }]
}

const tokenIn = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

async function opened({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const hash = hashOfToken(tokenIn(request))
  const page = await invitationPage(context.db, person, hash, context.now())
  return { person, page: page ?? notFound() }
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, page } = await opened(args)
  return data({ person, page }, { status: page.over && !page.isMember ? 410 : 200 })
}

export async function action(args: ActionFunctionArgs) {
  const { person, page } = await opened(args)
  const { request, context, params } = args
  const done = redirect(
    withQuery(paths.deskOrganisation(localeOf(params), page.invitation.organisationId), {
      done: 'joined',
    }),
    303,
  )
  if (page.isMember) return done
  const result = await acceptInvitation(acting(context, person), tokenIn(request))
  if (result.ok) return done
  return data(
    { result: { status: 'error' as const, error: { '': [result.code] } } },
    { status: statusOf(result.code) },
  )
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <AcceptInvitationPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
