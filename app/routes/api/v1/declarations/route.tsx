import type { LoaderFunctionArgs } from '@remix-run/node'

import { declarationsData } from '#app/db/read/open-data.server.ts'
import { openData } from '#app/http/open-data.server.ts'

/** Every declaration that was opened, whole. */
export async function loader({ context }: LoaderFunctionArgs) {
  return openData(await declarationsData(context.db))
}
