import type { LoaderFunctionArgs } from '@remix-run/node'

import { commitmentData } from '#app/db/read/open-data.server.ts'
import { openData, problem } from '#app/http/open-data.server.ts'

/** One commitment's whole public record. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await commitmentData(context.db, params['number'] ?? '', context.now())
  return found ? openData(found) : problem(404, 'No public commitment has this number.')
}
