import { stateNow } from '#app/db/read/open-data.server.ts'
import { foundCommitments } from '#app/db/read/search-page.server.ts'
import { commitmentSummaries } from '#app/db/read/summaries.server.ts'
import { filterNames } from '#app/domain/browsing/filters.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { apiLoader, problem, rowsAsked, unknownValue } from '#app/http/open-data.server.ts'
import { paths } from '#app/paths.ts'

const others = [...filterNames, 'q', 'sort']

/** Public commitments, a row each: the lists of the pages, with their filters and their search. */
export const loader = apiLoader(async ({ request, context }) => {
  const { db, origin } = context
  const asked = rowsAsked(request.url, others, misread)
  if (asked instanceof Response) return asked
  const { page, search } = asked
  const now = context.now()
  const log = await stateNow(db)
  const found = await foundCommitments(db, search, page.limit, now)
  const unknown = unknownValue(search, found.filters)
  if (unknown) return unknown

  const [q, sort] = [search.get('q') ?? undefined, search.get('sort') ?? undefined]
  const filters = { ...(q === undefined ? {} : { q }), ...found.filters }
  const limit = String(page.limit)
  return {
    log,
    today: dayOf(now),
    filters,
    total: found.total,
    ...(found.isAll ? {} : { isAll: false }),
    items: await commitmentSummaries(db, found.ids, origin),
    ...(found.next === undefined
      ? {}
      : { next: paths.commitmentsData({ ...filters, sort, limit, after: found.next }) }),
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
