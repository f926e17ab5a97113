import { expect, it } from 'vitest'

import { torture } from '#scripts/torture/harness.ts'

it('loses nothing that was acknowledged in twenty deaths at random moments', async () => {
  const report = await torture({ kills: 20, seed: 20 })
  expect(report.problems).toEqual([])
  expect(report.acknowledged).toBeGreaterThanOrEqual(20)
  expect(report.entries).toBeGreaterThanOrEqual(report.acknowledged + 2)
  // Each life signs what the one before has left.
  expect(report.checkpoints).toBeGreaterThanOrEqual(20)
}, 120_000)
