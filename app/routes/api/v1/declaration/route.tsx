import type { LoaderFunctionArgs } from '@remix-run/node'

import { declarationData } from '#app/db/read/open-data.server.ts'
import { openData, problem } from '#app/http/open-data.server.ts'

/** One declaration with its settings, themes and clauses. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await declarationData(context.db, params['key'] ?? '')
  return found ? openData(found) : problem(404, 'No declaration has this key.')
}
