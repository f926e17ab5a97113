import { recordActs } from '#app/db/read/act-feeds.server.ts'
import { commitmentData } from '#app/db/read/open-data.server.ts'
import { recordPage } from '#app/db/read/record.server.ts'
import { actFeed } from '#app/http/act-feed.ts'
import { atomXml } from '#app/http/atom.ts'
import { calendarAnswer } from '#app/http/calendar-answer.server.ts'
import { dataAnswer, dataLoader, noSuchData } from '#app/http/data-answer.server.ts'
import { recordJsonLd } from '#app/http/json-ld.ts'
import { openData } from '#app/http/open-data.server.ts'
import { inFormat, paths } from '#app/paths.ts'

/** Of one record the calendar holds every milestone there ever was. */
const EVER = '0000-01-01'

/** One commitment's whole public record, as search engines want it, its dates, its acts. */
export const loader = dataLoader({
  async json({ request, context, params }) {
    const found = await commitmentData(context.db, params['number'] ?? '', context.now())
    return found ? openData(request, found) : noSuchData()
  },
  async jsonld(asked) {
    const { context, params, speech } = asked
    const number = params['number'] ?? ''
    const page = await recordPage(context.db, number, new URLSearchParams(), context.now())
    if (!page) return noSuchData()
    const told = recordJsonLd(page, speech, context.origin)
    return dataAnswer(asked, 'jsonld', `${JSON.stringify(told, null, 2)}\n`)
  },
  async ics(asked) {
    const { context, params, locale } = asked
    const found = await recordActs(context.db, params['number'] ?? '', locale, context.now())
    if (!found) return noSuchData()
    const page = paths.commitment(locale, found.number)
    const parts = () => [{ commitments: [found.id], from: EVER }]
    return calendarAnswer(asked, { title: found.number, page, parts })
  },
  async atom(asked) {
    const { context, params, locale, speech } = asked
    const found = await recordActs(context.db, params['number'] ?? '', locale, context.now())
    if (!found) return noSuchData()
    const page = context.origin + paths.commitment(locale, found.number)
    const told = { ...found, page, self: inFormat(page, 'atom'), title: found.number }
    return dataAnswer(asked, 'atom', atomXml(actFeed(told, speech, context.origin)))
  },
})
