import { writing } from '#app/db/transaction.server.ts'
import { declarationIsOpen, insertDeclaration } from '#app/db/write/declarations.server.ts'
import type { Declaration } from '#app/domain/declarations/declaration.ts'
import * as rules from '#app/domain/declarations/opening.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Opens the register for a declaration: from now on commitments can be made under it. */
export function openDeclaration({ db, actor, now }: Acting, declaration: Declaration, reason = '') {
  return writing(db, async (tx) => {
    const decision = rules.openDeclaration(declaration, actor, now, reason)
    if (!decision.ok) return decision
    if (await declarationIsOpen(tx, declaration)) return refuse('declaration-already-open')

    await insertDeclaration(tx, decision.value.declaration, now)
    await record(tx, decision.value.act)
    return decision
  })
}
