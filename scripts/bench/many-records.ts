import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { asc, eq, isNotNull, sql } from 'drizzle-orm'

import { closeDatabase, type Database, type Transaction } from '#app/db/client.server.ts'
import { logSize } from '#app/db/read/log-tiles.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { logEntries } from '#app/db/schema/log.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordActs } from '#app/db/write/acts.server.ts'
import { takeSerial } from '#app/db/write/commitments.server.ts'
import type { Act } from '#app/domain/acts/act.ts'
import { readEntry } from '#app/domain/ledger/entry.ts'
import { addDays, dayOf } from '#app/domain/shared/dates.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import {
  databaseFile,
  granted,
  makeScratchRegister,
  openScratchRegister,
  scratchTerms,
  type ScratchRegister,
} from '../scratch/register.ts'

/** Every table that tells of a commitment, each after those its rows point at. */
const TABLES = [
  'commitments',
  'commitment_clauses',
  'commitment_places',
  'commitment_versions',
  'parties',
  'screenings',
  'milestones',
  'reports',
  'report_rounds',
  'reviews',
]
/** Copies made in one transaction. */
const AT_A_TIME = 250

/**
 * Makes a register whose log has at least so many entries, each the act that made the rows beside
 * it. One commitment goes through the use-cases, in a register of its own: published, amended, twice
 * reported on and reviewed. All others are its copies, row by row and act by act, under ids and
 * numbers of their own; their entries are made by the function that makes every entry.
 */
export async function makeFullRegister(
  folder: string,
  entries: number,
  { now, progress }: { now: Date; progress: (done: number) => void },
) {
  const { db } = await makeScratchRegister(folder, new Date('2026-01-01T00:00:00Z'))
  const before = await logSize(db)
  const apart = join(folder, 'model')
  await mkdir(apart)
  await db.run(sql`VACUUM INTO ${databaseFile(apart)}`)
  const model = await modelIn(apart, before, now)
  const copies = Math.ceil((entries - before) / model.acts.length)
  const all = Array.from({ length: copies }, (_, i) => renaming(model, i + 1))
  const parts = Array.from({ length: Math.ceil(copies / AT_A_TIME) }, (_, i) =>
    all.slice(i * AT_A_TIME, (i + 1) * AT_A_TIME),
  )
  const [, year] = model.number.split('-')
  await writing(db, (tx) => takeSerial(tx, 'qd2015', Number(year), copies))
  for (const part of parts) await writing(db, (tx) => copyRows(tx, model, part))
  // Act by act over all of them, since no time in the log runs backwards.
  for (const act of model.acts)
    for (const part of parts) {
      await writing(db, (tx) => copyAct(tx, act, part))
      progress(await logSize(db))
    }
  closeDatabase(db)
}

/** Plays the model in a copy of the register, reads it and throws the copy away. */
async function modelIn(folder: string, before: number, now: Date): Promise<Model> {
  const register = await openScratchRegister(folder)
  const model = await modelOf(register.db, await modelCommitment(register, now), before)
  closeDatabase(register.db)
  await rm(folder, { recursive: true })
  return model
}

async function modelCommitment(register: ScratchRegister, today: Date): Promise<string> {
  const { db, partner, coordinator, organisationId } = register
  const published = new Date(`${addDays(dayOf(today), -120)}T08:00:00Z`)
  let minutes = 0
  const as = (actor: typeof partner) => ({
    db,
    actor,
    now: new Date(published.getTime() + (minutes += 1) * 60_000),
  })
  const terms = scratchTerms('Train primary teachers', 5, published)
  const draft = { organisationId, declaration: 'qd2015' }
  const { id } = granted(await draftCommitment(as(partner), draft)).commitment
  granted(await editCommitment(as(partner), id, terms))
  granted(await submitCommitment(as(partner), id))
  const { commitment } = granted(await publishCommitment(as(coordinator), id))
  const { text, endOn } = terms
  const milestones = commitment.terms.milestones ?? []
  const reason = 'The districts asked for another term of preparation.'
  const changed = { reason, title: 'Train 15,000 primary teachers', text, endOn, milestones }
  granted(await amendCommitment(as(partner), id, changed))
  for (const milestone of milestones.slice(0, 2)) {
    const { report } = granted(await draftReport(as(partner), milestone.id))
    granted(await editReport(as(partner), report.id, reportOn(milestone.target, published)))
    granted(await submitReport(as(partner), report.id))
    const review = granted(await takeReport(as(coordinator), report.id)).review
    granted(await proposeFinding(as(coordinator), review.id, findingOn(milestone.target)))
  }
  return id
}

export const reportOn = (value: number, on: Date) => ({
  reached: 'yes' as const,
  value,
  measuredOn: dayOf(on),
  lang: 'en' as const,
  happened: 'All districts held their courses and the teachers finished them.',
  behindReason: '',
  next: '',
})

export function findingOn(reviewedValue: number) {
  const score = { score: 3, note: '' } as const
  return {
    finding: 'achieved' as const,
    reviewedValue,
    reasons: 'The attendance lists show as many teachers who finished the course.',
    scores: { relevance: score, sufficiency: score, reliability: score, measurement: score },
  }
}

type Model = {
  /** Each table's columns, and its rows as one text in which ids can be changed. */
  tables: { name: string; columns: string[]; rows: string }[]
  acts: Act[]
  ids: string[]
  number: string
}

async function modelOf(db: Database, commitmentId: string, before: number): Promise<Model> {
  const ids = new Set([commitmentId])
  const tables: Model['tables'] = []
  let number = ''
  for (const name of TABLES) {
    const { columns, rows } = await db.$client.execute(`SELECT * FROM ${name}`)
    const own = rows
      .map((row) => columns.map((_, i) => row[i] as unknown))
      .filter((row) => [...ids].some((id) => row.includes(id)))
    for (const row of own) {
      const id = row[columns.indexOf('id')]
      if (typeof id === 'string') ids.add(id)
      const own = row[columns.indexOf('number')]
      if (typeof own === 'string') number = own
    }
    tables.push({ name, columns, rows: JSON.stringify(own) })
  }
  const recorded = await db
    .select()
    .from(acts)
    .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
    .where(isNotNull(acts.entry))
    .orderBy(asc(acts.entry))
  const said = recorded
    .slice(before)
    .map(({ acts: { kind, subject, at, role, fields, ...act }, log_entry: { leaf } }): Act => ({
      kind,
      subject,
      commitmentId: act.commitmentId,
      by: { userId: act.userId, organisationId: act.organisationId, role },
      at,
      clauses: readEntry(new Uint8Array(leaf)).clauses,
      fields,
    }))
  return { tables, acts: said, ids: [...ids], number }
}

type Renaming = (text: string) => string

async function copyRows(tx: Transaction, { tables }: Model, copies: readonly Renaming[]) {
  for (const { name, columns, rows } of tables) {
    const all = copies.map((own) => own(rows).slice(1, -1)).filter(Boolean)
    const values = columns.map((_, i) => sql.raw(`value ->> ${i}`))
    await tx.run(
      sql`INSERT INTO ${sql.raw(name)} (${sql.raw(columns.map((one) => `"${one}"`).join(', '))})
        SELECT ${sql.join(values, sql`, `)} FROM json_each(${`[${all.join(',')}]`})`,
    )
  }
}

async function copyAct(tx: Transaction, { at, ...said }: Act, copies: readonly Renaming[]) {
  const text = JSON.stringify(said)
  await recordActs(
    tx,
    copies.map((own) => ({ ...(JSON.parse(own(text)) as Omit<Act, 'at'>), at })),
  )
}

/** Ids keep their length: the last eight digits make room for the copy's own. */
function renaming({ ids, number }: Model, serial: number): Renaming {
  const series = number.slice(0, number.lastIndexOf('-') + 1)
  const mark = serial.toString(16).padStart(8, '0')
  return (text) =>
    ids
      .reduce((renamed, id) => renamed.replaceAll(id, `${id.slice(0, -8)}${mark}`), text)
      .replaceAll(`"${number}"`, `"${series}${String(serial).padStart(4, '0')}"`)
}
