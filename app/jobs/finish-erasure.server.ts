import type { FileStore } from '#app/adapters/files/file-store.ts'
import type { Database } from '#app/db/client.server.ts'
import { finishErasure as finishErasureNow } from '#app/use-cases/redactions/finish-erasure.server.ts'

export const finishErasure = (db: Database, files: FileStore) => ({
  name: 'finish-erasure',
  when: '20 * * * * *',
  run: (now: Date) => finishErasureNow({ db, files, now }),
})
