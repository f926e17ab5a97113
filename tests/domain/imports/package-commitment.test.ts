import { expect, it } from 'vitest'

import { commitmentIn } from '#app/domain/imports/package-commitment.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'

const none = new Map<string, never[]>()
const parts = {
  ...{ furtherClauses: none, places: none, sdgTargets: none, resources: none },
  ...{ milestones: none, indicators: none, versions: none, changes: none },
  ...{ partners: none, reports: none, evidence: none, findings: none, withheld: none },
}
const source = {
  title: 'Kept',
  homepage: 'https://first.example/en/data',
  log: { size: 7, root: 'cm9vdA==' },
  declarations: new Map<string, never>(),
}

// What it reads when all is well, and each thing that can be wrong: tests of read-package.
it('is nothing under a declaration that the package does not bring', () => {
  const problems: ImportProblem[] = []
  const cells = { number: 'QD-2026-0001', declaration: 'qd2015' }
  const row = { file: 'commitments.csv', row: 2, cells, values: {} }
  expect(commitmentIn(row, parts, source, (one) => void problems.push(one))).toBeUndefined()
  expect(problems).toEqual([
    {
      file: 'commitments.csv',
      row: 2,
      column: 'declaration',
      value: 'qd2015',
      code: 'refers-to-nothing',
    },
  ])
})
