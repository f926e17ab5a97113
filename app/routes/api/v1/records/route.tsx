import { commitmentsData } from '#app/db/read/open-data.server.ts'
import { isCommitmentNumber } from '#app/domain/commitments/number.ts'
import { apiLoader, nextPage, pageAsked } from '#app/http/open-data.server.ts'
import { paths } from '#app/paths.ts'

/** Every public commitment, whole, in the order of their numbers. */
export const loader = apiLoader(async ({ request, context }) => {
  const page = pageAsked(request.url, { isKey: isCommitmentNumber })
  if (page instanceof Response) return page
  const found = await commitmentsData(context.db, page, context.now())
  const numbers = found.commitments.map(({ number }) => number)
  return { ...found, ...nextPage(paths.recordsData(), page, numbers) }
})
