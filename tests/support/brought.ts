import { importPackage } from '#app/use-cases/imports/import-package.server.ts'

import { exportOf } from './exported.ts'
import type { FullRecord } from './full-record.ts'
import { emptyRegister } from './round-trip.ts'
import { daysFromNow, granted } from './world.ts'

export const LATER = daysFromNow(20)

/** The register of a full record as `https://first.example` exports it, brought into an empty one. */
export async function brought(full: FullRecord) {
  const second = await emptyRegister()
  const acting = { db: second.db, actor: second.importer, now: LATER }
  granted(await importPackage(acting, { files: await exportOf(full.db, LATER) }))
  return second
}
