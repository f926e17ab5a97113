import { z } from 'zod'

import type { PublicKind } from '../acts/act.ts'
import { organisationTermsShape, type PublicOrganisation } from '../open-data/organisation.ts'
import { nextOrganisationState } from '../organisations/organisation-state.ts'
import {
  doneAt,
  entryOfAct,
  replaying,
  said,
  unreplayable,
  type OpenedAct,
  type Replayed,
} from './opened-act.ts'

const verifiedFields = z.object({
  ...organisationTermsShape.shape,
  identifier: z.string().nullable().default(null),
  externalId: z.string().nullable().default(null),
  invented: z.boolean().default(false),
})
const reasoned = z.object({ reason: z.string() })

type Move = 'suspend' | 'reinstate'
const moves: ReadonlyMap<string, Move> = new Map<PublicKind, Move>([
  ['org.suspended', 'suspend'],
  ['org.reinstated', 'reinstate'],
])

/** Rebuilds one organisation from its acts in the log, oldest first, and from nothing else. */
export const organisationFromActs = (acts: readonly OpenedAct[]): Replayed<PublicOrganisation> =>
  replaying(() => {
    const [first, ...rest] = acts
    if (first?.entry.act !== 'org.verified')
      return unreplayable('act-out-of-order', first ?? { index: 0 })
    const organisation: PublicOrganisation = {
      ...said(first, verifiedFields),
      id: first.entry.subject,
      state: 'verified',
      joinedAt: doneAt(first),
      suspendedReason: null,
      entries: acts.map(entryOfAct),
    }
    for (const act of rest) {
      const move = moves.get(act.entry.act) ?? unreplayable('act-unknown', act)
      const state = nextOrganisationState(organisation.state, move)
      if (state !== 'verified' && state !== 'suspended')
        return unreplayable('act-out-of-order', act)
      const { reason } = said(act, reasoned)
      organisation.state = state
      organisation.suspendedReason = state === 'suspended' ? reason : null
    }
    return organisation
  })
