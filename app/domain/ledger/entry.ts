import { z } from 'zod'

import { base64url, fromUtf8 } from './bytes.ts'
import { readCanonical, writeCanonical, type Json } from './canonical-json.ts'
import {
  digestOf,
  disclose,
  DisclosureError,
  openDisclosure,
  type Disclosure,
  type Opening,
} from './disclosure.ts'
import { LedgerError } from './ledger-error.ts'
import { leafHash } from './merkle.ts'

export type EntryCode = 'not-an-entry' | 'salt-reused'
export class EntryError extends LedgerError<EntryCode> {}

/**
 * How far an entry's time may lie behind that of an earlier one, in milliseconds: acts name the
 * moment they were decided, and enter the log when their turn comes. More is a clock gone wrong.
 */
export const ORDER_SLACK_MS = 600_000

/** The act that withholds what an earlier entry disclosed. */
const REDACTION = 'content.redacted'

// Leaves are for ever: these grammars leave no room for a name, a sentence, an address or a URL.
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const word = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/)
const kind = z.string().regex(/^[a-z][a-z-]{0,31}\.[a-z][a-z-]{0,31}$/)
const clause = z.string().regex(/^(?!.*\/\/)[a-z0-9][a-z0-9./-]{0,63}$/)
const digest = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)
const second = z.iso.datetime({ precision: 0 })

const redacts = z.strictObject({
  basis: word,
  digests: z.array(digest).min(1).refine(isStrictlyRising, 'digests are sorted, each stands once'),
  of: z.int().min(0),
})

const entrySchema = z
  .strictObject({
    act: kind,
    actor: z.strictObject({ org: id.exactOptional(), role: word }),
    at: second,
    clauses: z.array(clause),
    d: z.array(digest).refine(isStrictlyRising, 'digests are sorted, each stands once'),
    id,
    prev: id.exactOptional(),
    redacts: redacts.exactOptional(),
    subject: id,
    v: z.literal(1),
  })
  .refine((entry) => (entry.act === REDACTION) === (entry.redacts !== undefined), {
    path: ['redacts'],
    message: 'stands in a redaction, and nowhere else',
  })

/**
 * The leaf of a public act, as its JSON reads (docs/public-log.md):
 * `act` what happened, e.g. `milestone.reported`; `actor` the organisation, if any, and the role
 * that acted; `at` UTC to the second; `clauses` the act bears on; `d` sorted digests of its
 * disclosures; `id` of the act; `prev` the act before it on the same `subject`, if any; `redacts`,
 * in a redaction alone: which digests of which entry it withholds, and on what basis; `v` 1.
 */
export type Entry = z.infer<typeof entrySchema>

export type ActToSeal = {
  act: string
  actor: { org: string | undefined; role: string }
  at: Date
  clauses: readonly string[]
  id: string
  prev: string | undefined
  redacts?: { basis: string; digests: readonly string[]; of: number } | undefined
  subject: string
  /** What the act says, one disclosure for each field. Only its digest enters the leaf. */
  fields: Readonly<Record<string, unknown>>
  /** Called once for each field: 32 fresh random bytes. */
  salts: () => Uint8Array
}

export type SealedField = Disclosure & { readonly field: string }

export type SealedEntry = {
  /** Canonical JSON, at most 8,192 bytes: what the log commits to and serves. */
  leaf: Uint8Array
  /** RFC 6962 leaf hash of `leaf`, 32 bytes. */
  leafHash: Uint8Array
  /** In the order of the fields. Published beside the log, erasable. */
  disclosures: SealedField[]
}

/**
 * Turns a public act into its leaf and the disclosures beside it.
 * @throws {EntryError} `not-an-entry` when a member is not of its grammar; `salt-reused`
 * @throws {CanonicalError} `leaf-too-large`: beyond about 170 fields
 * @throws {DisclosureError} when a salt is not 32 bytes or a field is not JSON
 */
export function sealEntry(input: ActToSeal): SealedEntry {
  const { act, actor, at, clauses, id, prev, redacts: withheld, subject } = input
  const disclosures = sealFields(input)
  const entry = entryOf({
    act,
    actor: { ...(actor.org === undefined ? {} : { org: actor.org }), role: actor.role },
    at: secondOf(at),
    clauses: [...clauses],
    d: disclosures.map((sealed) => sealed.digest).toSorted(),
    id,
    ...(prev === undefined ? {} : { prev }),
    ...(withheld && { redacts: { ...withheld, digests: withheld.digests.toSorted() } }),
    subject,
    v: 1,
  })
  const leaf = writeCanonical(entry)
  return { leaf, leafHash: leafHash(leaf), disclosures }
}

/**
 * Reads a leaf's bytes back.
 * @throws {CanonicalError} when the bytes are not canonical JSON of at most 8,192 bytes
 * @throws {EntryError} `not-an-entry` for a missing, unknown or ill-formed member
 */
export const readEntry = (leaf: Uint8Array): Entry => entryOf(readCanonical(leaf))

/**
 * The same of bytes whose hash was found to be the one the log holds: what they say, without
 * proving once more that they are the one canonical way to say it.
 * @throws {EntryError} `not-an-entry` for what is no JSON, or a missing, unknown or ill-formed member
 */
export function readKnownEntry(leaf: Uint8Array): Entry {
  let value: unknown
  try {
    value = JSON.parse(fromUtf8(leaf))
  } catch {
    throw new EntryError('not-an-entry')
  }
  return entryOf(value)
}

export type OpeningProblem = {
  code:
    | 'digest-unopened'
    | 'opening-unknown'
    | 'opening-repeated'
    | 'opening-malformed'
    | 'field-repeated'
    | 'opened-though-withheld'
    | 'withheld-unknown'
  /** Of the disclosure or the withheld field in question, base64url. */
  digest: string
}

export type OpenedEntry = {
  /** What each opened field says. Of a withheld one nothing stands here. */
  fields: Map<string, Json>
  problems: OpeningProblem[]
}

/**
 * Opens an entry by the rule that makes erasure visible: each of its digests is either opened by a
 * disclosure or named withheld by a later redaction, and nothing else is taken for its content.
 * @param disclosures as published beside the entry
 * @param withheldDigests which later `content.redacted` entries name for this entry
 * @returns no problem when the content is whole; `digest-unopened` is content withheld without a
 *   reason
 */
export function openEntry(
  entry: Pick<Entry, 'd'>,
  disclosures: readonly string[],
  withheldDigests: readonly string[],
): OpenedEntry {
  const committed = new Set(entry.d)
  const withheld = new Set(withheldDigests)
  const opened = new Set<string>()
  const fields = new Map<string, Json>()
  const problems: OpeningProblem[] = []

  for (const disclosure of disclosures) {
    const digest = digestOf(disclosure)
    const report = (code: OpeningProblem['code']) => problems.push({ code, digest })
    if (!committed.has(digest)) {
      report('opening-unknown')
    } else if (opened.has(digest)) {
      report('opening-repeated')
    } else {
      opened.add(digest)
      if (withheld.has(digest)) report('opened-though-withheld')
      const opening = openingOf(disclosure)
      if (opening === undefined) report('opening-malformed')
      else if (fields.has(opening.field)) report('field-repeated')
      else fields.set(opening.field, opening.value)
    }
  }
  for (const digest of committed) {
    if (!opened.has(digest) && !withheld.has(digest)) {
      problems.push({ code: 'digest-unopened', digest })
    }
  }
  for (const digest of withheld) {
    if (!committed.has(digest)) problems.push({ code: 'withheld-unknown', digest })
  }
  return { fields, problems }
}

/** What is wrong with what is published beside an entry: `openEntry` without what it says. */
export const checkOpenings = (
  entry: Pick<Entry, 'd'>,
  disclosures: readonly string[],
  withheldDigests: readonly string[],
): OpeningProblem[] => openEntry(entry, disclosures, withheldDigests).problems

function sealFields({ fields, salts }: Pick<ActToSeal, 'fields' | 'salts'>): SealedField[] {
  const used = new Set<string>()
  return Object.entries(fields).map(([field, value]) => {
    const salt = salts()
    const spelled = base64url(salt)
    if (used.has(spelled)) throw new EntryError('salt-reused', field)
    used.add(spelled)
    return { field, ...disclose(salt, field, value) }
  })
}

function entryOf(value: unknown): Entry {
  const entry = entrySchema.safeParse(value)
  if (entry.success) return entry.data
  const [issue] = entry.error.issues
  throw new EntryError('not-an-entry', issue && `${issue.path.join('.')}: ${issue.message}`)
}

function secondOf(instant: Date): string {
  if (Number.isNaN(instant.getTime())) throw new EntryError('not-an-entry', 'at: no such instant')
  return `${instant.toISOString().slice(0, -'.000Z'.length)}Z`
}

function openingOf(disclosure: string): Opening | undefined {
  try {
    return openDisclosure(disclosure)
  } catch (error) {
    if (error instanceof DisclosureError) return undefined
    throw error
  }
}

function isStrictlyRising(digests: readonly string[]): boolean {
  return digests.every((text, i) => i === 0 || (digests[i - 1] ?? '') < text)
}
