import type { LoaderFunctionArgs } from '@remix-run/node'

import { organisationData } from '#app/db/read/open-data.server.ts'
import { openData, problem } from '#app/http/open-data.server.ts'

/** One organisation's public record. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await organisationData(context.db, params['id'] ?? '')
  return found ? openData(found) : problem(404, 'No public organisation has this id.')
}
