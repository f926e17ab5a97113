import type { Transaction } from '#app/db/client.server.ts'
import {
  loadRedactedRecord,
  overwriteWhatGoes,
  withholdFrom,
} from '#app/db/write/redactions.server.ts'
import { loadDisclosure, settleProposal } from '#app/db/write/restored.server.ts'
import type { OpenedAct } from '#app/domain/accountability/opened-act.ts'
import type { Json } from '#app/domain/acts/act.ts'
import { nextEvidenceState } from '#app/domain/evidence/evidence-state.ts'
import { openDisclosure } from '#app/domain/ledger/disclosure.ts'
import type { RedactedRecord } from '#app/domain/redactions/redaction.ts'
import {
  evidenceWithheldBy,
  remainsIn,
  saidIn,
  type Remains,
} from '#app/domain/redactions/withhold.ts'
import { wordsIn, wordsWithheld } from '#app/domain/redactions/words-withheld.ts'
import { WITHHELD } from '#app/domain/shared/written.ts'

import { SOMEBODY } from './restore-report.server.ts'

/** So many letters must stand around a sign before any text like it is taken for the original. */
const ENOUGH_LETTERS = 12

/**
 * Carries the redactions among restored acts out on what the database held before: closes the
 * disclosures they name and takes the words out of every row, private ones too. The words are
 * nowhere but in the copy that still holds them; they are read out of it by what was left.
 * @param acts with what is left of each withheld field in its place
 * @returns records where some could not be
 */
export async function withholdAgain(
  tx: Transaction,
  acts: readonly OpenedAct[],
  now: Date,
): Promise<string[]> {
  const redactions = acts.filter(({ entry }) => entry.redacts)
  if (redactions.length === 0) return []
  await overwriteWhatGoes(tx)
  const first = acts[0]?.index ?? 0
  const toLookAt: string[] = []
  for (const commitmentId of new Set(redactions.map(({ entry }) => entry.subject))) {
    const own = redactions.filter(({ entry }) => entry.subject === commitmentId)
    const before = await loadRedactedRecord(tx, commitmentId, [])
    if (!before) continue
    const { words, whole } = await wordsOf(tx, own, { first, papers: before.record.papers })
    if (!whole) toLookAt.push(commitmentId)
    await withholdOf(tx, commitmentId, own, { first, words, now })
  }
  return toLookAt
}

async function withholdOf(
  tx: Transaction,
  commitmentId: string,
  redactions: readonly OpenedAct[],
  { first, words, now }: { first: number; words: string[]; now: Date },
) {
  const found = await loadRedactedRecord(tx, commitmentId, words)
  if (!found) return
  const evidenceIds = redactions.flatMap(({ fields }) =>
    evidenceWithheldBy(Object.fromEntries(fields)),
  )
  await withholdFrom(tx, {
    wish: { words, evidenceIds },
    kept: found.kept,
    closed: redactions.flatMap(({ index, entry: { redacts } }) =>
      redacts && redacts.of < first ? [{ ...redacts, entry: index }] : [],
    ),
    evidence: found.record.evidence.flatMap(({ id, state: from }) => {
      const state = evidenceIds.includes(id) ? nextEvidenceState(from, 'withhold') : undefined
      return state ? [{ id, state }] : []
    }),
    now,
  })
  for (const { entry, fields } of redactions) {
    const reason = fields.get('reason')
    if (typeof reason === 'string')
      await settleProposal(tx, commitmentId, {
        reason,
        decidedBy: SOMEBODY,
        decidedAt: new Date(entry.at),
      })
  }
}

type Papers = RedactedRecord['papers']
type Known = { first: number; papers: Papers }

/** The words that redactions withheld, and whether all of them were found out. */
async function wordsOf(tx: Transaction, redactions: readonly OpenedAct[], known: Known) {
  const words = new Set<string>()
  let whole = true
  for (const { entry, fields } of redactions)
    for (const [field, value] of fields) {
      const remains = remainsIn(field, value)
      if (!remains || evidenceWithheldBy({ [field]: value }).length > 0) continue
      const of = entry.redacts?.of ?? -1
      const text = of < known.first ? await loadDisclosure(tx, of, remains.digest) : null
      const found =
        text === null
          ? wordsOfDrafts(remains, known.papers)
          : wordsWithheld(openDisclosure(text).value as Json, remains.value)
      for (const word of found ?? []) words.add(word)
      whole &&= found !== undefined
    }
  return { words: [...words], whole }
}

/**
 * Of a field that was not published here yet: out of the draft it came from, and out of texts that
 * read like it around the signs. Undefined where there is a draft and it says something else.
 */
function wordsOfDrafts({ field, value }: Remains, papers: Papers): string[] | undefined {
  const drafts = papers.flatMap((paper) => draftsOf(field, paper))
  const known = drafts.map((draft) => wordsWithheld(draft, value))
  if (known.length > 0 && known.every((words) => words === undefined)) return undefined
  return [...known.flatMap((words) => words ?? []), ...wordsLike(value, papers)]
}

/** What a row kept about a record holds under the name an act gives it. */
function draftsOf(field: string, row: Json): Json[] {
  const { terms, content } = row as { terms?: Record<string, Json>; content?: Record<string, Json> }
  const milestones = (terms?.['milestones'] ?? []) as { id?: string }[]
  const milestone = milestones.find(({ id }) => field === `milestone.${id}`)
  const drafts = [terms?.[field], content?.[field], milestone as Json | undefined]
  return drafts.filter((draft) => draft !== undefined)
}

function wordsLike(left: Json, papers: Papers): string[] {
  const texts = papers.flatMap((paper) => saidIn(paper)).map(({ text }) => text)
  return saidIn(left)
    .filter(({ text }) => text.replaceAll(WITHHELD, '').length >= ENOUGH_LETTERS)
    .flatMap(({ text }) => texts.flatMap((original) => wordsIn(original, text) ?? []))
}
