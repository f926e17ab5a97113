import { openApiDocument } from '#app/domain/open-data/openapi.ts'
import { apiLoader, openHeaders, unasked } from '#app/http/open-data.server.ts'

/** The API as programs read about it. */
export const loader = apiLoader(
  ({ request, context }) =>
    unasked(request.url) ??
    Response.json(openApiDocument(context.origin), { headers: openHeaders }),
)
