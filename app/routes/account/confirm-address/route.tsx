import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { holderOf } from '#app/auth/guards.server.ts'
import { linkHolder } from '#app/db/read/own-account.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, safePath, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { confirmAddress } from '#app/use-cases/accounts/confirm-address.server.ts'
import { hashOfLink } from '#app/use-cases/accounts/links.server.ts'
import { sendConfirmation } from '#app/use-cases/accounts/send-confirmation.server.ts'

import { AwaitingPage, ConfirmPage, LinkOverPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('confirm.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) =>
  actionHeaders.has('Retry-After') ? actionHeaders : loaderHeaders

const asked = (request: Request, origin: string) => {
  const search = new URL(request.url).searchParams
  const path = safePath(search.get('to'), origin)
  return { token: search.get('token'), to: path === '/' ? '' : path }
}

const comeBack = (locale: string, to: string) => withQuery(paths.confirmAddress(locale), { to })

/**
 * With a link's token: whose address it is, and a button, so that a mail scanner's look uses
 * nothing up. Without: for whoever signed in to an account that waits for it.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { token, to } = asked(request, context.origin)
  if (token !== null) {
    const purposes = ['confirm-email', 'change-email'] as const
    const link = await linkHolder(context.db, hashOfLink(token), purposes, context.now())
    if (!link.ok) return data({ over: true as const }, { status: statusOf(link.code) })
    const { email, purpose } = link.value
    return data({ link: { email, purpose } })
  }
  const holder = await holderOf(request, context)
  if (!holder) throw redirect(withQuery(paths.signIn(locale), { to: comeBack(locale, to) }))
  if (!holder.unconfirmed) throw redirect(to === '' ? paths.desk(locale) : to)
  return data({ awaiting: { email: holder.email } })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const { token, to } = asked(request, context.origin)
  const { db, address: from } = context
  const now = context.now()
  const holder = await holderOf(request, context)
  if (token !== null) {
    const result = await confirmAddress({ db, now, from }, token)
    if (!result.ok) return data({ code: result.code }, { status: statusOf(result.code) })
    const { userId, purpose } = result.value
    const moved = purpose === 'change-email'
    if (holder?.userId === userId)
      return redirect(
        moved ? paths.account(locale, { done: 'address' }) : to === '' ? paths.desk(locale) : to,
        303,
      )
    const done = moved ? { moved: '1' } : { confirmed: '1' }
    return redirect(withQuery(paths.signIn(locale), { ...done, to }), 303)
  }

  if (!holder) return redirect(withQuery(paths.signIn(locale), { to: comeBack(locale, to) }), 303)
  const turn = await context.attempts.letters.take(holder.email)
  if (!turn.ok)
    return data(
      { code: 'too-many-letters', wait: turn.seconds },
      { status: 429, headers: { 'Retry-After': String(turn.seconds) } },
    )
  const sent = await sendConfirmation(acting(context, holder), to)
  if (!sent.ok) return redirect(to === '' ? paths.desk(locale) : to, 303)
  const shown = context.demonstration ? { to: holder.email } : {}
  return redirect(paths.lookIntoMail(locale, { about: 'again', ...shown }), 303)
}

export default function Route() {
  const shown = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const code = answered?.code
  if ('over' in shown || code === 'link-over' || code === 'link-missing') return <LinkOverPage />
  if ('link' in shown) return <ConfirmPage {...shown.link} code={code} />
  const wait = answered && 'wait' in answered ? answered.wait : undefined
  return <AwaitingPage {...shown.awaiting} code={code} wait={wait} />
}
