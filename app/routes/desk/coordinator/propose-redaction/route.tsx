import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireCoordinator } from '#app/auth/guards.server.ts'
import { previewOfWish, recordToRedact } from '#app/db/read/redactions.server.ts'
import type { Preview } from '#app/domain/redactions/places.ts'
import { redactionInput } from '#app/domain/redactions/redaction.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import type { FormResult } from '#app/ui/form/form-state.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'

import { ProposeRedactionPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('withholding.title')) }]
}

/** The coordinator who asks, and the record the address names; without one it is asked for. */
async function recordBefore({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const number = new URL(request.url).searchParams.get('number')?.trim() ?? ''
  if (number === '') return { actor, found: undefined }
  const found = await recordToRedact(context.db, actor, number, context.now())
  if (!found) return notFound()
  if (found.conflicted) throw data({ code: 'conflict-of-interest' }, { status: 403 })
  return { actor, found }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, found } = await recordBefore(args)
  return { person: actor, record: found }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { actor, found } = await recordBefore(args)
  const form = await request.formData()
  const lists = { lists: ['evidenceIds'], choices: ['basis'] }
  const submission = parseForm(form, redactionInput, lists)
  const asked = (status: number, result: FormResult = submission.reply(), preview?: Preview) =>
    data({ result, preview }, { status })
  if (!found) return asked(422)
  const { id } = found.commitment
  if (textIn(form, 'intent') === 'change') return asked(200)
  if (submission.status !== 'success') return asked(422)

  if (textIn(form, 'intent') !== 'propose') {
    const preview = await previewOfWish(context.db, id, submission.value)
    const wrong = preview.unfound.length > 0
    const fieldErrors = wrong ? { words: ['nothing-to-withhold'] } : {}
    return asked(wrong ? 422 : 200, submission.reply({ fieldErrors }), preview)
  }
  const proposed = await proposeRedaction(acting(context, actor), id, submission.value)
  if (proposed.ok)
    return redirect(paths.redaction(localeOf(params), proposed.value.redaction.id), 303)
  return asked(statusOf(proposed.code), submission.reply({ formErrors: [proposed.code] }))
}

export default function Route() {
  const said = useActionData<typeof action>()
  return (
    <ProposeRedactionPage
      {...useLoaderData<typeof loader>()}
      result={said?.result}
      preview={said?.preview}
    />
  )
}
