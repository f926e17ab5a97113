import type { LoaderFunctionArgs } from '@remix-run/node'

import { writePolicy } from '#app/domain/ledger/policy.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** Who has to witness a checkpoint for it to count (C2SP tlog-policy). */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { policy } = context.publicLog
  if (!policy || !asksFor(request, paths.logPolicy())) return nothingInLog()
  return logAnswer(request, writePolicy(policy), { type: 'text', keep: 'minutes' })
}
