import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Request, RequestHandler, Response } from 'express'

import { logHead } from '#app/db/read/log-head.server.ts'
import { base64, fromHex } from '#app/domain/ledger/bytes.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import { answering } from './answering.server.ts'
import { sendTrouble } from './api-surface.server.ts'
import type { Register } from './context.server.ts'
import { registerMakers, type Making } from './register-making.server.ts'

type Place = Pick<Register, 'db' | 'now' | 'origin'>

/** How many are made at a time: each holds a slice or two of the register. */
const AT_A_TIME = 32
/** A reader that takes nothing for so long gives its place to another. */
const STALLED_MS = 120_000

/**
 * The whole register as files, for everybody and from any site. Each is made while it is sent, from
 * slices of the database, and no faster than its reader takes it. Its headers say which state of the
 * public log it was begun from.
 */
export function registerFile({ db, now: clock, origin }: Place): RequestHandler {
  let underWay = 0
  return answering(async (req, res) => {
    const name = String(req.params['file'])
    const make = registerMakers.get(name)
    if (!make) return sendTrouble(req, res, 404)
    const now = clock()
    const head = await logHead(db)
    const log = { size: head.size, root: base64(fromHex(head.rootHash)) }
    // Weak: what is added while it is made may stand in it already. The day changes what is derived.
    const etag = `W/"${name}-${log.size}-${dayOf(now)}"`
    describe(res, name, log, etag)
    if (isKnown(req, etag)) return void res.status(304).end()
    if (req.method === 'HEAD') return void res.end()
    if (underWay >= AT_A_TIME) return busy(req, res)
    underWay += 1
    res.setTimeout(STALLED_MS, () => res.destroy())
    try {
      // One chunk ahead at most: a slow reader holds a slice of the register, never the rest of it.
      const chunks = Readable.from(make({ db, origin, now, log }), { highWaterMark: 1 })
      await pipeline(chunks, res)
    } catch (error) {
      // Whoever hangs up has what they wanted; the pipeline has stopped the making.
      if (!res.destroyed || !isHangUp(error)) throw error
    } finally {
      underWay -= 1
    }
  })
}

/** What no list of media types calls text yet, and packs as well as any. */
export const isJsonLines = ({ path }: Pick<Request, 'path'>) => /^\/data\/\w+\.jsonl$/.test(path)

/** Asked for here rather than by `req.fresh`, to which a browser that reloads knows nothing. */
const isKnown = (req: Request, etag: string) =>
  (req.get('If-None-Match') ?? '').split(',').some((one) => one.trim() === etag)

const isHangUp = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'

function describe(res: Response, name: string, log: Making['log'], etag: string) {
  const [, extension = ''] = /\.([a-z]+)$/.exec(name) ?? []
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Expose-Headers', 'ETag, Kept-Log-Size, Kept-Log-Root')
  res.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
  res.setHeader('Content-Type', types[extension] ?? 'application/octet-stream')
  if (extension !== 'json') res.setHeader('Content-Disposition', `attachment; filename="${name}"`)
  res.setHeader('Kept-Log-Size', log.size)
  res.setHeader('Kept-Log-Root', log.root)
  res.setHeader('ETag', etag)
}

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
}

function busy(req: Request, res: Response) {
  for (const name of ['ETag', 'Content-Disposition', 'Cache-Control']) res.removeHeader(name)
  res.setHeader('Retry-After', '60')
  sendTrouble(req, res, 503)
}
