import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { declarationFiles } from '#app/adapters/bundled/declaration-files.server.ts'
import { requireAdministrator } from '#app/auth/guards.server.ts'
import { openedDeclarationsPage } from '#app/db/read/administration.server.ts'
import { clausesOf } from '#app/domain/declarations/declaration.ts'
import { openingInput } from '#app/domain/declarations/opening.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'

import { DeclarationsPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('opening-declarations.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const opened = await openedDeclarationsPage(context.db, actor, context.now())
  const bundled = (await declarationFiles())
    .filter(({ declaration }) => !opened?.some(({ key }) => key === declaration.key))
    .map(({ file, declaration }) => ({
      file,
      key: declaration.key,
      code: declaration.code,
      title: declaration.title,
      clauses: clausesOf(declaration).length,
    }))
  const done = new URL(request.url).searchParams.has('done')
  return { person: actor, opened: opened ?? notFound(), bundled, done }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const files = await declarationFiles()
  const bundled = (key: unknown) => files.find(({ declaration }) => declaration.key === key)
  const submission = parseForm(await request.formData(), openingInput)
  const found = bundled(submission.payload['declaration']) ?? notFound()
  if (submission.status !== 'success')
    return data({ refused: submission.reply().error?.['reason']?.[0] }, { status: 422 })
  const { declaration: wanted, reason } = submission.value
  const result = await openDeclaration(acting(context, actor), found.declaration, reason)
  if (result.ok)
    return redirect(withQuery(paths.openDeclarations(localeOf(params)), { done: wanted }), 303)
  return data({ refused: result.code }, { status: statusOf(result.code) })
}

export default function Route() {
  return (
    <DeclarationsPage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()?.refused}
    />
  )
}
