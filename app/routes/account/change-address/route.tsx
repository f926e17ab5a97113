import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { requireProof } from '#app/auth/guards.server.ts'
import { emailSchema } from '#app/domain/accounts/account.ts'
import { acting } from '#app/http/context.server.ts'
import { formAnswer } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { askForAddress } from '#app/use-cases/accounts/ask-for-address.server.ts'

import { ChangeAddressPage } from './page.tsx'

const addressForm = z.object({ email: emailSchema })

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('account.address.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => ({
  person: (await requireProof(request, context, params)).actor,
})

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireProof(request, context, params)
  const submission = parseForm(await request.formData(), addressForm)
  if (submission.status !== 'success') return formAnswer(submission.reply())
  const { email } = submission.value
  // Counted by whom the letters are for and by who asks: neither can be flooded through the other.
  for (const name of email === actor.email ? [] : [email, actor.email]) {
    const turn = await context.attempts.letters.take(name)
    if (!turn.ok)
      return formAnswer(submission.reply({ formErrors: ['too-many-letters'] }), turn.seconds)
  }
  const result = await askForAddress(acting(context, actor), email)
  if (!result.ok) return formAnswer(submission.reply({ fieldErrors: { email: [result.code] } }))
  const shown = context.demonstration ? { to: email } : {}
  return redirect(paths.lookIntoMail(localeOf(params), { about: 'address', ...shown }), 303)
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <ChangeAddressPage
      {...useLoaderData<typeof loader>()}
      result={answered?.result}
      wait={answered?.wait}
    />
  )
}
