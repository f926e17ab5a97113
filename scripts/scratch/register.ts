import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { closeDatabase, openDatabase, type Database } from '#app/db/client.server.ts'
import { migrateDatabase } from '#app/db/migrate.server.ts'
import { actorOf, credentialsOf, type SignedIn } from '#app/db/read/accounts.server.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { declarationSchema, type StakeholderGroup } from '#app/domain/declarations/declaration.ts'
import { addDays, dayOf } from '#app/domain/shared/dates.ts'
import type { Result } from '#app/domain/shared/result.ts'
import { appointCoordinator } from '#app/use-cases/accounts/appoint-coordinator.server.ts'
import { firstRun, openRegister } from '#app/use-cases/accounts/open-register.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'

import { anyPassword, makeAccount } from './account.ts'

/** A register to be worked hard and thrown away: one ministry, its partner, one coordinator. */
export type ScratchRegister = {
  db: Database
  administrator: SignedIn
  coordinator: SignedIn
  partner: SignedIn
  organisationId: string
}

const people = ['administrator', 'coordinator', 'partner'] as const
const emailOf = (who: string) => `${who}@scratch.example`

export const databaseFile = (folder: string) => join(folder, 'kept.db')
export const openScratch = (folder: string) =>
  openDatabase(pathToFileURL(databaseFile(folder)).href)

/** Makes one in an empty folder, through the same use-cases as any other. */
export async function makeScratchRegister(folder: string, now: Date): Promise<ScratchRegister> {
  const db = await openScratch(folder)
  await migrateDatabase(db)
  const door = firstRun()
  const details = (who: (typeof people)[number]) => ({
    email: emailOf(who),
    name: who,
    password: 'scratch and throw away',
    locale: 'en' as const,
  })
  const opening = { db, now, firstRun: door, isKnown: anyPassword }
  granted(await openRegister(opening, door.token, details('administrator')))
  for (const who of ['coordinator', 'partner'] as const) await makeAccount(db, now, details(who))
  const administrator = await personOf(db, 'administrator')
  const why = 'A scratch register has one.'
  granted(await appointCoordinator({ db, actor: administrator, now }, emailOf('coordinator'), why))
  const declaration = declarationSchema.parse(
    JSON.parse(await readFile('declarations/qingdao-2015.json', 'utf8')),
  )
  granted(await openDeclaration({ db, actor: administrator, now }, declaration))
  const partner = await personOf(db, 'partner')
  const coordinator = await personOf(db, 'coordinator')
  await verifiedOrganisation({ db, partner, coordinator }, 'Ministry of Learning', now)
  closeDatabase(db)
  return openScratchRegister(folder)
}

/** One more organisation of the partner's, verified. Answers its id. */
export async function verifiedOrganisation(
  { db, partner, coordinator }: Pick<ScratchRegister, 'db' | 'partner' | 'coordinator'>,
  name: string,
  now: Date,
  { group, country }: { group: StakeholderGroup; country: string } = {
    group: 'government',
    country: 'KE',
  },
): Promise<string> {
  const input = {
    name,
    lang: 'en',
    nameInEnglish: '',
    group,
    country,
    website: 'https://ministry.example',
    identifierScheme: '',
    identifier: '',
    identityCheck: 'Our official e-mail domain is ministry.example.',
  } as const
  const { organisation } = granted(await registerOrganisation({ db, actor: partner, now }, input))
  granted(await decideOrganisation({ db, actor: coordinator, now }, organisation.id, 'verify', ''))
  return organisation.id
}

/** Opens one that was made before, as a server that starts again would. */
export async function openScratchRegister(folder: string): Promise<ScratchRegister> {
  const db = await openScratch(folder)
  const partner = await personOf(db, 'partner')
  const organisationId = partner.memberships[0]?.organisationId
  if (!organisationId) throw new Error('the partner has no organisation')
  return {
    db,
    administrator: await personOf(db, 'administrator'),
    coordinator: await personOf(db, 'coordinator'),
    partner,
    organisationId,
  }
}

/** Somebody with an account, by what stands before the @ of the address. */
export async function personOf(db: Database, who: string): Promise<SignedIn> {
  const known = await credentialsOf(db, emailOf(who))
  const actor = known && (await actorOf(db, known.userId))
  if (!actor) throw new Error(`there is no ${who}`)
  return actor
}

/** What a success holds. A refusal means that this program breaks a rule. */
export function granted<result extends Result<unknown, string>>(
  result: result,
): Extract<result, { ok: true }>['value'] {
  if (!result.ok) throw new Error(`refused: ${result.code}`)
  return result.value
}

/** Complete terms with so many milestones, ready to be handed in. */
export function scratchTerms(title: string, milestones: number, now: Date): Terms {
  const today = dayOf(now)
  return {
    lang: 'en',
    title,
    text: 'We train 12,000 primary teachers in rural districts to teach with open resources.',
    problem: 'Two in three rural teachers have had no training with digital resources.',
    clause: 'qd2015/quality/2',
    furtherClauses: ['qd2015/oer/1'],
    scope: 'places',
    places: ['KE'],
    beneficiaries: 'Primary teachers in rural districts',
    beneficiaryCount: 12_000,
    startOn: addDays(today, -30),
    endOn: addDays(today, 600),
    milestones: Array.from({ length: milestones }, (_, i) => ({
      id: `mls_${i + 1}`,
      title: `${(i + 1) * 3000} teachers trained`,
      dueOn: addDays(today, 100 * (i + 1)),
      indicator: 'Teachers who finished the course',
      unit: 'teachers',
      baseline: 0,
      target: (i + 1) * 3000,
      evidenceExpected: 'Attendance lists',
      responsible: '',
      code: '',
      indicators: [],
      translations: {},
    })),
    resources: [{ kind: 'financial', amount: 2_000_000, currency: 'KES', source: 'State budget' }],
    responsible: 'Directorate of Teacher Training',
    contactRole: 'Director of Teacher Training',
    sdgTargets: ['4.c'],
    translations: {},
  }
}
