import { isCursor } from '#app/db/read/keyset.server.ts'
import { stateNow } from '#app/db/read/open-data.server.ts'
import { foundCommitments } from '#app/db/read/search-page.server.ts'
import { commitmentSummaries } from '#app/db/read/summaries.server.ts'
import { filterNames, notUnderstood } from '#app/domain/browsing/filters.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { apiLoader, pageAsked, problem } from '#app/http/open-data.server.ts'
import { paths } from '#app/paths.ts'

const others = [...filterNames, 'q', 'sort']

/** Public commitments, a row each: the lists of the pages, with their filters and their search. */
export const loader = apiLoader(async ({ request, context }) => {
  const { db, origin } = context
  const page = pageAsked(request.url, { isKey: isCursor, limit: 25, others })
  if (page instanceof Response) return page
  const { searchParams } = new URL(request.url)
  const wrong = misread(searchParams)
  if (wrong) return wrong

  const now = context.now()
  const log = await stateNow(db)
  const found = await foundCommitments(db, searchParams, page.limit, now)
  const unknown = notUnderstood(searchParams, found.filters)
  if (unknown) return problem(400, `\`${unknown.name}\` has no such value here.`, unknown.name)

  const [q, sort] = [searchParams.get('q') ?? undefined, searchParams.get('sort') ?? undefined]
  const asked = { ...(q === undefined ? {} : { q }), ...found.filters }
  const limit = String(page.limit)
  return {
    log,
    today: dayOf(now),
    filters: asked,
    total: found.total,
    ...(found.isAll ? {} : { isAll: false }),
    items: await commitmentSummaries(db, found.ids, origin),
    ...(found.next === undefined
      ? {}
      : { next: paths.commitmentsData({ ...asked, sort, limit, after: found.next }) }),
  }
})

function misread(search: URLSearchParams): Response | undefined {
  const [words, ...more] = search.getAll('q')
  if (more.length > 0) return problem(400, '`q` is asked for once.', 'q')
  const sorts = words ? ['relevance', 'newest', 'due'] : ['newest', 'due']
  const [sort = 'newest', ...others_] = search.getAll('sort')
  return others_.length > 0 || !sorts.includes(sort)
    ? problem(400, `\`sort\` is one of ${sorts.join(', ')}.`, 'sort')
    : undefined
}
