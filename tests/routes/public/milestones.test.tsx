import { expect, it } from 'vitest'

import { milestonesPage } from '#app/db/read/milestones.server.ts'
import { MilestonesPage } from '#app/routes/public/milestones/page.tsx'
import { said, words } from '#tests/support/said.tsx'
import { NOW, published, terms, world, type World } from '#tests/support/world.ts'

const [stone] = terms().milestones
const shown = async (w: World, query: string, locale: 'en' | 'ar' = 'en') =>
  said(
    <MilestonesPage {...await milestonesPage(w.db, new URLSearchParams(query), locale, NOW)} />,
    locale,
  )

it('says why a month is empty and leads to the nearest that is not, filters and all', async () => {
  const w = await world()
  expect(words(await shown(w, ''))).toContain(
    'No milestone falls due in November 2026. There is none in any other month either.',
  )
  await published(w, { milestones: [{ ...stone!, dueOn: '2027-02-14' }] })
  const html = await shown(w, 'group=government')
  expect(words(html)).toContain('No milestone due in November 2026 matches what you have chosen.')
  expect(html).toContain('href="/en/milestones?group=government&amp;month=2027-02"')
})

it('shows each day with what falls due, its state in words, and a way to the months beside', async () => {
  const w = await world()
  const { number } = await published(w, { milestones: [{ ...stone!, dueOn: '2026-09-14' }] })
  const html = await shown(w, 'month=2026-09')
  expect(words(html)).toMatch(/14 September 2026 Overdue 70 days since the due date 3,000 teachers/)
  expect(html).toMatch(new RegExp(`/en/commitments/${number}#mls_`))
  expect(html).toMatch(/href="\/en\/milestones\?month=2026-08" rel="prev"/)
  expect(html).toMatch(/href="\/en\/milestones\?month=2026-10" rel="next"/)
  expect(html).toContain('aria-label="September 2026: 1 milestone"')
  // Chosen again in the form: the month and the states, which it has no fields for.
  const narrowed = await shown(w, 'month=2026-09&state=overdue&state=silent')
  expect(narrowed.match(/type="hidden" name="(month|state)"/g)).toHaveLength(3)
  expect(words(await shown(w, 'month=2026-09', 'ar'))).toContain('فات موعدها')
})
