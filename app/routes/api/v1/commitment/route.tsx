import { commitmentData } from '#app/db/read/open-data.server.ts'
import { apiLoader, problem, unasked } from '#app/http/open-data.server.ts'

/** One commitment's whole public record. */
export const loader = apiLoader(async ({ request, context, params }) => {
  const wrong = unasked(request.url)
  if (wrong) return wrong
  const found = await commitmentData(context.db, params['number'] ?? '', context.now())
  return found ?? problem(404, 'No public commitment has this number.')
})
