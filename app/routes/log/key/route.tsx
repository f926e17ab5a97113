import type { LoaderFunctionArgs } from '@remix-run/node'

import { asksFor, logAnswer, nothingInLog, vkeyOf } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** The key the log signs with. To trust it, get it a second time from somewhere else. */
export function loader({ request, context }: LoaderFunctionArgs) {
  if (!asksFor(request, paths.logKey())) return nothingInLog()
  const text = `${vkeyOf(context.publicLog)}\n`
  return logAnswer(request, text, { type: 'text', keep: 'minutes' })
}
