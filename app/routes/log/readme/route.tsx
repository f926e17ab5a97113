import type { LoaderFunctionArgs } from '@remix-run/node'

import { asksFor, logAnswer, nothingInLog, vkeyOf } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

import { readme } from './text.ts'

/** What is where below `/log`, and how to verify it. */
export function loader({ request, context }: LoaderFunctionArgs) {
  if (!asksFor(request, paths.logReadme())) return nothingInLog()
  const text = readme(context.origin, vkeyOf(context.publicLog))
  return logAnswer(request, text, { type: 'text', keep: 'minutes' })
}
