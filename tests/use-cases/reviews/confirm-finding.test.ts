import { expect, it } from 'vitest'

import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import {
  findingContent,
  granted,
  published,
  TODAY,
  underReview,
  world,
} from '#tests/support/world.ts'

it('makes the finding public once a second coordinator agrees', async () => {
  const w = await world()
  const { review } = await underReview(w, await published(w))
  const proposed = granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  expect(proposed.review.state).toBe('proposed')
  expect(proposed.report.state).toBe('under-review')

  const { report } = granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  expect(report.state).toBe('achieved')
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})
