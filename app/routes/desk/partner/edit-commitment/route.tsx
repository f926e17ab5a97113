import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { deskCommitment } from '#app/db/read/drafts.server.ts'
import { termStepNames, termSteps } from '#app/domain/commitments/terms.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'

import { EditCommitmentPage } from './page.tsx'
import { answered, CHOICES, LISTS, listAfter } from './typed.ts'

export const meta: MetaFunction<typeof loader> = ({ params, data: shown }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, shown ? speech.t(`desk.step.${shown.step}`) : '') }]
}

async function visible({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const step = termStepNames.find((one) => one === params['step']) ?? notFound()
  const page = await deskCommitment(context.db, person, params['id'] ?? '', context.now())
  return { person, step, page: page ?? notFound() }
}

export const loader = (args: LoaderFunctionArgs) => visible(args)

export async function action(args: ActionFunctionArgs) {
  const { person, step, page } = await visible(args)
  const { request, context, params } = args
  const form = await request.formData()
  const list = listAfter(form, step)
  if (list) return data({ result: list.result, fresh: list.fresh })

  const submission = parseForm(answered(form, step), termSteps[step], {
    lists: LISTS,
    choices: CHOICES,
  })
  if (submission.status !== 'success')
    return data({ result: submission.reply(), fresh: undefined }, { status: 422 })
  const { id } = page.commitment
  const result = await editCommitment(acting(context, person), id, submission.value)
  if (!result.ok)
    return data(
      { result: submission.reply({ formErrors: [result.code] }), fresh: undefined },
      { status: statusOf(result.code) },
    )

  const locale = localeOf(params)
  const next = termStepNames[termStepNames.indexOf(step) + 1]
  if (form.get('intent') === 'continue' && next)
    return redirect(paths.editCommitment(locale, id, next), 303)
  return redirect(withQuery(paths.deskCommitment(locale, id), { done: 'saved' }), 303)
}

export default function Route() {
  const said = useActionData<typeof action>()
  return (
    <EditCommitmentPage
      {...useLoaderData<typeof loader>()}
      result={said?.result}
      fresh={said?.fresh}
    />
  )
}
