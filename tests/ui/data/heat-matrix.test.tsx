import { expect, it } from 'vitest'

import { HeatMatrix } from '#app/ui/data/heat-matrix.tsx'
import { said, words } from '#tests/support/said.tsx'

const matrix = said(
  <HeatMatrix
    caption="Commitments by group and clause"
    corner="Group"
    unit="Commitments in a cell"
    columns={[
      { key: '1.1', label: '1.1' },
      { key: '1.2', label: '1.2' },
    ]}
    rows={[{ key: 'g', label: 'Governments', cells: [{ count: 0, href: '/a' }, { count: 7 }] }]}
  />,
)

it('is a table with heads both ways, in a region the keyboard reaches', () => {
  expect(matrix).toContain(
    '<section class="scroll" aria-label="Commitments by group and clause" tabindex="0">',
  )
  expect(matrix.match(/scope="col"/g)).toHaveLength(3)
  expect(matrix.match(/scope="row"/g)).toHaveLength(1)
})

it('zero is printed, linked and never tinted', () => {
  expect(matrix).toContain('<td class="h0"><a href="/a">0</a></td>')
})

it('the legend says what a cell counts and where the shades begin', () => {
  expect(words(matrix)).toMatch(/Commitments in a cell 0 7 and over$/)
})
