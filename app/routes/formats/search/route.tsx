import { logNow } from '#app/db/read/chosen-commitments.server.ts'
import { searchedCommitments } from '#app/db/read/search-page.server.ts'
import { commitmentFormats } from '#app/http/commitment-formats.server.ts'
import { dataLoader } from '#app/http/data-answer.server.ts'
import { paths } from '#app/paths.ts'

const { csv, json, atom } = commitmentFormats(async ({ context, search, locale, speech }) => {
  const state = await logNow(context.db, context.now())
  const found = await searchedCommitments(context.db, search, context.now())
  const { filters, ids, isAll } = found
  const q = found.search.written
  const sort = found.sort === 'relevance' ? undefined : found.sort
  return {
    ...state,
    ids,
    // So many match that only the newest of them were ranked.
    about: { isAll },
    filters: { ...(q === '' ? {} : { q }), ...filters },
    page: paths.search(locale, { q, ...filters, sort }),
    title: q === '' ? speech.t('search.title') : speech.t('search.title-for', { q }),
  }
})

/** Everything a search finds, in the order of its page. */
export const loader = dataLoader({ csv, json, atom })
