import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

import { negotiate } from '#app/i18n/negotiate.ts'
import { paths } from '#app/paths.ts'

/** A person who shortened an address: the log's page, in their language. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(paths.log(negotiate(request.headers.get('Accept-Language') ?? '')), {
    status: 303,
    headers: { Vary: 'Accept-Language', 'Cache-Control': 'no-store' },
  })
}
