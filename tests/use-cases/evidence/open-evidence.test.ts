import { expect, it } from 'vitest'

import { evidenceOpenings } from '#app/db/schema/evidence.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { openEvidence } from '#app/use-cases/evidence/open-evidence.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { link } from '#tests/support/pieces.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  granted,
  NOW,
  published,
  reportContent,
  world,
  type World,
} from '#tests/support/world.ts'

async function handedIn(w: World) {
  const { terms } = await published(w)
  const acting = w.as(w.partner, daysFromNow(-3))
  const { report } = granted(await draftReport(acting, terms.milestones![0]!.id))
  const { evidence } = granted(await attachLink(acting, report.id, link))
  granted(await editReport(acting, report.id, reportContent))
  const submit = async () => granted(await submitReport(acting, report.id))
  return { evidence, submit }
}

it('notes who opened what, once a person, and tells the public nothing', async () => {
  const w = await world()
  const { evidence, submit } = await handedIn(w)
  await submit()
  const before = await countActs(w.db)
  granted(await openEvidence(w.as(w.coordinator), evidence.id))
  granted(await openEvidence(w.as(w.coordinator), evidence.id))
  granted(await openEvidence(w.as(w.secondCoordinator), evidence.id))
  const openings = await w.db.select().from(evidenceOpenings)
  expect(openings.map(({ coordinatorId }) => coordinatorId).toSorted()).toEqual([
    w.coordinator.userId,
    w.secondCoordinator.userId,
  ])
  expect(openings[0]).toMatchObject({ evidenceId: evidence.id, at: NOW })
  expect((await countActs(w.db)).public).toBe(before.public)
  expect(await lastAct(w.db)).toMatchObject({ kind: 'evidence.opened', subject: evidence.id })
})

it('is for coordinators without an interest in the case', async () => {
  const w = await world()
  const { evidence, submit } = await handedIn(w)
  await submit()
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  expect(await refusals(w, people, (acting) => openEvidence(acting, evidence.id))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('does not exist for a coordinator before it is handed in', async () => {
  const w = await world()
  const { evidence } = await handedIn(w)
  for (const id of [evidence.id, 'evd_none'])
    expect(await refused(w.db, () => openEvidence(w.as(w.coordinator), id))).toBe(
      'evidence-missing',
    )
})
