import type { ActKind, Json } from '../acts/act.ts'

/** What an act changed about how things stand, and why; each part where the act says it. */
export type Change = { before: string; after: string; reason: string }

const said = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${said(one as Json)}`)
    .join(', ')
}

/** Of these the kind alone says what they change. */
const standings: Partial<Record<ActKind, readonly [before: string, after: string]>> = {
  'org.verified': ['registered', 'verified'],
  'org.refused': ['registered', 'refused'],
  'org.suspended': ['verified', 'suspended'],
  'org.reinstated': ['suspended', 'verified'],
  'declaration.opened': ['not open', 'open'],
}

/** The change of an administrative act; undefined for acts whose words stand elsewhere. */
export function changeIn(
  kind: ActKind,
  fields: Readonly<Record<string, Json>>,
): Change | undefined {
  const [before, after] = standings[kind] ?? [said(fields['before']), said(fields['after'])]
  const reason = said(fields['reason'])
  return before === '' && after === '' && reason === '' ? undefined : { before, after, reason }
}
