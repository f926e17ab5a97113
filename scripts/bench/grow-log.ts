import type { Database } from '#app/db/client.server.ts'
import { logSize } from '#app/db/read/log-tiles.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordActs } from '#app/db/write/acts.server.ts'
import type { Act } from '#app/domain/acts/act.ts'

const AT_A_TIME = 500
/** Every seventh act is on a commitment of its own; the others follow on it. */
const ACTS_EACH = 7

/**
 * Makes the log `size` entries long by the same function that makes every entry, with acts about
 * commitments that are not there: right for whoever reads the log alone.
 */
export async function growLog(db: Database, size: number, progress: (done: number) => void) {
  for (let from = await logSize(db); from < size; from += AT_A_TIME) {
    const count = Math.min(AT_A_TIME, size - from)
    const acts = Array.from({ length: count }, (_, i) => actAt(from + i))
    await writing(db, (tx) => recordActs(tx, acts))
    progress(from + count)
  }
}

function actAt(place: number): Act {
  const subject = `cmt_bench_${Math.floor(place / ACTS_EACH)}`
  const step = place % ACTS_EACH
  return {
    kind: step === 0 ? 'commitment.published' : 'commitment.amended',
    subject,
    commitmentId: null,
    by: { userId: null, organisationId: 'org_bench', role: 'focal-point' },
    at: new Date(Date.UTC(2026, 0, 1) + place * 60_000),
    clauses: ['qd2015/quality/2'],
    fields: {
      version: step + 1,
      reason: `The districts asked for another term of preparation, for the ${step}th time.`,
      title: { from: `Train ${place} teachers`, to: `Train ${place + 1} teachers` },
      endOn: { from: '2027-12-31', to: '2028-06-30', slippageDays: 182 },
    },
  }
}
