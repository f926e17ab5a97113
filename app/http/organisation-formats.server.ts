import {
  organisationSummaries,
  type ChosenOrganisations,
} from '#app/db/read/chosen-organisations.server.ts'
import {
  organisationColumns,
  type OrganisationSummary,
} from '#app/domain/open-data/organisation-summary.ts'
import { wordsIn } from '#app/domain/shared/language.ts'
import { inFormat, paths } from '#app/paths.ts'

import { atomXml, type AtomEntry } from './atom.ts'
import { dataAnswer, streamedAnswer, type Asked } from './data-answer.server.ts'
import { csvList, jsonList, slices } from './list-parts.server.ts'

const FEED_ENTRIES = 50

/** A list of organisations, chosen, with what its formats say of it. */
type OrganisationList = ChosenOrganisations & {
  /** In the reader's language, for feed readers. */
  title: string
  /** The page of this very list: a path with the filters that were understood. */
  page: string
}

/** The formats of a list of organisations: all of its rows, by name. */
export const organisationFormats = (choose: (asked: Asked) => Promise<OrganisationList>) => ({
  async csv(asked: Asked) {
    const { ids } = await choose(asked)
    return streamedAnswer(asked, 'csv', () => csvList(organisationColumns, rowsOf(asked, ids)))
  },
  async json(asked: Asked) {
    const { ids, log, filters } = await choose(asked)
    const head = { log, filters, total: ids.length }
    return streamedAnswer(asked, 'json', () => jsonList(head, rowsOf(asked, ids)))
  },
  async atom(asked: Asked) {
    const { ids, title, page, asOf } = await choose(asked)
    const { context, speech } = asked
    // By name no list is ever too long to read; a feed tells who joined last.
    const all: OrganisationSummary[] = []
    for await (const some of rowsOf(asked, ids)) all.push(...some)
    const newest = all.toSorted((a, b) => (a.joinedAt < b.joinedAt ? 1 : -1)).slice(0, FEED_ENTRIES)
    const updated = newest.map(({ updatedAt }) => updatedAt).toSorted()
    const last = updated.at(-1)
    const feed = {
      self: context.origin + inFormat(page, 'atom'),
      alternate: context.origin + page,
      lang: speech.locale,
      title: `${speech.t('register.as-noun')}, ${title}`,
      updated: last === undefined ? asOf : new Date(last),
      rights: speech.t('footer.licence-name'),
      entries: newest.map((one) => entryOf(one, asked)),
    }
    return dataAnswer(asked, 'atom', atomXml(feed))
  },
})

async function* rowsOf({ context, locale }: Asked, ids: readonly string[]) {
  for (const some of slices(ids)) {
    const rows = await organisationSummaries(context.db, some)
    yield rows.map((row) => ({
      ...row,
      url: context.origin + paths.organisation(locale, row.id),
    }))
  }
}

function entryOf(one: OrganisationSummary, { speech, context }: Asked): AtomEntry {
  const { t, locale, countryName } = speech
  const joined = new Date(one.joinedAt)
  const name = wordsIn({ [one.lang]: one.name, ...one.translations }, locale)
  const place = one.country === 'worldwide' ? t('place.worldwide') : countryName(one.country)
  const said = [
    t(`group.${one.group}`),
    place,
    ...(one.state === 'suspended' ? [t('status.org.suspended')] : []),
    ...(one.invented ? [t('mark.invented')] : []),
  ]
  return {
    // RFC 4151: its id and the year it joined name it for ever.
    id: `tag:${new URL(context.origin).hostname},${joined.getUTCFullYear()}:organisations/${one.id}`,
    title: name.text,
    ...(name.lang === locale ? {} : { lang: name.lang }),
    href: one.url,
    published: joined,
    updated: new Date(one.updatedAt),
    author: name.text,
    summary: said.join('. '),
  }
}
