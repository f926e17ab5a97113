import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

import { negotiate } from '#app/i18n/negotiate.ts'
import { paths } from '#app/paths.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return redirect(paths.home(negotiate(request.headers.get('Accept-Language') ?? '')), {
    status: 302,
    headers: { Vary: 'Accept-Language', 'Cache-Control': 'no-store' },
  })
}
