import { organisationsData } from '#app/db/read/open-data.server.ts'
import { isOrganisationId } from '#app/domain/organisations/organisation.ts'
import { apiLoader, nextPage, pageAsked } from '#app/http/open-data.server.ts'
import { paths } from '#app/paths.ts'

/** Every public organisation, in the order of their ids. */
export const loader = apiLoader(async ({ request, context }) => {
  const page = pageAsked(request.url, { isKey: isOrganisationId })
  if (page instanceof Response) return page
  const found = await organisationsData(context.db, page)
  const ids = found.organisations.map(({ id }) => id)
  return { ...found, ...nextPage(paths.organisationsData(), page, ids) }
})
