import type { HeadersFunction } from '@remix-run/node'

/** What every public page says of itself: anybody may keep it, nobody may skip asking again. */
export const publicHeaders: HeadersFunction = ({ parentHeaders }) => {
  const headers = new Headers(parentHeaders)
  headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  return headers
}
