import { setImmediate as othersFirst } from 'node:timers/promises'

import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'

import { logHead } from '#app/db/read/log-head.server.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { isLocale, type Locale } from '#app/domain/shared/language.ts'
import { speak, type Speech } from '#app/i18n/speech.ts'
import { formatOf, inFormat, type DataFormat } from '#app/paths.ts'

import { openHeaders, problem } from './open-data.server.ts'
import { isHeld } from './public-cache/representation.server.ts'

const types: Readonly<Record<DataFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8; method=PUBLISH',
}
/** What people save and open with another program, rather than look at in this one. */
const saved: readonly DataFormat[] = ['csv', 'ics']

/** Something asked for in another format than a page. */
export type Asked = {
  request: Request
  context: AppLoadContext
  params: Readonly<Record<string, string | undefined>>
  locale: Locale
  speech: Speech
  search: URLSearchParams
  /** Its own address, whole: path, format and query. */
  self: string
  /** The page that shows the same. */
  page: string
}

type Answers = Partial<Record<DataFormat, (asked: Asked) => Promise<Response>>>

/** A loader for every format of one thing. */
export const dataLoader =
  (answers: Answers) =>
  async ({ request, context, params }: LoaderFunctionArgs): Promise<Response> => {
    const { pathname, search, searchParams } = new URL(request.url)
    const format = formatOf(pathname)
    const answer = format && answers[format]
    const { locale } = params
    if (!answer || !isLocale(locale)) return noSuchData()
    const plain = pathname.slice(0, -format.length - 1)
    // Weak: what is added while it is made may stand in it already.
    const etag = `W/"${(await logHead(context.db)).size}-${dayOf(context.now())}"`
    const made = await answer({
      request,
      context,
      params,
      locale,
      speech: speak(locale),
      search: searchParams,
      self: context.origin + inFormat(plain + search, format),
      page: context.origin + plain + search,
    })
    if (!made.ok) return made
    made.headers.set('ETag', etag)
    if (!isHeld(request.headers.get('If-None-Match') ?? undefined, etag)) return made
    await made.body?.cancel()
    return new Response(null, { status: 304, headers: { ...openHeaders, ETag: etag } })
  }

export const noSuchData = (): Response => problem(404, 'No public data has this address.')

const headersOf = (format: DataFormat, page: string) => ({
  ...openHeaders,
  'Content-Type': types[format],
  ...(saved.includes(format)
    ? { 'Content-Disposition': `attachment; filename="${fileName(page)}.${format}"` }
    : {}),
})

/** `kept-clauses-qd2015-oer-1`: the path without its language. */
const fileName = (page: string) =>
  ['kept', ...new URL(page).pathname.split('/').slice(2)].join('-').replaceAll(/[^\w-]/g, '_')

/** An answer that is made at once. */
export const dataAnswer = ({ page }: Asked, format: DataFormat, body: string): Response =>
  new Response(body, { headers: headersOf(format, page) })

/**
 * An answer that is made while it goes out, part by part, so that a list of any length takes no
 * more memory than a few of its rows. Nobody makes it for one who asks for its head only.
 */
export const streamedAnswer = (
  asked: Asked,
  format: DataFormat,
  parts: () => AsyncGenerator<string>,
): Response => streamed(asked, headersOf(format, asked.page), parts)

/** The same for what is no format of a page. */
export function streamed(
  { request, context }: Pick<Asked, 'request' | 'context'>,
  headers: HeadersInit,
  parts: () => AsyncGenerator<string>,
): Response {
  if (request.method === 'HEAD') return new Response(null, { headers })
  const made = parts()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(out) {
        await context.drained()
        // One who reads as fast as it is made leaves no gap for others; here is one.
        await othersFirst()
        // Somebody who left needs no more of it; the rest is never read.
        const next = request.signal.aborted ? await made.return(undefined) : await made.next()
        if (next.done) out.close()
        else out.enqueue(encoder.encode(next.value))
      },
      async cancel() {
        await made.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { headers })
}
