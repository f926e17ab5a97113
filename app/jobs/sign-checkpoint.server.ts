import { afterCommit } from '#app/db/after-commit.server.ts'
import {
  signCheckpoint as signCheckpointNow,
  type Signing,
} from '#app/use-cases/ledger/sign-checkpoint.server.ts'

/** Soon after each commit; by the clock as well, should one go unheard. */
export const signCheckpoint = (work: Omit<Signing, 'now'>) => ({
  name: 'sign-checkpoint',
  when: '* * * * * *',
  due: (wake: () => void) => afterCommit(work.db, wake),
  run: (now: Date) => signCheckpointNow({ ...work, now }),
})
