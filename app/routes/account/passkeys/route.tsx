import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { passkeysAt } from '#app/adapters/passkeys/simplewebauthn.server.ts'
import { requireProof, requireSession } from '#app/auth/guards.server.ts'
import { startSession } from '#app/auth/sessions.server.ts'
import { ownPasskeys } from '#app/db/read/passkeys.server.ts'
import { passkeyName } from '#app/domain/accounts/passkey.ts'
import { needsProof } from '#app/domain/accounts/session.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import {
  addPasskey,
  removePasskey,
  renamePasskey,
} from '#app/use-cases/accounts/change-passkeys.server.ts'

import { PasskeysPage } from './page.tsx'

const id = z.string({ error: 'missing' }).regex(/^[\w-]{1,1400}$/, 'missing')
const form = z.discriminatedUnion(
  'change',
  [
    z.object({
      change: z.literal('add'),
      name: passkeyName,
      credential: z.string({ error: 'passkey-refused' }).max(20_000, 'passkey-refused'),
    }),
    z.object({ change: z.literal('rename'), id, name: passkeyName }),
    z.object({ change: z.literal('remove'), id }),
  ],
  { error: 'not-chosen' },
)

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('passkeys.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context, params)
  const passkeys = await ownPasskeys(context.db, session.actor)
  const search = new URL(request.url).searchParams
  const done = (['add', 'rename', 'remove'] as const).find((one) => one === search.get('done'))
  const renaming = passkeys.find((one) => one.id === search.get('rename'))?.id
  return {
    person: session.actor,
    passkeys,
    renaming,
    done,
    proved: !needsProof(session, context.now()),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const given = await request.formData()
  const rename = given.get('change') === 'rename'
  const session = await (rename ? requireSession : requireProof)(request, context, params)
  const { actor } = session
  const submission = parseForm(given, form)
  const reply = { hideFields: ['credential'] }
  if (submission.status !== 'success')
    return data({ result: submission.reply(reply) }, { status: 422 })
  const asked = submission.value
  const by = { ...acting(context, actor), actor }
  const result =
    asked.change === 'add'
      ? await addPasskey({ ...by, passkeys: passkeysAt(context.origin) }, asked)
      : asked.change === 'rename'
        ? await renamePasskey(by, asked)
        : await removePasskey(by, asked.id, context.secondFactor === 'compulsory')
  if (!result.ok)
    return data(
      { result: submission.reply({ ...reply, formErrors: [result.code] }) },
      { status: statusOf(result.code) },
    )
  // Whoever has just shown a passkey has given both factors, their first one included.
  const headers: HeadersInit =
    asked.change === 'add'
      ? {
          'Set-Cookie': await startSession(context, request, session.userId, {
            secondFactor: true,
          }),
        }
      : {}
  const done = paths.passkeys(localeOf(params), { done: asked.change })
  return redirect(done, { status: 303, headers })
}

export default function Route() {
  const result = useActionData<typeof action>()?.result
  return <PasskeysPage {...useLoaderData<typeof loader>()} result={result} />
}
