import { placesPage } from '#app/db/read/places.server.ts'
import { base64, fromHex } from '#app/domain/ledger/bytes.ts'
import { FORMAT } from '#app/domain/open-data/commitment.ts'
import { BYTE_ORDER_MARK, csvHeader, csvRow } from '#app/domain/open-data/csv.ts'
import { placeColumns, placeData } from '#app/domain/open-data/places.ts'
import { dataAnswer, dataLoader, type Asked } from '#app/http/data-answer.server.ts'

const placed = ({ context, search }: Asked) => placesPage(context.db, search, context.now())

/** Every country, area and region with its counts, also where there are none. */
export const loader = dataLoader({
  async csv(asked) {
    const { places } = await placed(asked)
    const { t, countryName } = asked.speech
    const columns = placeColumns((code) =>
      code === 'worldwide' ? t('place.worldwide') : countryName(code),
    )
    const lines = placeData(places).map((row) => csvRow(columns, row))
    return dataAnswer(asked, 'csv', BYTE_ORDER_MARK + csvHeader(columns) + lines.join(''))
  },
  async json(asked) {
    const { places, filters, record } = await placed(asked)
    const body = {
      format: FORMAT,
      log: { size: record.size, root: base64(fromHex(record.rootHash)) },
      filters,
      total: places.made,
      items: placeData(places),
    }
    return dataAnswer(asked, 'json', JSON.stringify(body))
  },
})
