import { problem } from '#app/http/open-data.server.ts'

/** Everything else below `/api`. */
export const loader = () => problem(404, 'Nothing in the open data has this address.')
