import { organisationData } from '#app/db/read/open-data.server.ts'
import { apiLoader, problem, unasked } from '#app/http/open-data.server.ts'

/** One organisation's public record. */
export const loader = apiLoader(async ({ request, context, params }) => {
  const wrong = unasked(request.url)
  if (wrong) return wrong
  const found = await organisationData(context.db, params['id'] ?? '')
  return found ?? problem(404, 'No public organisation has this id.')
})
