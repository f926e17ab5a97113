import { coverageIn, coverageTotal } from '#app/domain/browsing/coverage.ts'
import { filterQuery, readFilters } from '#app/domain/browsing/filters.ts'
import { countsOf, select } from '#app/domain/browsing/public-index.ts'

import type { Database } from '../client.server.ts'
import { openedDeclarations } from './declarations.server.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'

/** One declaration's matrix as an address asks for it: by place and year; else the first one's. */
export async function coveragePage(db: Database, search: URLSearchParams, now: Date) {
  const opened = await openedDeclarations(db)
  const bodies = opened.map(({ body }) => body)
  const body = bodies.find(({ key }) => key === search.get('declaration')) ?? bodies[0]
  const { country, year } = readFilters(search, { declarations: bodies, organisation: undefined })
  const filters = filterQuery({ country, year })
  const index = await publicIndex(db, now)
  const declaration = body && {
    key: body.key,
    code: body.code,
    title: body.title,
    coverage: coverageIn(index, body, filters),
    /** Without the filters. */
    whole: coverageTotal(coverageIn(index, body)),
  }
  const counted = (facet: 'country' | 'year') =>
    body
      ? countsOf(
          index,
          select(index, { ...filters, declaration: [body.key] }, { except: [facet] }),
          facet,
        )
      : []
  return {
    declarations: bodies.map(({ key, title }) => ({ key, title })),
    declaration,
    filters,
    places: counted('country'),
    years: counted('year'),
    record: await recordState(db, now),
  }
}
export type CoveragePage = Awaited<ReturnType<typeof coveragePage>>
