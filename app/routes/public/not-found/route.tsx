import { notFound } from '#app/http/responses.server.ts'

export function loader() {
  notFound()
}

// Never shown: the root's own page for 404 is.
export default function Route() {
  return null
}
