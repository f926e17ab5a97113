import { expect, it } from 'vitest'

import { DataTable } from '#app/ui/data/data-table.tsx'
import { said, words } from '#tests/support/said.tsx'

const table = (rows: string[]) =>
  said(
    <DataTable
      caption="Commitments"
      columns={[
        { key: 'n', label: 'Number', header: true, cell: (row: string) => row },
        {
          key: 'd',
          label: 'Due',
          cell: () => 'May',
          sort: { href: '?s', direction: 'descending' },
        },
        { key: 'o', label: 'Status', cell: () => 'Kept', sort: { href: '?o' } },
      ]}
      rows={rows}
      rowKey={(row) => row}
      empty={<p>Nobody promised anything.</p>}
    />,
  )

it('only the column sorted by says how', () => {
  expect(table(['1']).match(/aria-sort="\w+"/g)).toEqual(['aria-sort="descending"'])
})

it('each cell carries its head along, for a page too narrow for heads', () => {
  expect(table(['1'])).toContain('<td data-label="Due">May</td>')
  expect(table(['1'])).toContain('<th scope="row" data-label="Number">1</th>')
})

it('an empty table gives its reason instead', () => {
  expect(words(table([]))).toBe('Nobody promised anything.')
})
