import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { replies } from '#app/db/schema/reviews.ts'
import * as reply from '#app/routes/desk/partner/reply-to-finding/route.tsx'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  findingContent,
  granted,
  published,
  underReview,
  world,
} from '#tests/support/world.ts'

const routes = { ':locale/desk/reviews/:id/reply': reply }
const said = {
  stance: 'disputes',
  lang: 'en',
  text: 'The lists of two districts were left out of the count.',
}

async function found({ confirmed = true } = {}) {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  if (confirmed) granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  const server = await askedBy(w, routes)
  const path = `/en/desk/reviews/${review.id}/reply`
  return { w, server, path, report, partner: await server.by(w.partner) }
}

it('shows the finding in full and prints the reply beside it', async () => {
  const { w, partner, path, report } = await found()
  expect(await (await partner.get(path)).text()).toContain(findingContent.reasons)
  const answer = await partner.post(path, said)
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `/en/desk/reports/${report.id}`,
  ])
  expect(await w.db.select().from(replies)).toMatchObject([said])
  const [commitment] = await w.db.select().from(commitments)
  expect(commitment?.assurance).toBe('disputed')
  await checkLog(w.db)
})

it('names what is missing and keeps what was typed', async () => {
  const { w, partner, path } = await found()
  const answer = await unchanged(w.db, () => partner.post(path, { lang: 'fr', text: 'Non.' }))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('href="#f-stance"')
  expect(page).toContain('>Non.</textarea>')
  expect(page).toContain('<option value="fr" selected="">')
})

it('takes one reply, however many are sent at once', async () => {
  const { w, partner, path } = await found()
  const answers = await Promise.all(Array.from({ length: 8 }, () => partner.post(path, said)))
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([
    303,
    ...Array(7).fill(409),
  ])
  expect(await w.db.select().from(replies)).toHaveLength(1)
})

it('is for focal points: an editor reads, and is refused', async () => {
  const { w, server, path } = await found()
  const editor = await server.by(w.editor)
  expect(await (await editor.get(path)).text()).not.toContain('<textarea')
  const answer = await unchanged(w.db, () => editor.post(path, said))
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain(said.text)
})

it('closes after the last day, says which it was, and gives back what was typed', async () => {
  const { w, server, path } = await found()
  server.at(daysFromNow(14))
  const inTime = await server.by(w.partner)
  expect(await (await inTime.get(path)).text()).toContain('You can reply until 7 December 2026')

  server.at(daysFromNow(15))
  const late = await server.by(w.partner)
  const answer = await unchanged(w.db, () => late.post(path, said))
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain('The time to reply ended on 7 December 2026')
  expect(page).toContain(said.text)
  expect(page).not.toContain('<textarea')
})

it('does not exist for others, nor while a finding is only proposed', async () => {
  const { w, server, path } = await found()
  for (const [who, status] of [
    [w.otherPartner, 404],
    [w.stranger, 403],
    [w.coordinator, 403],
  ] as const) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(status)
    expect((await unchanged(w.db, () => person.post(path, said))).status).toBe(status)
  }
  const proposed = await found({ confirmed: false })
  expect((await proposed.partner.get(proposed.path)).status).toBe(404)
  expect((await proposed.partner.post(proposed.path, said)).status).toBe(404)
})
