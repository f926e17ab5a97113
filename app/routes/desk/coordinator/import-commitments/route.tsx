import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { bundledImports } from '#app/adapters/bundled/declaration-files.server.ts'
import { requireCoordinator } from '#app/auth/guards.server.ts'
import { declarationsToImport } from '#app/db/read/administration.server.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { importFiles } from '#app/use-cases/imports/import-files.server.ts'

import { doneIn, doneQuery } from './done.ts'
import { givenIn } from './given.server.ts'
import { ImportCommitmentsPage, type Answered } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('import.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const declarations = (await declarationsToImport(context.db, actor)) ?? notFound()
  const mappings = (await bundledImports()).map(({ name }) => name)
  const done = doneIn(new URL(request.url).searchParams)
  return { person: actor, declarations, mappings, done }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const form = await request.formData()
  const initialValue = { mapping: textIn(form, 'mapping') }
  const given = await givenIn(form, await bundledImports())
  if (!given.ok) return answer({ result: { initialValue, error: given.errors } }, 422)

  const dryRun = textIn(form, 'intent') !== 'import'
  const imported = await importFiles(acting(context, actor), given.files, { dryRun })
  if (!imported.ok && imported.code === 'import-problems')
    return answer({ result: { initialValue }, problems: imported.problems }, 422)
  if (!imported.ok && imported.code === 'mapping-problems')
    return answer({ result: { initialValue }, mappingProblems: imported.problems }, 422)
  if (!imported.ok) {
    const error = { '': [imported.code] }
    return answer({ result: { initialValue, error } }, statusOf(imported.code))
  }
  if (dryRun) return answer({ checked: { report: imported.value, files: given.files } }, 200)
  const page = paths.importCommitments(localeOf(params))
  return redirect(withQuery(page, doneQuery(imported.value)), 303)
}

const answer = (said: Answered, status: number) => data<Answered>(said, { status })

export default function Route() {
  return (
    <ImportCommitmentsPage
      {...useLoaderData<typeof loader>()}
      answered={useActionData<typeof action>() ?? {}}
    />
  )
}
