import type { LoaderFunctionArgs } from '@remix-run/node'

import { commitmentsData } from '#app/db/read/open-data.server.ts'
import { isCommitmentNumber } from '#app/domain/commitments/number.ts'
import { nextPage, openData, pageAsked } from '#app/http/open-data.server.ts'
import { paths } from '#app/paths.ts'

/** Every public commitment, in the order of their numbers. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageAsked(request.url, isCommitmentNumber)
  if (page instanceof Response) return page
  const found = await commitmentsData(context.db, page, context.now())
  const numbers = found.commitments.map(({ number }) => number)
  return openData({ ...found, ...nextPage(paths.commitmentsData(), page, numbers) })
}
