import type { LoaderFunctionArgs } from '@remix-run/node'

import { addDays, dayOf } from '#app/domain/shared/dates.ts'
import { paths } from '#app/paths.ts'

/** Whoever fetches it today may rely on it for half a year; RFC 9116 wants less than a year. */
const GOOD_FOR_DAYS = 180

const plain = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'public, max-age=0, must-revalidate',
}

/** Where to report a weakness, as RFC 9116 has it. Without a contact there is no such file. */
export function loader({ context }: LoaderFunctionArgs) {
  const { origin, securityContact: contact } = context
  const policy = origin + paths.security('en')
  if (contact === undefined) {
    const why = context.demonstration
      ? 'This is a demonstration on one machine: nobody reads reports here.'
      : 'Whoever runs this register has not named a contact (SECURITY_CONTACT) yet.'
    return new Response(`${why}\nSee ${policy}\n`, { status: 404, headers: plain })
  }
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${addDays(dayOf(context.now()), GOOD_FOR_DAYS)}T00:00:00Z`,
    'Preferred-Languages: en',
    `Canonical: ${origin}${paths.securityTxt()}`,
    `Policy: ${policy}`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: plain })
}
