import type { LoaderFunctionArgs } from '@remix-run/node'

import { formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

import { readme } from './text.ts'

/** What is where below `/log`, and how to verify it. */
export function loader({ request, context }: LoaderFunctionArgs) {
  if (!asksFor(request, paths.logReadme())) return nothingInLog()
  const { name, type, publicKey } = context.publicLog.key
  const text = readme(context.origin, formatVerifierKey(name, type, publicKey))
  return logAnswer(request, text, { type: 'text', keep: 'minutes' })
}
