import { readFileSync } from 'node:fs'

import { isNotNull, max } from 'drizzle-orm'

import type { Database } from '#app/db/client.server.ts'
import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { declarationSchema } from '#app/domain/declarations/declaration.ts'
import type { ReportInput } from '#app/domain/milestones/report.ts'
import type { RegisterOrganisationInput } from '#app/domain/organisations/organisation.ts'
import type { FindingInput } from '#app/domain/reviews/review.ts'
import { addDays, dayOf } from '#app/domain/shared/dates.ts'
import type { Result } from '#app/domain/shared/result.ts'
import type { Acting } from '#app/use-cases/acting.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { acceptInvitation } from '#app/use-cases/organisations/accept-invitation.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import { freshDatabase } from './database.ts'
import { again, person } from './people.ts'

/** The day every test lives in, unless it moves the clock. */
export const NOW = new Date('2026-11-23T10:00:00Z')
export const TODAY = dayOf(NOW)
export const daysFromNow = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
export const dayFromNow = (count: number) => addDays(TODAY, count)

export const qingdao = declarationSchema.parse(
  JSON.parse(readFileSync('declarations/qingdao-2015.json', 'utf8')),
)

/** What a success holds; a refusal fails the test with its code. */
export function granted<result extends Result<unknown, string>>(
  result: result,
): Extract<result, { ok: true }>['value'] {
  if (!result.ok) throw new Error(`refused: ${result.code}`)
  return result.value
}

export const organisationInput: RegisterOrganisationInput = {
  name: 'Ministry of Learning',
  lang: 'en',
  nameInEnglish: '',
  group: 'government',
  country: 'KE',
  website: 'https://ministry.example',
  identifierScheme: '',
  identifier: '',
  identityCheck: 'Our official e-mail domain is ministry.example.',
}

/** Complete terms with one milestone, ready to be handed in. */
export const terms = (changes: Partial<Terms> = {}): Omit<Terms, 'translations'> => ({
  lang: 'en',
  title: 'Train 12,000 primary teachers',
  text: 'We train 12,000 primary teachers in rural districts to teach with open resources, two weeks each.',
  problem: 'Two in three rural teachers have had no training with digital resources.',
  clause: 'qd2015/quality/2',
  furtherClauses: ['qd2015/oer/1'],
  scope: 'places',
  places: ['KE'],
  beneficiaries: 'Primary teachers in rural districts',
  beneficiaryCount: 12_000,
  startOn: dayFromNow(-300),
  endOn: dayFromNow(300),
  milestones: [
    {
      id: 'mls_1',
      title: '3,000 teachers trained',
      dueOn: dayFromNow(-10),
      indicator: 'Teachers who finished the course',
      unit: 'teachers',
      baseline: 0,
      target: 3000,
      evidenceExpected: 'Attendance lists',
      responsible: '',
      code: '',
      indicators: [],
      translations: {},
    },
  ],
  resources: [{ kind: 'financial', amount: 2_000_000, currency: 'KES', source: 'State budget' }],
  responsible: 'Directorate of Teacher Training',
  contactRole: 'Director of Teacher Training',
  sdgTargets: ['4.c'],
  ...changes,
})

export const reportContent: ReportInput = {
  reached: 'yes',
  value: 3120,
  measuredOn: dayFromNow(-12),
  lang: 'en',
  happened: 'All districts held their courses and 3,120 teachers finished.',
  behindReason: 'Two districts held their courses a month late.',
  next: '',
}

export const findingContent: FindingInput = {
  finding: 'achieved',
  reviewedValue: 3050,
  reasons: 'The attendance lists show 3,050 teachers who finished the course.',
  scores: {
    relevance: { score: 3, note: '' },
    sufficiency: { score: 2, note: '' },
    reliability: { score: 2, note: '' },
    measurement: { score: 3, note: '' },
  },
}

/** An organisation, registered by its focal point and verified by a coordinator. */
export async function verifiedOrganisation(
  db: Database,
  focalPoint: SignedIn,
  coordinator: SignedIn,
  input: Partial<RegisterOrganisationInput> = {},
): Promise<string> {
  const now = daysFromNow(-1000)
  const { organisation } = granted(
    await registerOrganisation({ db, actor: focalPoint, now }, { ...organisationInput, ...input }),
  )
  granted(await decideOrganisation({ db, actor: coordinator, now }, organisation.id, 'verify', ''))
  return organisation.id
}

export async function join(
  db: Database,
  organisationId: string,
  by: SignedIn,
  who: SignedIn,
  role: 'focal-point' | 'editor',
  now = daysFromNow(-900),
): Promise<SignedIn> {
  const input = { email: who.email, role }
  const { token } = granted(
    await inviteMember({ db, actor: await again(db, by.userId), now }, organisationId, input, 'en'),
  )
  granted(await acceptInvitation({ db, actor: who, now }, token))
  return again(db, who.userId)
}

/**
 * A small register with everybody in it: two verified organisations with their people, a stranger,
 * three coordinators of whom one is a member of the first organisation, an administrator.
 */
export async function world() {
  const db = await freshDatabase()
  const administrator = await person(db, 'administrator', { administrator: true })
  const coordinator = await person(db, 'coordinator', { coordinator: true })
  const secondCoordinator = await person(db, 'second', { coordinator: true })
  const stranger = await person(db, 'stranger')
  await openDeclaration({ db, actor: administrator, now: daysFromNow(-1100) }, qingdao)

  const founder = await person(db, 'partner')
  const organisationId = await verifiedOrganisation(db, founder, coordinator)
  const partner = await again(db, founder.userId)
  const editor = await join(db, organisationId, partner, await person(db, 'editor'), 'editor')
  const conflicted = await join(
    db,
    organisationId,
    partner,
    await person(db, 'conflicted', { coordinator: true }),
    'editor',
  )
  const other = await person(db, 'other')
  const otherOrganisationId = await verifiedOrganisation(db, other, coordinator, {
    name: 'Teachers for Open Learning',
    group: 'teacher-organisation',
    website: 'https://teachers.example',
  })
  return {
    db,
    now: NOW,
    administrator,
    coordinator,
    secondCoordinator,
    conflicted,
    partner,
    editor,
    otherPartner: await again(db, other.userId),
    stranger,
    organisationId,
    otherOrganisationId,
    /** The same person at the same moment, as a use-case wants them. */
    as: (actor: SignedIn, now: Date = NOW): Acting => ({ db, actor, now }),
  }
}
export type World = Awaited<ReturnType<typeof world>>

/** That day, or the newest entry's where the log is further already: it takes nothing out of order. */
async function inOrder(w: World, day: Date): Promise<Date> {
  const newest = await w.db
    .select({ at: max(acts.at) })
    .from(acts)
    .where(isNotNull(acts.entry))
    .get()
  return newest?.at && newest.at > day ? newest.at : day
}

/** A complete draft of the first organisation. */
export async function drafted(w: World, changes: Partial<Terms> = {}, now = daysFromNow(-200)) {
  const { commitment } = granted(
    await draftCommitment(w.as(w.partner, now), {
      organisationId: w.organisationId,
      declaration: 'qd2015',
    }),
  )
  const { commitment: edited } = granted(
    await editCommitment(w.as(w.partner, now), commitment.id, {
      ...terms(changes),
      translations: {},
    }),
  )
  return edited
}

export async function submitted(w: World, changes: Partial<Terms> = {}, now = daysFromNow(-199)) {
  const { id } = await drafted(w, changes, now)
  return granted(await submitCommitment(w.as(w.partner, now), id)).commitment
}

export async function published(w: World, changes: Partial<Terms> = {}, on?: Date) {
  const now = on ?? (await inOrder(w, daysFromNow(-198)))
  const { id } = await submitted(w, changes, now)
  return granted(await publishCommitment(w.as(w.coordinator, now), id)).commitment
}

type Reporting = { index?: number; content?: typeof reportContent; now?: Date }

/** A report handed in on one of a published commitment's milestones. */
export async function reported(
  w: World,
  commitment: { terms: { milestones?: readonly { id: string }[] } },
  { index = 0, content = reportContent, now: on }: Reporting = {},
) {
  const now = on ?? (await inOrder(w, daysFromNow(-5)))
  const milestoneId = commitment.terms.milestones?.[index]?.id ?? ''
  const { report } = granted(await draftReport(w.as(w.partner, now), milestoneId))
  granted(await editReport(w.as(w.partner, now), report.id, content))
  return granted(await submitReport(w.as(w.partner, now), report.id)).report
}

/** A reported case in a coordinator's hands. */
export async function underReview(
  w: World,
  commitment: Parameters<typeof reported>[1],
  { index = 0, now: on }: Pick<Reporting, 'index' | 'now'> = {},
) {
  const { id } = await reported(w, commitment, { index })
  const now = on ?? (await inOrder(w, daysFromNow(-4)))
  return granted(await takeReport(w.as(w.coordinator, now), id))
}
