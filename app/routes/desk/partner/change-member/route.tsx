import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { requireActor } from '#app/auth/guards.server.ts'
import { memberPage } from '#app/db/read/desk-organisations.server.ts'
import { memberRoles } from '#app/domain/shared/actor.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { changeRole } from '#app/use-cases/organisations/change-role.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'

import { ChangeMemberPage } from './page.tsx'

const changeForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('role'), role: z.enum(memberRoles, { error: 'missing' }) }),
    z.object({ intent: z.literal('remove') }),
  ],
  { error: 'not-chosen' },
)

export const meta: MetaFunction<typeof loader> = ({ params, data: shown }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, shown?.page.member.name ?? '') }]
}

async function visible({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const page = await memberPage(context.db, person, params['id'] ?? '', context.now())
  return { person, page: page ?? notFound() }
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, page } = await visible(args)
  return page.member.until ? notFound() : { person, page }
}

export async function action(args: ActionFunctionArgs) {
  const { person, page } = await visible(args)
  const { request, context, params } = args
  const submission = parseForm(await request.formData(), changeForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })

  const asked = submission.value
  const { id, organisationId, role, until } = page.member
  const locale = localeOf(params)
  const done =
    asked.intent === 'remove' && page.isViewer
      ? withQuery(paths.desk(locale), { done: 'removed' })
      : withQuery(paths.deskOrganisation(locale, organisationId), {
          done: asked.intent === 'role' ? 'role' : 'removed',
        })
  // What has been done already need not be done again.
  const already = asked.intent === 'role' ? role === asked.role : until !== null
  if (page.mayManage && already) return redirect(done, 303)

  const result =
    asked.intent === 'role'
      ? await changeRole(acting(context, person), id, asked.role)
      : await removeMember(acting(context, person), id)
  if (!result.ok)
    return data(
      { result: submission.reply({ formErrors: [result.code] }) },
      { status: statusOf(result.code) },
    )
  return redirect(done, 303)
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <ChangeMemberPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
