import { FORMAT } from '#app/domain/open-data/commitment.ts'
import { BYTE_ORDER_MARK, csvHeader, csvRow, type Columns } from '#app/domain/open-data/csv.ts'

/** Rows read at once: enough to be quick, few enough that nobody else waits for them. */
const SLICE = 100

/** A long list, some at a time. */
export function slices<one>(all: readonly one[]): one[][] {
  const parts: one[][] = []
  for (let from = 0; from < all.length; from += SLICE) parts.push(all.slice(from, from + SLICE))
  return parts
}

type Rows<row> = AsyncIterable<readonly row[]>

/** A list as a table for people: it begins with the sign that spreadsheets know UTF-8 by. */
export async function* csvList<row>(columns: Columns<row>, rows: Rows<row>) {
  yield BYTE_ORDER_MARK + csvHeader(columns)
  for await (const some of rows) yield some.map((row) => csvRow(columns, row)).join('')
}

/** A list as one JSON object: the format, what `head` says, then `items`, one to a line. */
export async function* jsonList<row>(head: object, rows: Rows<row>) {
  yield `${JSON.stringify({ format: FORMAT, ...head }).slice(0, -1)},"items":[`
  let before = '\n'
  for await (const some of rows) {
    if (some.length === 0) continue
    yield before + some.map((row) => JSON.stringify(row)).join(',\n')
    before = ',\n'
  }
  yield '\n]}\n'
}
