import type { Database } from '#app/db/client.server.ts'
import { finishAccountErasure } from '#app/use-cases/accounts/finish-account-erasure.server.ts'
import { forgetOld as forgetOldNow } from '#app/use-cases/accounts/forget-old.server.ts'

import type { Job } from './schedule.server.ts'

/** Each night, and at the start: a register that sleeps at night forgets all the same. */
export const forgetOld = (db: Database): Job => ({
  name: 'forget-old',
  when: '30 17 3 * * *',
  run: (now: Date) => forgetOldNow({ db, now }),
  due(wake) {
    wake()
    return () => {}
  },
})

/** What stopped the register may have stopped an erasure between its rows and their pages. */
export const sweepErasedAccounts = (db: Database): Job => ({
  name: 'sweep-erased-accounts',
  when: '50 * * * * *',
  run: (now: Date) => finishAccountErasure({ db, now }),
  due(wake) {
    wake()
    return () => {}
  },
})
