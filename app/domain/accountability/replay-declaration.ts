import { z } from 'zod'

import { declarationSchema } from '../declarations/declaration.ts'
import type { PublicDeclaration } from '../open-data/declaration.ts'
import {
  doneAt,
  entryOfAct,
  readAs,
  replaying,
  said,
  unreplayable,
  type OpenedAct,
  type Replayed,
} from './opened-act.ts'

const opening = z.object({
  head: z.record(z.string(), z.json()),
  themeOrder: z.array(z.string()),
  preamble: z.array(z.json()).default([]),
})

/** Rebuilds a declaration from the act that opened it: its whole text, clause by clause. */
export const declarationFromActs = (acts: readonly OpenedAct[]): Replayed<PublicDeclaration> =>
  replaying(() => {
    const [first, second] = acts
    if (first?.entry.act !== 'declaration.opened' || second)
      return unreplayable('act-out-of-order', second ?? first ?? { index: 0 })
    const { head, themeOrder, preamble } = said(first, opening)
    const themes = themeOrder.map((key) => first.fields.get(`theme.${key}`))
    const declaration = readAs(first, declarationSchema, { ...head, preamble, themes })
    if (declaration.key !== first.entry.subject) unreplayable('act-unreadable', first, 'head.key')
    return { ...declaration, openedAt: doneAt(first), entries: acts.map(entryOfAct) }
  })
