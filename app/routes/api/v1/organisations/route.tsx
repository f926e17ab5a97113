import type { LoaderFunctionArgs } from '@remix-run/node'

import { organisationsData } from '#app/db/read/open-data.server.ts'
import { isOrganisationId } from '#app/domain/organisations/organisation.ts'
import { nextPage, openData, pageAsked } from '#app/http/open-data.server.ts'
import { paths } from '#app/paths.ts'

/** Every public organisation, in the order of their ids. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageAsked(request.url, isOrganisationId)
  if (page instanceof Response) return page
  const found = await organisationsData(context.db, page)
  const ids = found.organisations.map(({ id }) => id)
  return openData({ ...found, ...nextPage(paths.organisationsData(), page, ids) })
}
