import { z } from 'zod'

import { refusalOf, type Permission } from '../access/access.ts'
import { actInRole, type Act, type Json, type PublicKind } from '../acts/act.ts'
import { isPublicCommitment } from '../commitments/commitment-state.ts'
import { clausesOfTerms, partyIdsOf, type Commitment } from '../commitments/commitment.ts'
import { nextEvidenceState } from '../evidence/evidence-state.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { bearsNoSign, SIGN_TYPED, written, writtenLength } from '../shared/written.ts'
import {
  nextRedactionState,
  redactionBases,
  type RedactionBasis,
  type RedactionState,
} from './redaction-state.ts'
import {
  lettersLeft,
  remainsField,
  whatRemains,
  withoutWords,
  wordsStandingIn,
  type Wish,
} from './withhold.ts'

export const MAX_WORDS = 20
const LEAST_REASON = 10
/** Two letters would take half of every text with them; one Chinese character is a word. */
const LEAST_WORD = 3
/** Half a character: no form sends one. */
const LONE = /\p{Cs}/u

/** One to a line as a form has them, or a list. */
const wordsSchema = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((typed) =>
    (typeof typed === 'string' ? typed.split('\n') : typed)
      .map((word) => word.normalize('NFC').trim())
      .filter((word) => word !== ''),
  )
  .transform((words) => [...new Set(words)])
  .refine((words) => words.length <= MAX_WORDS, 'words-too-many')
  .refine((words) => words.every((word) => writtenLength(word) >= LEAST_WORD), 'words-too-short')
  .refine((words) => words.every((word) => word.length <= 6000), 'too-long')
  .refine((words) => words.every((word) => bearsNoSign(word) && !LONE.test(word)), SIGN_TYPED)

export const redactionInput = z
  .object({
    words: wordsSchema,
    evidenceIds: z.array(z.string().max(64)).max(100, 'too-many').default([]),
    basis: z.enum(redactionBases, { error: 'missing' }),
    reason: written(LEAST_REASON, 1000),
  })
  .refine(({ words, evidenceIds }) => words.length + evidenceIds.length > 0, {
    path: ['words'],
    message: 'words-or-evidence',
  })
  .refine(({ words, reason }) => !repeats(reason, words), {
    path: ['reason'],
    message: 'reason-repeats-words',
  })
export type RedactionInput = z.infer<typeof redactionInput>

/** The reason is printed: it must not say what it withholds, in whatever case, also in an address. */
function repeats(reason: string, words: readonly string[]): boolean {
  const low = (text: string) => text.toLowerCase()
  return wordsStandingIn([reason, unescaped(reason)].map(low), words.map(low)).length > 0
}

/** With what addresses spell in percent signs read as letters, where it is any. */
const unescaped = (text: string) =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (spelled) => {
    try {
      return decodeURIComponent(spelled)
    } catch {
      return spelled
    }
  })

/** Why the second person does not carry it out. */
export const refusalInput = z.object({ reason: written(LEAST_REASON, 2000) })

/** A wish to withhold words or evidence from one public record. */
export type Redaction = {
  id: string
  commitmentId: string
  state: RedactionState
  basis: RedactionBasis
  reason: string
  /** Empty once it is decided: who withholds words keeps no list of them. */
  words: readonly string[]
  evidenceIds: readonly string[]
  proposedBy: string
  proposedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  refusedReason: string
}

/** Whether somebody asks once more for exactly what already waits: a button pressed twice. */
export const isSameWish = (waiting: Redaction, actor: Actor, input: RedactionInput): boolean =>
  waiting.proposedBy === actor.userId &&
  waiting.basis === input.basis &&
  waiting.reason === input.reason &&
  waiting.words.join('\n') === input.words.join('\n') &&
  waiting.evidenceIds.join() === input.evidenceIds.join()

/** One field of an entry in the public log that is still open. */
export type OpenField = {
  entry: number
  kind: PublicKind
  digest: string
  field: string
  value: Json
}

/** A public record as withholding needs to know it. */
export type RedactedRecord = {
  commitment: Pick<Commitment, 'id' | 'leadId' | 'parties' | 'state' | 'terms'>
  evidence: readonly Pick<Evidence, 'id' | 'state' | 'round' | 'fileName' | 'url'>[]
  open: readonly OpenField[]
  /** Everything else that is kept about it, public or not. */
  papers: readonly Json[]
  /** The redaction of it that waits for a second person. */
  waiting: Redaction | undefined
}

const refusedTo = (
  actor: Actor,
  permission: Extract<Permission, 'propose-redaction' | 'carry-out-redaction'>,
  record: RedactedRecord,
  now: Date,
) => refusalOf(actor, permission, { partyIds: partyIdsOf(record.commitment) }, now)

/** Words that stand nowhere in the record: mistyped, most likely. */
export function wordsNowhere(
  record: Pick<RedactedRecord, 'open' | 'papers'>,
  words: readonly string[],
): string[] {
  const found = new Set([
    ...record.open.flatMap(({ field, value }) => wordsStandingIn(value, words, field)),
    ...record.papers.flatMap((paper) => wordsStandingIn(paper, words)),
  ])
  return words.filter((word) => !found.has(word))
}

/**
 * A coordinator wishes to have exact words or evidence withheld from the public record. Nothing
 * happens to the record before a second coordinator carries it out.
 */
export function proposeRedaction(
  id: string,
  record: RedactedRecord,
  actor: Actor,
  input: RedactionInput,
  now: Date,
) {
  const refused = refusedTo(actor, 'propose-redaction', record, now)
  if (refused) return refuse(refused)
  const { commitment } = record
  if (!isPublicCommitment(commitment.state)) return refuse('record-not-public')
  if (record.waiting) return refuse('redaction-already-proposed')
  if (input.reason.trim() === '') return refuse('reason-needed')
  const problem = problemWith(record, input)
  if (problem) return refuse(problem)

  const redaction: Redaction = {
    id,
    commitmentId: commitment.id,
    state: 'proposed',
    ...input,
    proposedBy: actor.userId,
    proposedAt: now,
    decidedBy: null,
    decidedAt: null,
    refusedReason: '',
  }
  const act = actInRole('redaction.proposed', commitment.id, actor, 'coordinator', now, {
    commitmentId: commitment.id,
    fields: { redaction: id },
  })
  return ok({ redaction, act })
}

function problemWith(record: RedactedRecord, input: RedactionInput) {
  const pieces = input.evidenceIds.map((id) => record.evidence.find((piece) => piece.id === id))
  for (const piece of pieces) {
    // A piece not handed in is its organisation's own, to keep or to take back.
    if (!piece || piece.round === null) return 'evidence-missing'
    if (!nextEvidenceState(piece.state, 'withhold')) return 'evidence-withheld'
    const names = [piece.fileName, piece.url].flatMap((name) => name || [])
    if (repeats(input.reason, names)) return 'reason-repeats-words'
  }
  if (wordsNowhere(record, input.words).length > 0) return 'nothing-to-withhold'
  return emptiesARedaction(record, input.words) ? 'redaction-stays' : undefined
}

/**
 * That something was withheld, and why, cannot itself be withheld. A name can be taken out of an
 * earlier reason; what is left must still be one.
 */
const emptiesARedaction = (record: RedactedRecord, words: readonly string[]) =>
  record.open.some(({ kind, field, value }) => {
    if (kind !== 'content.redacted' || typeof value !== 'string' || field !== 'reason') return false
    const left = withoutWords(value, words)
    return typeof left === 'string' && left !== value && lettersLeft(left) < LEAST_REASON
  })

/** A leaf takes about 170 digests, and a redaction's holds each one twice. */
export const DIGESTS_AT_ONCE = 75

/** Digests of one entry to be withheld, and the act that says so. */
export type Withheld = { of: number; digests: readonly string[]; act: Act }

type Left = { digest: string; field: string; value: Json }

/** What one redaction withholds of one entry: which digests, and what is left of each of them. */
export function withholdingOf(
  of: number,
  left: readonly Left[],
  { reason, basis }: Pick<Redaction, 'reason' | 'basis'>,
  commitment: { id: string; clauses: readonly string[] },
  actor: Actor,
  now: Date,
): Withheld {
  const digests = left.map(({ digest }) => digest).toSorted()
  const act = actInRole('content.redacted', commitment.id, actor, 'coordinator', now, {
    commitmentId: commitment.id,
    clauses: commitment.clauses,
    fields: {
      reason,
      ...Object.fromEntries(
        left.map(({ digest, field, value }) => [remainsField(digest), { field, value }]),
      ),
    },
  })
  return { of, digests, act: { ...act, redacts: { basis, digests, of } } }
}

/** What a redaction takes from the public log, entry by entry. */
export function withheldBy(
  redaction: Pick<Redaction, 'reason' | 'basis'>,
  wish: Wish,
  record: RedactedRecord,
  actor: Actor,
  now: Date,
): Withheld[] {
  const left = new Map<number, Left[]>()
  for (const { entry, digest, field, value } of record.open) {
    const remains = whatRemains(field, value, wish)
    if (remains === undefined) continue
    left.set(entry, [...(left.get(entry) ?? []), { digest, field, value: remains }])
  }
  const { id, terms } = record.commitment
  const commitment = { id, clauses: clausesOfTerms(terms) }
  return [...left]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([of, fields]) => inParts(fields).map((part) => ({ of, part })))
    .map(({ of, part }) => withholdingOf(of, part, redaction, commitment, actor, now))
}

function inParts<one>(all: readonly one[]): one[][] {
  const parts: one[][] = []
  for (let from = 0; from < all.length; from += DIGESTS_AT_ONCE)
    parts.push(all.slice(from, from + DIGESTS_AT_ONCE))
  return parts
}

function second(redaction: Redaction, record: RedactedRecord, actor: Actor, now: Date) {
  const refused = refusedTo(actor, 'carry-out-redaction', record, now)
  if (refused) return refused
  if (redaction.state !== 'proposed') return 'redaction-not-proposed'
  return redaction.proposedBy === actor.userId ? 'same-person' : undefined
}

/**
 * The second of two people carries it out: one public act for each entry that loses something, or
 * a private one where the words stood in nothing public.
 */
export function carryOutRedaction(
  redaction: Redaction,
  record: RedactedRecord,
  actor: Actor,
  now: Date,
) {
  const refused = second(redaction, record, actor, now)
  if (refused) return refuse(refused)
  const state = nextRedactionState(redaction.state, 'carry-out')
  if (!state) return refuse('redaction-not-proposed')
  if (emptiesARedaction(record, redaction.words)) return refuse('redaction-stays')

  const evidence = record.evidence.flatMap(({ id, state: from }) => {
    const to = redaction.evidenceIds.includes(id) && nextEvidenceState(from, 'withhold')
    return to ? [{ id, state: to }] : []
  })
  const withheld = withheldBy(redaction, redaction, record, actor, now)
  const standing = record.papers.some((paper) => wordsStandingIn(paper, redaction.words).length > 0)
  if (withheld.length === 0 && evidence.length === 0 && !standing)
    return refuse('nothing-to-withhold')

  const { id } = record.commitment
  const unseen = actInRole('redaction.carried-out', id, actor, 'coordinator', now, {
    commitmentId: id,
    fields: { redaction: redaction.id },
  })
  const done: Redaction = {
    ...redaction,
    state,
    words: [],
    decidedBy: actor.userId,
    decidedAt: now,
  }
  const acts = withheld.length > 0 ? withheld.map(({ act }) => act) : [unseen]
  return ok({ redaction: done, evidence, withheld, acts })
}

/** The second person does not carry it out, and says why. */
export function refuseRedaction(
  redaction: Redaction,
  record: RedactedRecord,
  actor: Actor,
  reason: string,
  now: Date,
) {
  const refused = second(redaction, record, actor, now)
  if (refused) return refuse(refused)
  const state = nextRedactionState(redaction.state, 'refuse')
  if (!state) return refuse('redaction-not-proposed')
  if (reason.trim() === '') return refuse('reason-needed')
  const { id } = record.commitment
  const act = actInRole('redaction.refused', id, actor, 'coordinator', now, {
    commitmentId: id,
    fields: { redaction: redaction.id, reason },
  })
  return ok({
    redaction: {
      ...redaction,
      state,
      words: [],
      decidedBy: actor.userId,
      decidedAt: now,
      refusedReason: reason,
    },
    act,
  })
}

/** What the public is told of a redaction: which entry, on what ground, why, and of which entry. */
export type RedactionShown = {
  entry: number
  of: number
  at: Date
  basis: RedactionBasis
  reason: string
  /** Evidence it withholds whole. */
  evidence: readonly string[]
  /** Whether it withholds words as well. */
  words: boolean
}

/** Redactions said in one breath: of several entries, at one moment, for one reason. */
export type RedactionNotice = Omit<RedactionShown, 'entry' | 'of'> & {
  entries: number[]
  of: number[]
}

/** Gathers what one decision withheld from several entries; the newest decision first. */
export function noticesOf(redactions: readonly RedactionShown[]): RedactionNotice[] {
  const notices: RedactionNotice[] = []
  for (const { entry, of, ...said } of redactions.toSorted((a, b) => a.entry - b.entry)) {
    const last = notices.at(-1)
    const same =
      last?.at.getTime() === said.at.getTime() &&
      last.basis === said.basis &&
      last.reason === said.reason
    if (last && same) {
      last.entries.push(entry)
      if (!last.of.includes(of)) last.of.push(of)
      last.evidence = [...new Set([...last.evidence, ...said.evidence])]
      last.words ||= said.words
    } else notices.push({ ...said, entries: [entry], of: [of] })
  }
  return notices.toReversed()
}
