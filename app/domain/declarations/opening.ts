import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actInRole, type Json } from '../acts/act.ts'
import { reasonInput } from '../organisations/organisation.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import type { Declaration } from './declaration.ts'

/** Which of the declarations that come along is opened, and why: both are on the record. */
export const openingInput = reasonInput.extend({ declaration: z.string().min(1).max(100) })

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json

/** Opening a declaration puts its whole text, clause by clause, on the public record. */
export function openDeclaration(
  declaration: Declaration,
  actor: Actor,
  now: Date,
  /** What the administrator gave; a script that sets a register up gives none. */
  reason = '',
) {
  const refused = refusalOf(actor, 'open-declaration', {}, now)
  if (refused) return refuse(refused)

  const { preamble, themes, ...head } = declaration
  // A leaf hides the order of its fields: a reader of the log puts the themes in this one.
  const fields: Record<string, Json> = {
    head: plain(head),
    themeOrder: themes.map(({ key }) => key),
  }
  if (reason !== '') fields['reason'] = reason
  if (preamble.length > 0) fields['preamble'] = plain(preamble)
  for (const theme of themes) fields[`theme.${theme.key}`] = plain(theme)
  const act = actInRole('declaration.opened', declaration.key, actor, 'administrator', now, {
    fields,
  })
  return ok({ declaration, act })
}
