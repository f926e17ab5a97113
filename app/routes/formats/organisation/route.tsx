import { organisationActs } from '#app/db/read/act-feeds.server.ts'
import { chosenCommitments } from '#app/db/read/chosen-commitments.server.ts'
import { organisationData } from '#app/db/read/open-data.server.ts'
import { actFeed } from '#app/http/act-feed.ts'
import { atomXml } from '#app/http/atom.ts'
import { commitmentFormats } from '#app/http/commitment-formats.server.ts'
import { dataAnswer, dataLoader, noSuchData } from '#app/http/data-answer.server.ts'
import { inFormat, paths } from '#app/paths.ts'

const { json, ics } = commitmentFormats(async ({ context, params, locale, speech }) => {
  const found = await organisationData(context.db, params['id'] ?? '')
  if (!found) return undefined
  const { organisation } = found
  const search = new URLSearchParams({ organisation: organisation.id })
  const chosen = await chosenCommitments(context.db, search, context.now())
  return {
    ...chosen,
    about: { organisation },
    page: paths.organisation(locale, organisation.id),
    title: speech.words(organisation.names).text,
  }
})

/** One organisation's record, the commitments it leads, their dates, and what happened to them. */
export const loader = dataLoader({
  json,
  ics,
  async atom(asked) {
    const { context, params, locale, speech } = asked
    const found = await organisationActs(context.db, params['id'] ?? '', locale, context.now())
    if (!found) return noSuchData()
    const page = context.origin + paths.organisation(locale, found.id)
    const title = speech.words(found.names).text
    const told = { ...found, page, self: inFormat(page, 'atom'), title }
    return dataAnswer(asked, 'atom', atomXml(actFeed(told, speech, context.origin)))
  },
})
