import { useSpeak } from '#app/i18n/speak.tsx'

import { heatBreaks, heatStep } from './heat-steps.ts'

export type HeatHead = { key: string; label: string; title?: string; href?: string }
export type HeatCell = { count: number; href?: string | undefined }

/** Counts crossed two ways, as a real table: every cell a link, zero printed as 0. */
export function HeatMatrix(props: {
  caption: string
  /** What the row heads are, for the corner cell. */
  corner: string
  columns: readonly HeatHead[]
  rows: readonly (HeatHead & { cells: readonly HeatCell[] })[]
  /** Says what a cell counts. */
  unit: string
}) {
  const { t, number } = useSpeak()
  const breaks = heatBreaks(props.rows.flatMap((row) => row.cells.map((cell) => cell.count)))
  const head = (one: HeatHead) =>
    one.href ? (
      <a href={one.href} title={one.title}>
        {one.label}
      </a>
    ) : one.title ? (
      <abbr title={one.title}>{one.label}</abbr>
    ) : (
      one.label
    )
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
              {props.columns.map((column) => (
                <th key={column.key} scope="col">
                  {head(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{head(row)}</th>
                {row.cells.map((cell, place) => (
                  <td
                    key={props.columns[place]?.key}
                    className={`h${heatStep(cell.count, breaks)}`}
                  >
                    {cell.href ? (
                      <a href={cell.href}>{number(cell.count)}</a>
                    ) : (
                      <span>{number(cell.count)}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="heat-legend">
        <span>{props.unit}</span>
        <span className="swatch h0">0</span>
        {breaks.map((from, place) => {
          const next = breaks[place + 1]
          return (
            <span key={from} className={`swatch h${heatStep(from, breaks)}`}>
              {next === undefined
                ? t('heat.from', { from })
                : next - 1 === from
                  ? number(from)
                  : t('heat.range', { from, to: next - 1 })}
            </span>
          )
        })}
      </p>
    </>
  )
}
