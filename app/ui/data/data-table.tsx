import type { ReactNode } from 'react'

import { useSpeak } from '#app/i18n/speak.tsx'

export type Column<row> = {
  key: string
  label: string
  cell: (row: row) => ReactNode
  /** The cell that names its row: exactly one column should be it. */
  header?: boolean
  numeric?: boolean
  /** The link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined
}

/** A real table; on a narrow page each row becomes a block with its heads repeated. */
export function DataTable<row>(props: {
  caption: string
  /** The caption is heard but not seen: a heading above says the same. */
  quietCaption?: boolean
  columns: readonly Column<row>[]
  rows: readonly row[]
  rowKey: (row: row) => string
  dense?: boolean
  empty?: ReactNode
}) {
  const { t } = useSpeak()
  if (props.rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>
  return (
    <table className={props.dense ? 'data dense' : 'data'}>
      <caption className={props.quietCaption ? 'visually-hidden' : undefined}>
        {props.caption}
      </caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.numeric ? 'numeric' : undefined}
              aria-sort={column.sort?.direction}
            >
              {column.sort ? (
                <a href={column.sort.href} title={t('sort.by', { column: column.label })}>
                  {column.label}
                </a>
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)}>
            {props.columns.map((column) => {
              const Cell = column.header ? 'th' : 'td'
              return (
                <Cell
                  key={column.key}
                  scope={column.header ? 'row' : undefined}
                  className={column.numeric ? 'numeric' : undefined}
                  data-label={column.label}
                >
                  {column.cell(row)}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
