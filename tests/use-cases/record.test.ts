import { expect, it } from 'vitest'
import { interrupted } from '#tests/support/interrupted.ts'
import { everyTable } from '#tests/support/unchanged.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { granted, submitted, world } from '#tests/support/world.ts'

it('x', async () => {
  const t0 = performance.now()
  const w = await world()
  const t1 = performance.now()
  const c = await submitted(w)
  const t2 = performance.now()
  await everyTable(w.db)
  const t3 = performance.now()
  const { result, statements } = await interrupted(w.db, () => publishCommitment(w.as(w.coordinator), c.id))
  granted(result)
  console.log(statements, t1-t0, t2-t1, t3-t2, performance.now()-t3)
  console.log(await everyTable(w.db))
})
