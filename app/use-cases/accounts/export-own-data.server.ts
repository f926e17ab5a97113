import { ownData } from '#app/db/read/own-data.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { refusalOf } from '#app/domain/access/access.ts'
import { actInRole } from '#app/domain/acts/act.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'

/** All that is kept about the actor; that it was taken out is itself kept. */
export async function exportOwnData({ db, actor, now }: Acting) {
  const refused = refusalOf(actor, 'see-own-data', {}, now)
  if (refused) return refuse(refused)
  await writing(db, (tx) =>
    recordAct(tx, actInRole('account.exported', actor.userId, actor, 'person', now)),
  )
  const data = await ownData(db, actor, now)
  return data ? ok(data) : refuse('account-missing')
}
