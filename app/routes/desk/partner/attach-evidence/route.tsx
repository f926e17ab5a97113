import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requirePartner } from '#app/auth/guards.server.ts'
import { reportPage } from '#app/db/read/reports.server.ts'
import { linkInput } from '#app/domain/evidence/evidence.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.server.ts'

import { AttachEvidencePage } from './page.tsx'
import { uploadResult } from './upload-result.ts'

export const meta: MetaFunction<typeof loader> = ({ params, data: shown }) => {
  const speech = pageSpeech(params)
  const problem = shown?.upload.status === 'error'
  return [{ title: pageTitle(speech, speech.t('evidence.title'), { problem }) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const found = await reportPage(context.db, actor, params['id'] ?? '', context.now())
  const upload = uploadResult(new URL(request.url).searchParams)
  const scanned = context.scanner !== undefined
  return { person: actor, upload, scanned, ...(found ?? notFound()) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const id = params['id'] ?? ''
  const found = (await reportPage(context.db, actor, id, context.now())) ?? notFound()
  const here = paths.attachEvidence(localeOf(params), id)

  const form = await request.formData()
  if (textIn(form, 'intent') === 'remove') {
    const item = found.evidence.find((one) => one.id === textIn(form, 'evidence')) ?? notFound()
    const removed = await removeEvidence(acting(context, actor), item.id)
    if (!removed.ok) return refused({ error: { '': [removed.code] } }, statusOf(removed.code))
    if (removed.value.storedName) await context.files.remove(removed.value.storedName)
    return redirect(here, 303)
  }

  const submission = parseForm(form, linkInput)
  if (submission.status !== 'success') return refused(submission.reply(), 422)
  const result = await attachLink(acting(context, actor), id, submission.value)
  if (result.ok) return redirect(here, 303)
  return refused(submission.reply({ formErrors: [result.code] }), statusOf(result.code))
}

const refused = <result,>(result: result, status: number) => data({ result }, { status })

export default function Route() {
  return (
    <AttachEvidencePage
      {...useLoaderData<typeof loader>()}
      link={useActionData<typeof action>()?.result}
    />
  )
}
