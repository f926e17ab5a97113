import { clauseActs, clauseNamed } from '#app/db/read/act-feeds.server.ts'
import { chosenCommitments } from '#app/db/read/chosen-commitments.server.ts'
import { actFeed } from '#app/http/act-feed.ts'
import { atomXml } from '#app/http/atom.ts'
import { commitmentFormats } from '#app/http/commitment-formats.server.ts'
import { dataAnswer, dataLoader, noSuchData, type Asked } from '#app/http/data-answer.server.ts'
import type { Speech } from '#app/i18n/speech.ts'
import { inFormat, paths } from '#app/paths.ts'

/** A key is one or two names under its declaration's. */
const keyIn = ({ params }: Asked) =>
  [params['declaration'], params['theme'], params['clause']].filter((part) => part).join('/')

type Found = NonNullable<Awaited<ReturnType<typeof clauseNamed>>>

const titleOf = ({ clause, declaration }: Pick<Found, 'clause' | 'declaration'>, speech: Speech) =>
  speech.t('clause.title', {
    number: clause.number,
    declaration: speech.words(declaration.title).text,
  })

/** The commitments under one clause, and what happened to them. */
export const loader = dataLoader({
  ...commitmentFormats(async (asked) => {
    const { context, locale, speech } = asked
    const found = await clauseNamed(context.db, keyIn(asked))
    if (!found) return undefined
    const { clause } = found
    const search = new URLSearchParams({ clause: clause.key })
    const chosen = await chosenCommitments(context.db, search, context.now())
    const { key, number, summary, addressees } = clause
    return {
      ...chosen,
      about: { clause: { key, number, summary, addressees } },
      page: paths.clause(locale, key),
      title: titleOf(found, speech),
    }
  }),
  async atom(asked) {
    const { context, locale, speech } = asked
    const found = await clauseActs(context.db, keyIn(asked), locale, context.now())
    if (!found) return noSuchData()
    const page = context.origin + paths.clause(locale, found.clause.key)
    const told = { ...found, page, self: inFormat(page, 'atom'), title: titleOf(found, speech) }
    return dataAnswer(asked, 'atom', atomXml(actFeed(told, speech, context.origin)))
  },
})
