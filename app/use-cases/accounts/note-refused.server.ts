import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveRefusedAttempt, type Attempt } from '#app/db/write/refused-attempts.server.ts'

/** Keeps for administrators what somebody tried and was refused. No act came of it. */
export const noteRefused = (db: Database, attempt: Attempt) =>
  writing(db, (tx) => saveRefusedAttempt(tx, attempt))
