/** Makes the demonstration's database: `npx tsx scripts/seed.ts`. Does nothing when it is there. */
import { mkdir } from 'node:fs/promises'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { configOrExit } from '#app/config.server.ts'
import { closeDatabase, openDatabase } from '#app/db/client.server.ts'
import { holdLockOrExit } from '#app/db/lock.server.ts'
import { migrateDatabase } from '#app/db/migrate.server.ts'
import { anyAccount } from '#app/db/read/accounts.server.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'

import { playDemonstration } from './demonstration/play.ts'

const config = configOrExit()
await mkdir(config.dataDir, { recursive: true })
const release = holdLockOrExit(config.dataDir)
const db = await openDatabase(config.databaseUrl)
try {
  await migrateDatabase(db)
  await guardLog({ db, marks: checkpointMarks(config.dataDir) })
  if (await anyAccount(db)) {
    console.log('The demonstration data is there already.')
  } else {
    const began = Date.now()
    await playDemonstration(db, await diskFiles(config.filesDir), new Date(), (done, all) => {
      if (process.stderr.isTTY) process.stderr.write(`\rPlaying the demonstration ${done}/${all}`)
    })
    if (process.stderr.isTTY) process.stderr.write('\n')
    console.log(`The demonstration data is in (${((Date.now() - began) / 1000).toFixed(1)} s).`)
  }
} finally {
  closeDatabase(db)
  release()
}
