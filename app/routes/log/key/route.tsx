import type { LoaderFunctionArgs } from '@remix-run/node'

import { formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** The key the log signs with. To trust it, get it a second time from somewhere else. */
export function loader({ request, context }: LoaderFunctionArgs) {
  if (!asksFor(request, paths.logKey())) return nothingInLog()
  const { name, type, publicKey } = context.publicLog.key
  const text = `${formatVerifierKey(name, type, publicKey)}\n`
  return logAnswer(request, text, { type: 'text', keep: 'minutes' })
}
