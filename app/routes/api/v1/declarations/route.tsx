import { declarationsData } from '#app/db/read/open-data.server.ts'
import { apiLoader, unasked } from '#app/http/open-data.server.ts'

/** Every declaration that was opened, whole. */
export const loader = apiLoader(
  async ({ request, context }) => unasked(request.url) ?? (await declarationsData(context.db)),
)
