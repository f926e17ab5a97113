import type { LoaderFunctionArgs } from '@remix-run/node'

import { checkpointByPolicy } from '#app/db/read/witnesses.server.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** The newest checkpoint that as many witnesses have signed as the policy asks for. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { policy } = context.publicLog
  if (!policy || !asksFor(request, paths.logWitnessed())) return nothingInLog()
  const witnessed = await checkpointByPolicy(context.db, policy)
  if (!witnessed) return nothingInLog()
  return logAnswer(request, witnessed.note, { type: 'text', keep: 'never' })
}
