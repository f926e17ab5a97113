import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { asc, sql } from 'drizzle-orm'

import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { closeDatabase, type Database } from '#app/db/client.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { commitments, commitmentVersions } from '#app/db/schema/commitments.ts'
import { disclosures, logCheckpoints, logEntries, logNodes } from '#app/db/schema/log.ts'
import { isPublicKind } from '#app/domain/acts/act.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { openCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { checkOpenings, readEntry } from '#app/domain/ledger/entry.ts'
import { append, emptyFrontier, frontierRoot, leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import type { VerifierKey } from '#app/domain/ledger/signed-note.ts'

import { openScratch } from '../scratch/register.ts'
import type { Acknowledged } from './folder.ts'

type Expected = {
  key: VerifierKey
  acknowledged: readonly Acknowledged[]
}

/** What was found in a folder a life has left behind. */
export type Found = { entries: number; checkpoints: number; problems: string[] }

/**
 * Proves a register again from its files alone, sharing with the server nothing but the arithmetic:
 * whole, dense, every acknowledged act at its place, rows and log agreeing, every root recomputed.
 */
export async function proveFolder(folder: string, expected: Expected): Promise<Found> {
  const db = await openScratch(folder)
  try {
    const notes = await readFile(join(folder, 'checkpoints.log'), 'utf8').catch(() => '')
    return await prove(db, notes, expected)
  } finally {
    closeDatabase(db)
  }
}

async function prove(db: Database, notes: string, { key, acknowledged }: Expected): Promise<Found> {
  const problems: string[] = []
  const holds = (what: string, held: boolean) => {
    if (!held) problems.push(what)
  }
  const whole = await db.all<{ integrity_check: string }>(sql`PRAGMA integrity_check`)
  holds('the file is whole', whole.length === 1 && whole[0]?.integrity_check === 'ok')
  holds('references hold', (await db.all(sql`PRAGMA foreign_key_check`)).length === 0)

  const entries = await db.select().from(logEntries).orderBy(asc(logEntries.idx))
  const all = await db.select().from(acts)
  const roots = provenRoots(entries, problems)
  proveActs(entries, all, await db.select().from(disclosures), problems)

  for (const { act, entry } of acknowledged) {
    const stored = entries[entry]
    holds(`act ${act}, acknowledged, stands at entry ${entry}`, stored?.actId === act)
    holds(
      `act ${act}, acknowledged, is kept`,
      all.some((one) => one.id === act && one.entry === entry),
    )
  }

  const checkpoints = await db.select().from(logCheckpoints).orderBy(asc(logCheckpoints.size))
  for (const { size, root, note } of checkpoints) {
    holds(`the checkpoint at ${size} has the root of its entries`, hex(root) === roots[size])
    holds(`the checkpoint at ${size} is signed`, rootSigned(note, key) === roots[size])
  }
  // The last may be torn: a process died while it wrote it.
  const marked = notes.split(/(?<=\n)(?=torture\.example\/log\n)/).filter(Boolean)
  for (const [i, note] of marked.entries()) {
    const size = Number(note.split('\n')[1])
    const held = roots[size] !== undefined && rootSigned(note, key) === roots[size]
    holds(`note ${i} of checkpoints.log is a prefix`, held || isTorn(note, marked[i + 1]))
  }

  for (const { level, n, hash } of await db.select().from(logNodes)) {
    const span = 256 ** level
    const leaves = entries
      .slice(n * span, (n + 1) * span)
      .map((one) => new Uint8Array(one.leafHash))
    holds(
      `node ${level}/${n} is the root of its entries`,
      leaves.length === span && hex(rootOf(leaves)) === hex(hash),
    )
  }

  await proveRows(db, all, problems)
  return { entries: entries.length, checkpoints: checkpoints.length, problems }
}

type Entry = typeof logEntries.$inferSelect
type ActRow = typeof acts.$inferSelect

/** The root at every size, in hexadecimal, from the bytes of the entries alone. */
function provenRoots(entries: readonly Entry[], problems: string[]): string[] {
  let frontier = emptyFrontier
  const roots = [hex(frontierRoot(frontier))]
  for (const [place, { idx, leaf, leafHash: stored }] of entries.entries()) {
    const hash = leafHash(new Uint8Array(leaf))
    if (idx !== place) problems.push(`entry ${place} is missing`)
    if (hex(hash) !== hex(stored)) problems.push(`entry ${idx} has its own hash`)
    frontier = append(frontier, hash)
    roots.push(hex(frontierRoot(frontier)))
  }
  return roots
}

function proveActs(
  entries: readonly Entry[],
  all: readonly ActRow[],
  openings: readonly (typeof disclosures.$inferSelect)[],
  problems: string[],
) {
  const logged = new Map(all.flatMap((act) => (act.entry === null ? [] : [[act.entry, act]])))
  const opened = new Map<number, string[]>()
  for (const { idx, disclosure } of openings)
    opened.set(idx, [...(opened.get(idx) ?? []), disclosure ?? ''])
  const newest = new Map<string, string>()
  for (const { idx, actId, leaf } of entries) {
    const entry = readEntry(new Uint8Array(leaf))
    const act = logged.get(idx)
    const same =
      act && entry.id === act.id && entry.act === act.kind && entry.subject === act.subject
    if (!same || actId !== act.id) problems.push(`entry ${idx} and its act agree`)
    if (entry.prev !== newest.get(entry.subject))
      problems.push(`entry ${idx} follows the one before`)
    newest.set(entry.subject, entry.id)
    const texts = opened.get(idx) ?? []
    if (checkOpenings(entry, texts, []).length > 0) problems.push(`entry ${idx} is opened whole`)
  }
  const unlogged = all.filter(({ kind, entry }) => isPublicKind(kind) !== (entry !== null))
  for (const { id } of unlogged) problems.push(`act ${id} is in the log if it is public`)
  if (logged.size !== entries.length) problems.push('the log has an entry for each public act')
}

/** Each row of a commitment says what its acts say, and no act is without its row. */
async function proveRows(db: Database, all: readonly ActRow[], problems: string[]) {
  const versions = await db.select().from(commitmentVersions)
  const counts = (of: readonly { key: string }[]) => {
    const counted = new Map<string, number>()
    for (const { key } of of) counted.set(key, (counted.get(key) ?? 0) + 1)
    return counted
  }
  const said = counts(all.map(({ kind, subject }) => ({ key: `${kind} ${subject}` })))
  const kept = counts(versions.map(({ commitmentId }) => ({ key: commitmentId })))
  const rows = await db.select().from(commitments)
  for (const { id, number, version, state, publishedAt } of rows) {
    const times = (kind: string) => said.get(`commitment.${kind} ${id}`) ?? 0
    const published = publishedAt === null ? 0 : 1
    const agrees =
      times('drafted') === 1 &&
      times('published') === published &&
      (number === null) === (published === 0) &&
      version === published + times('amended') &&
      (kept.get(id) ?? 0) === version &&
      times('withdrawn') === (state === 'withdrawn' ? 1 : 0)
    if (!agrees) problems.push(`commitment ${id} and its acts agree`)
  }
  const known = new Set(rows.map(({ id }) => id))
  for (const { id, commitmentId } of all)
    if (commitmentId !== null && !known.has(commitmentId))
      problems.push(`act ${id} has its commitment`)
}

function rootSigned(note: string, key: VerifierKey): string | undefined {
  try {
    return hex(openCheckpoint(note, key, verify).root)
  } catch {
    return undefined
  }
}

/** Cut short, at the end of the file or before the same note whole. */
const isTorn = (note: string, next: string | undefined) =>
  next === undefined ? !note.endsWith('\n') : next.startsWith(note.trimEnd())
