import type { LoaderFunctionArgs } from '@remix-run/node'

import { openingsBetween } from '#app/db/read/log-openings.server.ts'
import { publishedCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { readCount } from '#app/domain/ledger/spelling.ts'
import { TILE_WIDTH } from '#app/domain/ledger/tile.ts'
import { asksFor, logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/** What up to 256 entries say, those of one bundle: a whole log is read with few requests. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const bundle = readCount(params['bundle'] ?? '')
  if (bundle === undefined || !asksFor(request, paths.logDisclosureBundle(bundle)))
    return nothingInLog()
  const start = bundle * TILE_WIDTH
  const size = (await publishedCheckpoint(context.db))?.size ?? 0
  if (start >= size) return nothingInLog()
  const openings = await openingsBetween(context.db, start, Math.min(start + TILE_WIDTH, size))
  return logAnswer(request, JSON.stringify(openings), { type: 'json', keep: 'minutes' })
}
