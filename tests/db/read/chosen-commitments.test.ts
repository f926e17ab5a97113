import { beforeAll, expect, it } from 'vitest'

import { chosenCommitments } from '#app/db/read/chosen-commitments.server.ts'
import { commitmentsPage } from '#app/db/read/commitments.server.ts'
import {
  dayFromNow,
  daysFromNow,
  NOW,
  published,
  terms,
  world,
  type World,
} from '#tests/support/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  const [step] = terms().milestones
  for (let i = 0; i < 27; i += 1)
    await published(
      w,
      { milestones: [{ ...step!, dueOn: dayFromNow(10 + ((i * 7) % 27)) }] },
      daysFromNow(i - 100),
    )
})

it.each(['', 'sort=due', 'group=government&sort=due', 'outcome=on-track'])(
  'chooses for %j what the pages of the list show, one after another',
  async (query) => {
    const pages: string[] = []
    const search = new URLSearchParams(query)
    for (;;) {
      const { rows, shown } = await commitmentsPage(w.db, search, 'en', NOW)
      pages.push(...rows.map(({ id }) => id))
      if (!shown.next) break
      search.set('after', shown.next)
    }
    // Whichever page is being read: a format holds all of them.
    const { ids } = await chosenCommitments(w.db, search, NOW)
    expect(ids).toEqual(pages)
    expect(ids).toHaveLength(27)
  },
)
