import { chosenMilestones, milestoneSummaries } from '#app/db/read/chosen-milestones.server.ts'
import { milestoneColumns } from '#app/domain/open-data/milestone-summary.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { calendarAnswer, yearBefore } from '#app/http/calendar-answer.server.ts'
import { dataLoader, streamedAnswer, type Asked } from '#app/http/data-answer.server.ts'
import { csvList, jsonList, slices } from '#app/http/list-parts.server.ts'
import { paths } from '#app/paths.ts'

const choose = ({ context, search }: Asked) => chosenMilestones(context.db, search, context.now())

type Chosen = Awaited<ReturnType<typeof choose>>

async function* rowsOf({ context }: Asked, { chosen }: Chosen) {
  for (const some of slices(chosen))
    yield await milestoneSummaries(context.db, some, context.origin)
}

/** Every public milestone that the address chooses, by the day it falls due. */
export const loader = dataLoader({
  async csv(asked) {
    const list = await choose(asked)
    return streamedAnswer(asked, 'csv', () => csvList(milestoneColumns, rowsOf(asked, list)))
  },
  async json(asked) {
    const list = await choose(asked)
    const { log, filters, chosen } = list
    const head = { log, today: dayOf(asked.context.now()), filters, total: chosen.length }
    return streamedAnswer(asked, 'json', () => jsonList(head, rowsOf(asked, list)))
  },
  async ics(asked) {
    const { filters, chosen } = await choose(asked)
    const { locale, speech, search } = asked
    // Whoever names a month wants that month; whoever follows it wants what is to come.
    const from = search.has('month') ? '' : yearBefore(asked)
    const shown = chosen.filter(({ dueOn }) => dueOn >= from).map(({ id }) => id)
    return calendarAnswer(asked, {
      title: speech.t('calendar.title'),
      page: paths.milestones(locale, filters),
      parts: () => slices(shown).map((milestones) => ({ milestones })),
    })
  },
})
