import { CsvError, parse } from 'csv-parse/sync'

import { withoutNul } from '#app/domain/shared/written.ts'

export type CsvRecords = { ok: true; records: string[][] } | { ok: false; row: number }

/**
 * Splits a table into its records, ragged and blank ones too; `row` is where the quotes break.
 * Where decimals are written with a comma, spreadsheets part the cells with semicolons.
 */
export function splitCsv(text: string): CsvRecords {
  const [header = ''] = text.split(/[\r\n]/, 1)
  const delimiter = [',', ';', '\t'].find((mark) => header.includes(mark)) ?? ','
  try {
    const records = parse(withoutNul(text), { bom: true, delimiter, relax_column_count: true })
    return { ok: true, records }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { records } = error as { records?: number }
    return { ok: false, row: (records ?? 0) + 1 }
  }
}
