import { useSpeak } from '#app/i18n/speak.tsx'

import { heatBreaks, heatStep } from './heat-steps.ts'

export type HeatHead = { key: string; label: string; title?: string; href?: string | undefined }
export type HeatCell = {
  /** What is printed and shaded; null where there is nothing to measure. */
  count: number | null
  href?: string | undefined
  /** Something is missing here: framed, whatever the count, and said. */
  gap?: boolean
}
type Totals = {
  /** The heads of the last column and the last row. */
  column: string
  row: string
  ofRows: readonly HeatCell[]
  ofColumns: readonly HeatCell[]
  ofAll: HeatCell
}

/** Counts crossed two ways, as a real table: every number a link, zero printed as 0. */
export function HeatMatrix(props: {
  caption: string
  /** What the row heads are, for the corner cell. */
  corner: string
  columns: readonly HeatHead[]
  rows: readonly (HeatHead & { cells: readonly HeatCell[] })[]
  /** Says what a cell counts. */
  unit: string
  /** What is read out, and stands in the legend, for a gap and for what cannot be measured. */
  words?: { gap: string; nothing: string }
  totals?: Totals
}) {
  const { t, number } = useSpeak()
  const { columns, rows, words, totals } = props
  const counts = rows.flatMap((row) => row.cells.map((cell) => cell.count ?? 0))
  const breaks = heatBreaks(counts)
  const cellOf = ({ count, href, gap }: HeatCell, key: string, isTotal = false) => {
    const shade = isTotal ? 'total' : `h${heatStep(count ?? 0, breaks)}`
    const said = count === null ? '–' : number(count)
    return (
      <td key={key} className={gap ? `${shade} gap` : shade}>
        {href ? (
          <a href={href}>{said}</a>
        ) : (
          <span>
            {said}
            {words && (gap || count === null) && (
              <span className="visually-hidden">{` ${gap ? words.gap : words.nothing}`}</span>
            )}
          </span>
        )}
      </td>
    )
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={props.caption} tabIndex={0}>
        <table className="heat">
          <caption>
            <span>{props.caption}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{props.corner}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  <Head of={column} />
                </th>
              ))}
              {totals && <th scope="col">{totals.column}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={row.key}>
                <th scope="row">
                  <Head of={row} />
                </th>
                {row.cells.map((cell, column) => cellOf(cell, columns[column]?.key ?? ''))}
                {totals && cellOf(totals.ofRows[place] ?? { count: null }, 'total', true)}
              </tr>
            ))}
          </tbody>
          {totals && (
            <tfoot>
              <tr>
                <th scope="row">{totals.row}</th>
                {totals.ofColumns.map((cell, column) =>
                  cellOf(cell, columns[column]?.key ?? '', true),
                )}
                {cellOf(totals.ofAll, 'total', true)}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      <p className="heat-legend">
        <span>{props.unit}</span>
        <span className="swatch h0">{number(0)}</span>
        {breaks.map((from, place) => {
          const next = breaks[place + 1]
          const to = next === undefined ? Math.max(...counts) : next - 1
          return (
            <span key={from} className={`swatch h${heatStep(from, breaks)}`}>
              {to === from ? number(from) : t('heat.range', { from, to })}
            </span>
          )
        })}
        {words && rows.some(({ cells }) => cells.some(({ gap }) => gap)) && (
          <span className="meaning">
            <span className="swatch h0 gap" aria-hidden="true">
              0
            </span>{' '}
            {words.gap}
          </span>
        )}
        {words && rows.some(({ cells }) => cells.some(({ count }) => count === null)) && (
          <span className="meaning">
            <span className="swatch h0" aria-hidden="true">
              –
            </span>{' '}
            {words.nothing}
          </span>
        )}
      </p>
    </>
  )
}

function Head({ of: { href, title, label } }: { of: HeatHead }) {
  if (href)
    return (
      <a href={href} title={title}>
        {label}
      </a>
    )
  return title ? <abbr title={title}>{label}</abbr> : <>{label}</>
}
