import type { z } from 'zod'

import type { Json } from '../acts/act.ts'
import { readTold, TOLD, type Told } from '../acts/told.ts'
import { base64 } from '../ledger/bytes.ts'
import type { Json as ReadJson } from '../ledger/canonical-json.ts'
import { openDisclosure } from '../ledger/disclosure.ts'
import type { Entry } from '../ledger/entry.ts'
import { leafHash } from '../ledger/merkle.ts'
import type { EntryShape } from '../open-data/commitment.ts'

/** An entry of the public log with what it says: what a record is rebuilt from. */
export type OpenedAct = {
  index: number
  entry: Entry
  /** RFC 6962's, in base64. */
  leafHash: string
  /** The opened disclosures by their field; of a withheld one nothing stands here. */
  fields: ReadonlyMap<string, Json>
}

/** An act as `openEntry` opened it; `hash` is its leaf's, 32 bytes. */
export const actIn = (
  index: number,
  entry: Entry,
  hash: Uint8Array,
  fields: ReadonlyMap<string, ReadJson>,
): OpenedAct => ({
  index,
  entry,
  leafHash: base64(hash),
  fields: fields as OpenedAct['fields'],
})

/** An entry opened by disclosures that were checked before. */
export const openedAct = (
  index: number,
  entry: Entry,
  leaf: Uint8Array,
  disclosures: readonly string[],
): OpenedAct => {
  const opened = disclosures.map((text) => {
    const { field, value } = openDisclosure(text)
    return [field, value] as const
  })
  return actIn(index, entry, leafHash(leaf), new Map(opened))
}

export const entryOfAct = ({ index, entry, leafHash: hash }: OpenedAct): EntryShape => ({
  index,
  act: entry.act,
  subject: entry.subject,
  at: entry.at,
  leafHash: hash,
})

/** What an act says of the register it was done in, if it is one that an import tells. */
export const toldOf = ({ fields }: Pick<OpenedAct, 'fields'>): Told | undefined =>
  readTold(fields.get(TOLD))

/** When it was done: in this register as it was entered, in another as that one tells it. */
export const doneAt = (act: OpenedAct): string => toldOf(act)?.at ?? act.entry.at

export type ReplayCode =
  | 'act-unreadable'
  | 'act-out-of-order'
  | 'act-unknown'
  | 'subject-unknown'
  | 'declaration-unknown'
  | 'redaction-of-nothing'
/** Why acts make no record: which entry, and what of it. */
export type ReplayProblem = { code: ReplayCode; index: number; where: string }

class Unreplayable extends Error {
  constructor(readonly problem: ReplayProblem) {
    super(`${problem.code}: entry ${problem.index} ${problem.where}`)
  }
}

export function unreplayable(code: ReplayCode, { index }: { index: number }, where = ''): never {
  throw new Unreplayable({ code, index, where })
}

export type Replayed<value> = { ok: true; value: value } | { ok: false; problem: ReplayProblem }

/** Runs a fold; an act it cannot follow becomes the problem that is told. */
export function replaying<value>(fold: () => value): Replayed<value> {
  try {
    return { ok: true, value: fold() }
  } catch (error) {
    if (error instanceof Unreplayable) return { ok: false, problem: error.problem }
    throw error
  }
}

/** The fields of an act in the shape its kind has; what the shape does not name is left out. */
export function said<shape extends z.ZodType>(act: OpenedAct, shape: shape): z.infer<shape> {
  return readAs(act, shape, Object.fromEntries(act.fields))
}

/** One value out of an act, in its shape. */
export function readAs<shape extends z.ZodType>(
  act: OpenedAct,
  shape: shape,
  value: unknown,
  where = '',
): z.infer<shape> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const path = read.error.issues[0]?.path.map(String) ?? []
  return unreplayable('act-unreadable', act, [where, ...path].filter(Boolean).join('.'))
}
