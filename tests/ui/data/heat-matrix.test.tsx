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
  expect(words(matrix)).toMatch(/Commitments in a cell 0 7$/)
})

it('frames what is missing, says so, and prints a dash for what cannot be measured', () => {
  const shares = said(
    <HeatMatrix
      caption="Share kept"
      corner="Group"
      unit="Per cent"
      words={{ gap: 'addressed, nothing promised', nothing: 'nothing due yet' }}
      columns={[
        { key: '1.1', label: '1.1' },
        { key: '1.2', label: '1.2' },
        { key: '1.3', label: '1.3' },
      ]}
      rows={[
        {
          key: 'g',
          label: 'Governments',
          cells: [{ count: null }, { count: null, gap: true }, { count: 40, href: '/a' }],
        },
      ]}
      totals={{
        column: 'All clauses',
        row: 'All groups',
        ofRows: [{ count: 40 }],
        ofColumns: [{ count: null }, { count: null }, { count: 40 }],
        ofAll: { count: 40, href: '/all' },
      }}
    />,
  )
  expect(shares).toContain('<td class="h0 gap">')
  expect(words(shares)).toContain('– addressed, nothing promised')
  expect(words(shares)).toContain('– nothing due yet')
  expect(shares).toContain('<td class="total"><a href="/all">40</a></td>')
  expect(shares.match(/scope="col"/g)).toHaveLength(5)
  expect(shares.match(/scope="row"/g)).toHaveLength(2)
})
