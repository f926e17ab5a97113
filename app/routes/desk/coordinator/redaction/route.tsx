import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireCoordinator } from '#app/auth/guards.server.ts'
import { redactionPage } from '#app/db/read/redactions.server.ts'
import { refusalInput } from '#app/domain/redactions/redaction.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { refuseRedaction } from '#app/use-cases/redactions/refuse-redaction.server.ts'

import { RedactionPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('redaction.title')) }]
}

async function redactionBefore({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const found = await redactionPage(context.db, actor, params['id'] ?? '', context.now())
  if (!found) return notFound()
  if (found.conflicted) throw data({ code: 'conflict-of-interest' }, { status: 403 })
  return { actor, found }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, found } = await redactionBefore(args)
  return { person: actor, ...found }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { actor, found } = await redactionBefore(args)
  const { id } = found.redaction
  const here = paths.redaction(localeOf(params), id)
  const form = await request.formData()

  if (textIn(form, 'intent') === 'carry-out') {
    const done = await carryOutRedaction(acting(context, actor), id)
    if (done.ok) return redirect(here, 303)
    return data({ result: { error: { '': [done.code] } } }, { status: statusOf(done.code) })
  }
  const submission = parseForm(form, refusalInput)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const refused = await refuseRedaction(acting(context, actor), id, submission.value.reason)
  if (refused.ok) return redirect(here, 303)
  const result = submission.reply({ formErrors: [refused.code] })
  return data({ result }, { status: statusOf(refused.code) })
}

export default function Route() {
  return (
    <RedactionPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
