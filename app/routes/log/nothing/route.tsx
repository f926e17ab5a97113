import { nothingInLog } from '#app/http/log-surface.server.ts'

/** Programs ask here: they get a plain line, not a page. */
export const loader = () => nothingInLog()
