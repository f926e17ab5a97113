import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { sql } from 'drizzle-orm'

import { closeDatabase, type Database, type Transaction } from '#app/db/client.server.ts'
import { logSize } from '#app/db/read/log-tiles.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { takeSerial } from '#app/db/write/commitments.server.ts'
import {
  clausesOf,
  declarationSchema,
  stakeholderGroups,
  type StakeholderGroup,
} from '#app/domain/declarations/declaration.ts'
import { countries } from '#app/domain/places/m49.ts'
import { addDays, dayOf } from '#app/domain/shared/dates.ts'
import { appointCoordinator } from '#app/use-cases/accounts/appoint-coordinator.server.ts'
import { fillSearch } from '#app/use-cases/browsing/fill-search.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'

import { makeAccount } from '../scratch/account.ts'
import { seededRandom } from '../scratch/random.ts'
import {
  databaseFile,
  granted,
  makeScratchRegister,
  openScratchRegister,
  personOf,
  verifiedOrganisation,
  type ScratchRegister,
} from '../scratch/register.ts'
import { insertCopies, modelOf, recordCopies, stand, type Copy, type Model } from './copies.ts'
import { live, lives } from './lives.ts'

/** Copies, and acts, made in one statement, and how many of those in one transaction. */
const ROWS_AT_A_TIME = 250
const ACTS_AT_A_TIME = 1000
const STATEMENTS = 40
/** Copies of one life begin up to so long after one another, on the same day. */
const WITHIN_MS = 10 * 3_600_000
const COUNTRIES = 200

type Order = {
  commitments: number
  organisations: number
  seed: number
  now: Date
  progress: (done: number, all: number) => void
}

/**
 * Makes a register of so many commitments of five milestones each, of every status, under all
 * clauses. Each life is lived once through the use-cases, in a register of its own; all are copies
 * of those, row by row and act by act, under their own ids, numbers, leads, clauses, places and
 * words; their entries are made by the function that makes every entry, in the order of their times.
 */
export async function makeRegister(folder: string, order: Order) {
  const began = new Date(`${addDays(dayOf(order.now), -1300)}T08:00:00Z`)
  await mkdir(folder, { recursive: true })
  const { db } = await makeScratchRegister(folder, began)
  closeDatabase(db)
  const register = await openScratchRegister(folder)
  // Nobody else is here, so the pool has one connection; what a crash leaves is thrown away.
  await register.db.run(sql`PRAGMA synchronous = OFF`)
  await register.db.run(sql`PRAGMA cache_size = -500000`)
  const models = await modelsOf(folder, register, order.now)
  const random = seededRandom(order.seed)
  const one = <thing>(all: readonly thing[]): thing => all[Math.floor(random() * all.length)]!
  const leads = await foundOrganisations(register, order.organisations, began)
  const clauses = await clauseKeys()
  const numbers = new Map<number, number>()
  const byShare = models.flatMap((model, i) => Array.from({ length: lives[i]!.share }, () => model))
  const copies = Array.from({ length: order.commitments }, (_, i): Copy => {
    // The first ones are one of each, so that a small register has every status, too.
    const model = models[i] ?? one(byShare)
    const number = (numbers.get(model.year ?? 0) ?? 0) + 1
    numbers.set(model.year ?? 0, number)
    const clause = one(clauses)
    const others = clauses.filter((key) => key !== clause)
    return {
      model,
      serial: i + 1,
      number,
      ...one(leads),
      country: one(countries.slice(0, COUNTRIES)).code,
      clause,
      furtherClause: one(others),
      ...wordsBy(one),
      later: Math.floor(random() * WITHIN_MS),
    }
  })
  for (const [year, count] of numbers)
    if (year) await writing(register.db, (tx) => takeSerial(tx, 'qd2015', year, count))
  await inBulk(register.db, copies.length, ROWS_AT_A_TIME, (tx, from, to) =>
    insertCopies(tx, copies.slice(from, to)),
  )
  await recordInOrder(register.db, copies, order.progress)
  await fillSearch(register.db)
  await register.db.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`)
  const entries = await logSize(register.db)
  closeDatabase(register.db)
  return { entries }
}

/** No time in the log runs backwards: all acts of all commitments, by when they were done. */
async function recordInOrder(db: Database, copies: readonly Copy[], progress: Order['progress']) {
  const count = copies.reduce((sum, { model }) => sum + model.acts.length, 0)
  const at = new Float64Array(count)
  const whose = new Uint32Array(count)
  const which = new Uint8Array(count)
  let next = 0
  for (const [i, { model, later }] of copies.entries())
    for (const [act, one] of model.acts.entries()) {
      at[next] = one.at + later
      whose[next] = i
      which[next] = act
      next += 1
    }
  const order = Uint32Array.from({ length: count }, (_, i) => i).toSorted(
    (a, b) => at[a]! - at[b]! || whose[a]! - whose[b]! || which[a]! - which[b]!,
  )
  await inBulk(db, count, ACTS_AT_A_TIME, async (tx, from, to) => {
    const part = [...order.subarray(from, to)]
    await recordCopies(
      tx,
      part.map((i) => ({ copy: copies[whose[i]!]!, act: which[i]! })),
    )
    progress(to, count)
  })
}

async function inBulk(
  db: Database,
  count: number,
  atOnce: number,
  work: (tx: Transaction, from: number, to: number) => Promise<void>,
) {
  for (let first = 0; first < count; first += atOnce * STATEMENTS)
    await writing(db, async (tx) => {
      const last = Math.min(count, first + atOnce * STATEMENTS)
      for (let from = first; from < last; from += atOnce)
        await work(tx, from, Math.min(last, from + atOnce))
    })
}

/** Lives each life in a copy of the register, which is read and thrown away. */
async function modelsOf(folder: string, register: ScratchRegister, now: Date): Promise<Model[]> {
  const before = await logSize(register.db)
  const models = []
  for (const life of lives) {
    const apart = join(folder, 'model')
    await mkdir(apart)
    await register.db.run(sql`VACUUM INTO ${databaseFile(apart)}`)
    const copy = await openScratchRegister(apart)
    const { db, administrator, coordinator } = copy
    const began = new Date(`${addDays(dayOf(now), -1299)}T08:00:00Z`)
    const email = 'second@scratch.example'
    const person = { email, name: 'second', password: 'scratch and throw away' }
    await makeAccount(db, began, { ...person, locale: 'en' })
    granted(
      await appointCoordinator({ db, actor: administrator, now: began }, email, 'A second one.'),
    )
    const described = { group: stand.group, country: stand.country }
    const organisationId = await verifiedOrganisation(copy, 'Model', began, described)
    const partner = await personOf(db, 'partner')
    const second = await personOf(db, 'second')
    const people = { ...copy, partner, coordinator, organisationId, second }
    const start = await logSize(db)
    const id = await live(people, life, dayOf(now))
    models.push(await modelOf(db, { id, organisationId, before: start }))
    closeDatabase(db)
    await rm(apart, { recursive: true })
  }
  if (before !== (await logSize(register.db))) throw new Error('a life was lived in the register')
  return models
}

type Lead = { organisationId: string; group: StakeholderGroup }

/** Verified organisations of every group, with a founder of their own. */
async function foundOrganisations(
  { db, coordinator }: ScratchRegister,
  count: number,
  now: Date,
): Promise<Lead[]> {
  const person = { email: 'founder@scratch.example', name: 'founder' }
  await makeAccount(db, now, {
    ...person,
    password: 'scratch and throw away',
    locale: 'en',
  })
  const founder = await personOf(db, 'founder')
  const leads: Lead[] = []
  for (let i = 0; i < count; i += 1) {
    const group = stakeholderGroups[i % stakeholderGroups.length]!
    const { code: country, name: place } = countries[i % COUNTRIES]!
    const input = {
      name: `${bodies[group]} of ${place}${i < COUNTRIES ? '' : `, no. ${Math.floor(i / COUNTRIES) + 1}`}`,
      lang: 'en',
      nameInEnglish: '',
      group,
      country,
      website: `https://o${i}.example`,
      identifierScheme: '',
      identifier: '',
      identityCheck: 'The official e-mail domain is its own.',
    } as const
    const { organisation } = granted(await registerOrganisation({ db, actor: founder, now }, input))
    const { id } = organisation
    granted(await decideOrganisation({ db, actor: coordinator, now }, id, 'verify', ''))
    leads.push({ organisationId: id, group })
  }
  return leads
}

const bodies: Record<StakeholderGroup, string> = {
  government: 'Ministry of Education',
  intergovernmental: 'Learning Council',
  'civil-society': 'Coalition for Learning',
  'teacher-organisation': 'Teachers’ Union',
  'private-sector': 'Learning Company',
  academia: 'University',
  'development-partner': 'Agency for Development',
}

async function clauseKeys(): Promise<string[]> {
  const text = await readFile('declarations/qingdao-2015.json', 'utf8')
  return clausesOf(declarationSchema.parse(JSON.parse(text))).map(({ key }) => key)
}

const deeds = ['Train', 'Equip', 'Connect', 'Reach', 'Support', 'Certify', 'Fund', 'Mentor']
const people = ['primary teachers', 'librarians', 'head teachers', 'girls', 'refugee learners']
const things = ['open resources', 'sign language', 'solar power', 'mobile networks', 'coding']
const ways = ['in rural districts', 'on the islands', 'in every province', 'by radio', 'at home']
const tongues = [
  'Formation des enseignantes à l’usage des ressources libres.',
  'Подготовка учителей к работе с открытыми ресурсами.',
  'Formación de docentes en el uso de recursos abiertos.',
  'تدريب المعلمات على استخدام الموارد المفتوحة.',
  '培训教师使用开放教育资源。',
]

/** A title and a few words of the text, one in five with some in another language. */
function wordsBy(one: <thing>(all: readonly thing[]) => thing) {
  const title = `${one(deeds)} ${one(people)} with ${one(things)} ${one(ways)}`
  const speaks = one([true, false, false, false, false])
  return { title, words: speaks ? one(tongues) : `It is about ${one(things)} ${one(ways)}.` }
}
