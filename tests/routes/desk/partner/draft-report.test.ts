import { expect, it } from 'vitest'

import { reports } from '#app/db/schema/milestones.ts'
import * as draftReport from '#app/routes/desk/partner/draft-report/route.tsx'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  findingContent,
  granted,
  published,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const routes = { ':locale/desk/milestones/:id/report': draftReport }
const place = async (w: World) =>
  `/en/desk/milestones/${(await published(w)).terms.milestones?.[0]?.id}/report`

it('shows the milestone and what a report asks, then starts one', async () => {
  const w = await world()
  const partner = await (await askedBy(w, routes)).by(w.partner)
  const path = await place(w)
  const page = await (await partner.get(path)).text()
  expect(page).toContain('3,000 teachers trained')
  expect(page).toContain('3,000 teachers</span>')
  expect(page).toContain('Start the report')

  const started = await partner.post(path, {})
  const [report] = await w.db.select().from(reports)
  expect(started.status).toBe(303)
  expect(started.headers.get('Location')).toBe(`/en/desk/reports/${report?.id}/edit`)
})

it('leads everybody who asks at once to one and the same draft', async () => {
  const w = await world()
  const server = await askedBy(w, routes)
  const [partner, editor] = [await server.by(w.partner), await server.by(w.editor)]
  const path = await place(w)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => (n % 2 ? partner : editor).post(path, {})),
  )
  const all = await w.db.select().from(reports)
  expect(all).toHaveLength(1)
  expect(new Set(answers.map((answer) => answer.headers.get('Location')))).toEqual(
    new Set([`/en/desk/reports/${all[0]?.id}/edit`]),
  )
  expect(await (await partner.get(path)).text()).toContain('Go on with it')
})

it('does not exist for others, asked or tried', async () => {
  const w = await world()
  const server = await askedBy(w, routes)
  const path = await place(w)
  for (const [who, status] of [
    [w.otherPartner, 404],
    [w.stranger, 403],
    [w.coordinator, 403],
    [w.administrator, 403],
  ] as const) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(status)
    expect((await unchanged(w.db, () => person.post(path, {}))).status).toBe(status)
  }
  expect((await server.ask(path)).headers.get('Location')).toMatch(/^\/en\/sign-in\?to=/)
})

it('says that there is nothing more to report once everything was achieved', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  const partner = await (await askedBy(w, routes)).by(w.partner)
  const path = `/en/desk/milestones/${report.milestoneId}/report`
  expect(await (await partner.get(path)).text()).not.toContain('Start the report')
  const answer = await unchanged(w.db, () => partner.post(path, {}))
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('This milestone was found achieved')
})
