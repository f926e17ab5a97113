import { chosenMilestones, milestoneSummaries } from '#app/db/read/chosen-milestones.server.ts'
import { readCursor, writeCursor } from '#app/db/read/keyset.server.ts'
import { dueStates, isPeriod } from '#app/domain/browsing/due-index.ts'
import { filterNames } from '#app/domain/browsing/filters.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { apiLoader, problem, rowsAsked, unknownValue } from '#app/http/open-data.server.ts'
import { paths } from '#app/paths.ts'

/** Of each milestone is asked when it is due itself; `due` is a filter of commitments. */
const others = [...filterNames.filter((name) => name !== 'due'), 'month', 'state']

/** Public milestones by the day they fall due, a row each: the calendar, with its filters. */
export const loader = apiLoader(async ({ request, context }) => {
  const { db, origin } = context
  const asked = rowsAsked(request.url, others, misread)
  if (asked instanceof Response) return asked
  const { page, search } = asked
  const now = context.now()
  const { log, filters, chosen } = await chosenMilestones(db, search, now)
  const unknown = unknownValue(search, filters)
  if (unknown) return unknown

  const cursor = readCursor(search)
  const after = cursor && `${cursor.key} ${cursor.id}`
  const from = after ? chosen.findIndex(({ dueOn, id }) => `${dueOn} ${id}` > after) : 0
  const shown = from < 0 ? [] : chosen.slice(from, from + page.limit)
  const last = from + page.limit < chosen.length ? shown.at(-1) : undefined
  return {
    log,
    today: dayOf(now),
    filters,
    total: chosen.length,
    items: await milestoneSummaries(db, shown, origin),
    ...(last && {
      next: paths.milestonesData({
        ...filters,
        limit: String(page.limit),
        after: writeCursor(last.dueOn, last.id),
      }),
    }),
  }
})

function misread(search: URLSearchParams): Response | undefined {
  const [month, ...more] = search.getAll('month')
  if (more.length > 0 || (month !== undefined && !isPeriod(month)))
    return problem(400, '`month` is a month, 2027-03, a year, 2027, or all.', 'month')
  return search.getAll('state').every((state) => (dueStates as readonly string[]).includes(state))
    ? undefined
    : problem(400, `\`state\` is any of ${dueStates.join(', ')}.`, 'state')
}
