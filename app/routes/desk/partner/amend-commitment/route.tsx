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
import { amendmentInput } from '#app/domain/commitments/amendment.ts'
import { isPublicCommitment } from '#app/domain/commitments/commitment-state.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'

import { AmendCommitmentPage } from './page.tsx'
import { amended, lacksAfter, listAfter, preview, type Answer } from './typed.ts'

export const meta: MetaFunction<typeof loader> = ({ params, data: shown }) => {
  const speech = pageSpeech(params)
  const number = shown?.page.commitment.number ?? ''
  return [{ title: pageTitle(speech, speech.t('amend.title', { number })) }]
}

/** Only what has been published can be amended; a draft is edited, and has no such page. */
async function visible({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const page = await deskCommitment(context.db, person, params['id'] ?? '', context.now())
  return page && isPublicCommitment(page.commitment.state) ? { person, page } : notFound()
}

export const loader = (args: LoaderFunctionArgs) => visible(args)

const answer = (said: Partial<Answer>, status = 200) =>
  data<Answer>({ result: undefined, fresh: undefined, changes: undefined, ...said }, { status })

export async function action(args: ActionFunctionArgs) {
  const { person, page } = await visible(args)
  const { request, context, params } = args
  const form = await request.formData()
  const intent = form.get('intent')
  const list = listAfter(form, page)
  if (list) return answer(list)

  const submission = parseForm(amended(form, page), amendmentInput)
  if (intent === 'edit') return answer({ result: { initialValue: submission.payload } })
  if (submission.status !== 'success') return answer({ result: submission.reply() }, 422)
  const refused = (code: string) =>
    answer({ result: submission.reply({ formErrors: [code] }) }, statusOf(code))

  const fieldErrors = lacksAfter(page, submission.value)
  if (fieldErrors) return answer({ result: submission.reply({ fieldErrors }) }, 422)

  const { id, version } = page.commitment
  const from = Number(form.get('version'))
  const done = redirect(
    withQuery(paths.deskCommitment(localeOf(params), id), { done: 'amended' }),
    303,
  )
  // A button pressed twice publishes once; somebody else's version has to be read first.
  if (intent === 'publish' && version === from + 1 && page.saved.userId === person.userId)
    return done
  if (version !== from) return refused('changed-meanwhile')

  const would = preview(page, person, submission.value, context.now())
  if (!would.ok) return refused(would.code)
  if (intent !== 'publish')
    return answer({ result: submission.reply(), changes: would.value.changes })
  const result = await amendCommitment(acting(context, person), id, submission.value, from)
  return result.ok ? done : refused(result.code)
}

export default function Route() {
  return (
    <AmendCommitmentPage
      {...useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  )
}
