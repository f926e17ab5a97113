import type { LoaderFunctionArgs } from '@remix-run/node'

import { publishedCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** The newest state the log has signed, with what witnesses have added so far. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!asksFor(request, paths.logCheckpoint())) return nothingInLog()
  const newest = await publishedCheckpoint(context.db)
  if (!newest) return nothingInLog()
  return logAnswer(request, newest.note, { type: 'text', keep: 'never' })
}
