import { filterQuery, readFilters } from '#app/domain/browsing/filters.ts'
import { placesIn, placesWithin } from '#app/domain/browsing/places.ts'
import { countsOf, select } from '#app/domain/browsing/public-index.ts'

import type { Database } from '../client.server.ts'
import { clauseNames, openedDeclarations } from './declarations.server.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'

/** What was promised where, as an address asks for it: by clause, status and year; or one region. */
export async function placesPage(db: Database, search: URLSearchParams, now: Date) {
  const opened = await openedDeclarations(db)
  const asked = readFilters(search, {
    declarations: opened.map(({ body }) => body),
    organisation: undefined,
  })
  const filters = filterQuery({ clause: asked.clause, outcome: asked.outcome, year: asked.year })
  const index = await publicIndex(db, now)
  const counted = (facet: 'clause' | 'outcome' | 'year') =>
    countsOf(index, select(index, filters, { except: [facet] }), facet)
  const wanted = search.get('region') ?? ''
  const places = placesIn(index, filters)
  const shown = placesWithin(places, wanted)
  const isRegion = shown.regions.length > 0
  return {
    places: isRegion ? shown : places,
    /** The region that is shown alone, if one is. */
    region: isRegion ? wanted : undefined,
    /** Without the filters. */
    all: index.ordinals.size,
    filters,
    clauses: [...clauseNames(opened).values()],
    facets: {
      clause: counted('clause'),
      outcome: counted('outcome'),
      year: counted('year'),
    },
    record: await recordState(db, now),
  }
}
export type PlacesPage = Awaited<ReturnType<typeof placesPage>>
