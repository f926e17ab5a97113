import type { Chosen } from '#app/db/read/chosen-commitments.server.ts'
import { commitmentSummaries } from '#app/db/read/summaries.server.ts'
import { commitmentColumns, type CommitmentSummary } from '#app/domain/open-data/summary.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { wordsIn } from '#app/domain/shared/language.ts'
import { inFormat, paths } from '#app/paths.ts'
import { withMarksInWords } from '#app/ui/data/withheld.tsx'

import { atomXml, type AtomEntry } from './atom.ts'
import { calendarAnswer, yearBefore } from './calendar-answer.server.ts'
import { dataAnswer, noSuchData, streamedAnswer, type Asked } from './data-answer.server.ts'
import { csvList, jsonList, slices } from './list-parts.server.ts'

const FEED_ENTRIES = 50

/** A list of commitments, chosen, with what its formats say of it. */
export type CommitmentList = Pick<Chosen, 'ids' | 'log' | 'asOf'> & {
  filters: object
  /** In the reader's language, for feed readers and calendars. */
  title: string
  /** The page of this very list: a path with the filters that were understood. */
  page: string
  /** What the JSON says before the list. */
  about?: object
}

type Choose = (asked: Asked) => Promise<CommitmentList | undefined>

/** The formats of a list of commitments: all of its rows, in its order. */
export const commitmentFormats = (choose: Choose) => {
  const chosen =
    (make: (asked: Asked, list: CommitmentList) => Response | Promise<Response>) =>
    async (asked: Asked) => {
      const list = await choose(asked)
      return list ? make(asked, list) : noSuchData()
    }
  return {
    csv: chosen((asked, { ids }) =>
      streamedAnswer(asked, 'csv', () => csvList(commitmentColumns, rowsOf(asked, ids))),
    ),
    json: chosen((asked, { ids, log, filters, about }) => {
      const today = dayOf(asked.context.now())
      const head = { log, today, ...about, filters, total: ids.length }
      return streamedAnswer(asked, 'json', () => jsonList(head, rowsOf(asked, ids)))
    }),
    atom: chosen(feedAnswer),
    ics: chosen((asked, { ids, title, page }) => {
      const from = yearBefore(asked)
      const parts = () => slices(ids).map((commitments) => ({ commitments, from }))
      return calendarAnswer(asked, { title, page, parts })
    }),
  }
}

async function* rowsOf({ context }: Asked, ids: readonly string[]) {
  for (const some of slices(ids)) yield commitmentSummaries(context.db, some, context.origin)
}

async function feedAnswer(asked: Asked, { ids, title, page, asOf }: CommitmentList) {
  const { context, speech } = asked
  const newest = await commitmentSummaries(context.db, ids.slice(0, FEED_ENTRIES), context.origin)
  const entries = newest.map((one) => entryOf(one, asked))
  const updated = entries.reduce((at, one) => (one.updated > at ? one.updated : at), new Date(0))
  return dataAnswer(
    asked,
    'atom',
    atomXml({
      self: context.origin + inFormat(page, 'atom'),
      alternate: context.origin + page,
      lang: speech.locale,
      title: `${speech.t('register.as-noun')}, ${title}`,
      updated: entries.length > 0 ? updated : asOf,
      rights: speech.t('footer.licence-name'),
      entries,
    }),
  )
}

function entryOf(one: CommitmentSummary, { speech, context }: Asked): AtomEntry {
  const { t, locale, date } = speech
  const translated = one.translations[locale]
  const title = withMarksInWords(speech, translated ?? one.title)
  const { lead } = one
  const said = [
    one.outcome && t(`status.${one.outcome}`),
    one.assurance && t(`assurance.${one.assurance}`),
    one.nextDueOn && one.outcome !== 'withdrawn' && t('data.due', { day: date(one.nextDueOn) }),
    one.invented && t('mark.invented'),
    one.imported && t('mark.imported'),
  ]
  return {
    id: one.url,
    title: `${one.number} ${title}`,
    ...(translated || one.lang === locale ? {} : { lang: one.lang }),
    href: context.origin + paths.commitment(locale, one.number),
    published: new Date(one.publishedAt),
    updated: new Date(one.updatedAt),
    author: wordsIn({ [lead.lang]: lead.name, ...lead.translations }, locale).text,
    summary: said.filter((part) => typeof part === 'string').join('. '),
  }
}
