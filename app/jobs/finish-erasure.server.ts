import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Database } from '#app/db/client.server.ts'
import { finishErasure as finishErasureNow } from '#app/use-cases/redactions/finish-erasure.server.ts'

import type { Job } from './schedule.server.ts'

/** Also at the start: what stopped the register may have stopped an erasure. */
export const finishErasure = (db: Database, files: FileStore): Job => ({
  name: 'finish-erasure',
  when: '20 * * * * *',
  run: (now: Date) => finishErasureNow({ db, files, now }),
  due(wake) {
    wake()
    return () => {}
  },
})
