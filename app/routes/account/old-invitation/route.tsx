import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

/** Letters of before had the token in the path; what such a page posts is sent on as it is. */
const sendOn = ({ params }: LoaderFunctionArgs) =>
  redirect(paths.invitation(localeOf(params), params['token'] ?? ''), 307)

export const loader = sendOn
export const action = sendOn
