import { coveragePage } from '#app/db/read/coverage.server.ts'
import { base64, fromHex } from '#app/domain/ledger/bytes.ts'
import { FORMAT } from '#app/domain/open-data/commitment.ts'
import { coverageColumns, coverageData } from '#app/domain/open-data/coverage.ts'
import { BYTE_ORDER_MARK, csvHeader, csvRow } from '#app/domain/open-data/csv.ts'
import { dataAnswer, dataLoader, noSuchData, type Asked } from '#app/http/data-answer.server.ts'

const covered = ({ context, search }: Asked) => coveragePage(context.db, search, context.now())

/** The matrix that the page shows, all of its counts in one, whichever of them the page shows. */
export const loader = dataLoader({
  async csv(asked) {
    const { declaration } = await covered(asked)
    if (!declaration) return noSuchData()
    const lines = coverageData(declaration.coverage).map((row) => csvRow(coverageColumns, row))
    return dataAnswer(asked, 'csv', BYTE_ORDER_MARK + csvHeader(coverageColumns) + lines.join(''))
  },
  async json(asked) {
    const { declaration, filters, record } = await covered(asked)
    if (!declaration) return noSuchData()
    const body = {
      format: FORMAT,
      log: { size: record.size, root: base64(fromHex(record.rootHash)) },
      declaration: declaration.key,
      filters,
      items: coverageData(declaration.coverage),
    }
    return dataAnswer(asked, 'json', JSON.stringify(body))
  },
})
