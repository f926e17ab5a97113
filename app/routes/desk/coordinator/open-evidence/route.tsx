import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requireCoordinator } from '#app/auth/guards.server.ts'
import { evidenceToOpen } from '#app/db/read/evidence.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, serverPaths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { openEvidence } from '#app/use-cases/evidence/open-evidence.server.ts'

import { OpenEvidencePage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('opening.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const item = await evidenceToOpen(context.db, actor, params['id'] ?? '', context.now())
  return { person: actor, item: item ?? notFound() }
}

/** Notes the opening, then leads to the file, or to a page that shows where a link leads. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const result = await openEvidence(acting(context, actor), params['id'] ?? '')
  if (!result.ok) throw data({ code: result.code }, { status: statusOf(result.code) })
  const locale = localeOf(params)
  const { id, kind } = result.value.evidence
  const there = kind === 'file' ? serverPaths.deskFile(locale, id) : paths.openEvidence(locale, id)
  return redirect(there, 303)
}

export default function Route() {
  return <OpenEvidencePage {...useLoaderData<typeof loader>()} />
}
