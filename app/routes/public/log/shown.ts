import type { logPage } from '#app/db/read/log-acts.server.ts'
import type { witnessing } from '#app/db/read/witnesses.server.ts'

/** What the log's page is handed. */
export type Log = Awaited<ReturnType<typeof logPage>> & {
  origin: string
  vkey: string
  /** Whom the policy names, and how far each has followed the log. */
  witnesses: Awaited<ReturnType<typeof witnessing>>
  stopped: boolean
}
