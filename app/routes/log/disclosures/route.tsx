import type { LoaderFunctionArgs } from '@remix-run/node'

import { openingsBetween } from '#app/db/read/log-openings.server.ts'
import { publishedCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** What one entry says, beside the log because it can be erased: kept by nobody for long. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const index = readCount((params['file'] ?? '').replace(/\.json$/, ''))
  if (index === undefined || !asksFor(request, paths.logDisclosures(index))) return nothingInLog()
  const size = (await publishedCheckpoint(context.db))?.size ?? 0
  const [openings] = index < size ? await openingsBetween(context.db, index, index + 1) : []
  if (!openings) return nothingInLog()
  return logAnswer(request, JSON.stringify(openings), { type: 'json', keep: 'minutes' })
}
