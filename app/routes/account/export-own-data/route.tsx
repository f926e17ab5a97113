import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

import { requireActor, requireProof } from '#app/auth/guards.server.ts'
import { acting } from '#app/http/context.server.ts'
import { forbidden, localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { exportOwnData } from '#app/use-cases/accounts/export-own-data.server.ts'

/** Taken by a form alone: no link to the file can lie about, or be sent on. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireProof(request, context, params)
  const result = await exportOwnData(acting(context, actor))
  if (!result.ok) return forbidden()
  return new Response(`${JSON.stringify(result.value, null, 1)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="kept-my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** Where one comes back to from giving the password. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireActor(request, context, params)
  return redirect(paths.ownData(localeOf(params)), 303)
}
