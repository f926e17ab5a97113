import type { LoaderFunctionArgs } from '@remix-run/node'

import { bundleOf, publishedCheckpoint, tileOf } from '#app/db/read/log-tiles.server.ts'
import { parseTilePath, tileWidthAt } from '#app/domain/ledger/tile.ts'
import { logAnswer, nothingInLog } from '#app/http/log-surface.server.ts'
import { paths } from '#app/paths.ts'

/**
 * Hashes and entries of the log (C2SP tlog-tiles), as far as a published checkpoint covers them:
 * no tile is ever ahead of what was signed, and any width up to that stays served for ever.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url)
  const start = paths.logTile('')
  const place = pathname.startsWith(start) ? parseTilePath(pathname.slice(start.length)) : undefined
  if (!place) return nothingInLog()
  const size = (await publishedCheckpoint(context.db))?.size ?? 0
  const level = place.kind === 'tile' ? place.level : 0
  if (place.width > tileWidthAt(size, level, place.index)) return nothingInLog()
  const bytes =
    place.kind === 'tile'
      ? await tileOf(context.db, place)
      : await bundleOf(context.db, place.index, place.width)
  if (!bytes) return nothingInLog()
  return logAnswer(request, bytes, { type: 'bytes', keep: 'forever' })
}
