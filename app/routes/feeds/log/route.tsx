import { logFeed } from '#app/db/read/log-acts.server.ts'
import { actFeed } from '#app/http/act-feed.ts'
import { atomXml } from '#app/http/atom.ts'
import { dataAnswer, dataLoader } from '#app/http/data-answer.server.ts'
import { inFormat, paths } from '#app/paths.ts'

/** The newest acts for a feed reader: the same filter, the same words as the log's page. */
export const loader = dataLoader({
  async atom(asked) {
    const { context, locale, speech, search } = asked
    const { t } = speech
    const { filters, ...found } = await logFeed(context.db, search, locale, context.now())
    const page = context.origin + paths.log(locale, filters)
    const ofKind = filters.kind ? `: ${t(`log.act.${filters.kind}`)}` : ''
    const told = { ...found, page, self: inFormat(page, 'atom'), title: t('log.title') + ofKind }
    return dataAnswer(asked, 'atom', atomXml(actFeed(told, speech, context.origin)))
  },
})
