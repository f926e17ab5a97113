import { parseWithZod } from '@conform-to/zod/v4'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { signUpInput } from '#app/domain/accounts/account.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts'

import { SignUpPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('sign-up.title')) }]
}

export function loader({ request, params }: LoaderFunctionArgs) {
  localeOf(params)
  return { to: new URL(request.url).searchParams.get('to') ?? '' }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const submission = parseWithZod(await request.formData(), { schema: signUpInput })
  if (submission.status !== 'success')
    return data(submission.reply({ hideFields: ['password'] }), 422)

  await signUp({ db: context.db, now: context.now() }, { ...submission.value, locale })
  const to = new URL(request.url).searchParams.get('to') ?? ''
  return redirect(withQuery(paths.signIn(locale), { made: '1', to }), 303)
}

export default function Route() {
  return <SignUpPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
