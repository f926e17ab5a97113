import { parseWithZod } from '@conform-to/zod/v4'
import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { signUpInput } from '#app/domain/accounts/account.ts'
import { formAnswer } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, safePath } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts'

import { SignUpPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('sign-up.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export function loader({ request, params }: LoaderFunctionArgs) {
  localeOf(params)
  return { to: new URL(request.url).searchParams.get('to') ?? '' }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const submission = parseWithZod(await request.formData(), { schema: signUpInput })
  const reply = { hideFields: ['password'] }
  if (submission.status !== 'success') return formAnswer(submission.reply(reply))

  const { db, attempts, isKnownPassword: isKnown, address: from, origin } = context
  const to = new URL(request.url).searchParams.get('to') ?? ''
  const path = safePath(to, origin)
  const url = new URL(path, origin)
  const invited = url.pathname === paths.invitation(locale, '')
  const wish = {
    ...submission.value,
    locale,
    to: path === '/' ? '' : path,
    invitation: (invited && url.searchParams.get('token')) || undefined,
  }
  const entering = { db, now: context.now(), isKnown, from, letters: attempts.letters }
  const made = await signUp(entering, wish)
  if (!made.ok && 'seconds' in made)
    return formAnswer(submission.reply({ ...reply, formErrors: [made.code] }), made.seconds)
  if (!made.ok)
    return formAnswer(submission.reply({ ...reply, fieldErrors: { password: [made.code] } }))
  if (made.value.confirmed) return redirect(withQuery(paths.signIn(locale), { made: '1', to }), 303)
  const shown = context.demonstration ? { to: submission.value.email } : {}
  return redirect(paths.lookIntoMail(locale, { about: 'sign-up', ...shown }), 303)
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <SignUpPage
      {...useLoaderData<typeof loader>()}
      result={answered?.result}
      wait={answered?.wait}
    />
  )
}
