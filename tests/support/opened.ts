import { openedAct, type OpenedAct } from '#app/domain/accountability/opened-act.ts'
import type { Act } from '#app/domain/acts/act.ts'
import { readEntry, sealEntry } from '#app/domain/ledger/entry.ts'

/** Acts as a reader of the log finds them: sealed as entries from `index` on, and opened again. */
export function opened(acts: readonly Act[], from = 0): OpenedAct[] {
  let salt = from * 1000
  const salts = () => {
    salt += 1
    return Uint8Array.from({ length: 32 }, (_, place) => (place < 4 ? salt >> (8 * place) : 7))
  }
  return acts.map((act, place) => {
    const { leaf, disclosures } = sealEntry({
      act: act.kind,
      actor: { org: act.by.organisationId ?? undefined, role: act.by.role },
      at: act.at,
      clauses: act.clauses,
      id: `act_${from + place}`,
      prev: undefined,
      redacts: act.redacts,
      subject: act.subject,
      fields: act.fields,
      salts,
    })
    const texts = disclosures.map(({ disclosure }) => disclosure)
    return openedAct(from + place, readEntry(leaf), leaf, texts)
  })
}

/** The same act with some of its fields changed, or taken away where they are undefined. */
export function saying(act: OpenedAct, fields: Record<string, unknown>): OpenedAct {
  const said = new Map<string, unknown>(act.fields)
  for (const [field, value] of Object.entries(fields))
    if (value === undefined) said.delete(field)
    else said.set(field, value)
  return { ...act, fields: said as OpenedAct['fields'] }
}
