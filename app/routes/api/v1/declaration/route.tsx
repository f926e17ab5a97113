import { declarationData } from '#app/db/read/open-data.server.ts'
import { apiLoader, problem, unasked } from '#app/http/open-data.server.ts'

/** One declaration with its settings, themes and clauses. */
export const loader = apiLoader(async ({ request, context, params }) => {
  const wrong = unasked(request.url)
  if (wrong) return wrong
  const found = await declarationData(context.db, params['key'] ?? '')
  return found ?? problem(404, 'No declaration has this key.')
})
