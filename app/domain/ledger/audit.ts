import type { Json } from './canonical-json.ts'
import { openEntry, ORDER_SLACK_MS, readEntry, type Entry, type OpeningProblem } from './entry.ts'
import { LedgerError } from './ledger-error.ts'
import { leafHash, rootOf } from './merkle.ts'
import type { Hashes } from './tile-tree.ts'
import { TILE_WIDTH } from './tile.ts'

/** What is published beside an entry: what is open, and which later entry is said to withhold what. */
export type ServedOpenings = {
  readonly d: readonly string[]
  readonly withheld: readonly { readonly digest: string; readonly redaction: number }[]
}

export type AuditCode =
  | Exclude<OpeningProblem['code'], 'digest-unopened'>
  | 'not-an-entry'
  | 'id-repeated'
  | 'prev-differs'
  | 'time-runs-backwards'
  | 'withheld-without-reason'
  | 'redaction-not-applied'
  | 'redaction-of-nothing'

export type AuditProblem = { code: AuditCode; index: number }

/** A log being read from its first entry on. It grows with each entry that is audited. */
export type Audit = {
  /** Of every entry so far, 32 bytes each. */
  leafHashes: Uint8Array[]
  problems: AuditProblem[]
  /** The newest act on each subject, and every act's id. */
  newest: Map<string, string>
  ids: Set<string>
  /** The latest time any of them names, in milliseconds since 1970. */
  latest: number
  /** By entry: the digests said to be withheld, and by which entry, until that entry is read. */
  claims: Map<number, Map<string, number>>
  /** Redactions of what was open when it was read: withheld since, or never. */
  unheeded: { index: number; of: number; digest: string }[]
}

export type AuditedEntry = {
  index: number
  entry: Entry
  /** 32 bytes. */
  hash: Uint8Array
  fields: Map<string, Json>
}

export const startAudit = (): Audit => ({
  leafHashes: [],
  problems: [],
  newest: new Map(),
  ids: new Set(),
  latest: 0,
  claims: new Map(),
  unheeded: [],
})

/**
 * Audits the next entry: that its bytes are canonical and an entry, that time does not run
 * backwards and no act on its subject was left out, and that each digest is opened or said to be withheld.
 * Whether what is said to be withheld was ordered withheld shows when that order is read.
 * @param leaf its bytes, from a bundle
 * @param served what is published beside it
 * @returns what it says; undefined when its bytes are no entry, which is one of the problems
 */
export function auditEntry(
  audit: Audit,
  leaf: Uint8Array,
  served: ServedOpenings,
): AuditedEntry | undefined {
  const index = audit.leafHashes.length
  const report = (code: AuditCode) => audit.problems.push({ code, index })
  const hash = leafHash(leaf)
  audit.leafHashes.push(hash)
  const entry = entryIn(leaf)
  if (entry === undefined) {
    report('not-an-entry')
    return undefined
  }
  if (audit.ids.has(entry.id)) report('id-repeated')
  audit.ids.add(entry.id)
  if (audit.newest.get(entry.subject) !== entry.prev) report('prev-differs')
  audit.newest.set(entry.subject, entry.id)
  const at = Date.parse(entry.at)
  if (at < audit.latest - ORDER_SLACK_MS) report('time-runs-backwards')
  audit.latest = Math.max(audit.latest, at)

  const said = new Map(served.withheld.map(({ digest, redaction }) => [digest, redaction]))
  const { fields, problems } = openEntry(entry, served.d, [...said.keys()])
  for (const { code } of problems)
    report(code === 'digest-unopened' ? 'withheld-without-reason' : code)
  if (said.size < served.withheld.length) report('opening-repeated')
  if (said.size > 0) audit.claims.set(index, said)
  if (entry.redacts) heed(audit, index, entry.redacts)
  return { index, entry, hash, fields }
}

/** An order to withhold: what it names must be withheld, by this very entry. */
function heed(audit: Audit, index: number, { of, digests }: NonNullable<Entry['redacts']>) {
  if (of >= index) {
    audit.problems.push({ code: 'redaction-of-nothing', index })
    return
  }
  const claims = audit.claims.get(of)
  for (const digest of digests) {
    if (claims?.get(digest) === index) claims.delete(digest)
    else audit.unheeded.push({ index, of, digest })
  }
}

/** What is said to be withheld by entries that are yet to be read, the furthest of them. */
export function awaitedSize(audit: Audit): number {
  let furthest = 0
  for (const claims of audit.claims.values())
    for (const redaction of claims.values()) furthest = Math.max(furthest, redaction + 1)
  return furthest
}

/** Everything that is wrong with the log as far as it was read. */
export function auditProblems({ problems, claims, unheeded }: Audit): AuditProblem[] {
  const unordered = [...claims]
    .filter(([, digests]) => digests.size > 0)
    .map(([index]) => ({ code: 'withheld-without-reason' as const, index }))
  const ignored = [...new Set(unheeded.map(({ of }) => of))]
  return [
    ...problems,
    ...unordered,
    ...ignored.map((index) => ({ code: 'redaction-not-applied' as const, index })),
  ].toSorted((a, b) => a.index - b.index)
}

/**
 * The hashes of a log in tile coordinates, worked out from its leaf hashes; each level once.
 * @param leafHashes 32 bytes each, in log order; those added later count as well
 */
export function hashesFrom(leafHashes: readonly Uint8Array[]): Hashes {
  const levels: Uint8Array[][] = []
  const levelOf = (level: number): readonly Uint8Array[] => {
    if (level === 0) return leafHashes
    const below = levelOf(level - 1)
    const known = (levels[level] ??= [])
    while ((known.length + 1) * TILE_WIDTH <= below.length) {
      const start = known.length * TILE_WIDTH
      known.push(rootOf(below.slice(start, start + TILE_WIDTH)))
    }
    return known
  }
  return (level, start, end) => Promise.resolve(levelOf(level).slice(start, end))
}

function entryIn(leaf: Uint8Array): Entry | undefined {
  try {
    return readEntry(leaf)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}
